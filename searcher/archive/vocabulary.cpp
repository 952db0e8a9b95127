#include <algorithm>
#include <set>

#include "schema/terms.hpp"
#include "searcher/archive/archive_words.hpp"

namespace dateline::searcher {

void for_each_term(const schema::Segment& segment, const Xapian::Database& database, const std::string& beginning,
                   const std::function<bool(const std::string& term, std::uint32_t articles)>& each) {
  if (segment.pages) return segment.pages->for_each_term(beginning, each);
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term)
    if (!each(*term, term.get_termfreq())) return;
}

std::vector<Vocabulary::Counted> ArchiveVocabulary::starting_with(std::string_view start, std::size_t limit,
                                                                  bool& complete) const {
  std::vector<Counted> words;
  const std::string beginning = schema::term(text::Family::exact, schema::Zone::whole, start);
  for (std::size_t i = 0; i < state_.size(); ++i) {
    const std::size_t most = words.size() + limit;
    for_each_term(state_.segment(i), lease_.segment(i), beginning,
                  [&](const std::string& term, std::uint32_t articles) {
                    if (words.size() == most) return complete = false;
                    words.emplace_back(term, articles);
                    return true;
                  });
  }
  if (state_.size() > 1) std::sort(words.begin(), words.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kept > 0 && words[kept - 1].first == words[i].first) {
      words[kept - 1].second += words[i].second;
    } else {
      if (kept != i) words[kept] = std::move(words[i]);
      ++kept;
    }
  }
  words.resize(kept);
  return words;
}

std::vector<std::string> ArchiveVocabulary::forms_of(std::string_view stem) const {
  std::set<std::string> forms;
  const std::string key = schema::term(text::Family::stem, schema::Zone::whole, stem);
  for (std::size_t i = 0; i < state_.size(); ++i) {
    const Xapian::Database& database = lease_.segment(i);
    const auto end = database.synonyms_end(key);
    for (auto form = database.synonyms_begin(key); form != end; ++form) forms.insert(*form);
  }
  return {forms.begin(), forms.end()};
}

}  // namespace dateline::searcher
