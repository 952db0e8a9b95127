#include <algorithm>
#include <map>
#include <set>

#include "schema/terms.hpp"
#include "searcher/archive/archive_words.hpp"

namespace dateline::searcher {

std::vector<Vocabulary::Counted> ArchiveVocabulary::starting_with(std::string_view start, std::size_t limit,
                                                                  bool& complete) const {
  std::vector<Counted> words;
  const std::string prefix = schema::term(text::Family::exact, schema::Zone::whole, start);
  for (std::size_t i = 0; i < segments_; ++i) {
    const Xapian::Database& database = lease_.segment(i);
    std::size_t seen = 0;
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
      if (seen++ == limit) {
        complete = false;
        break;
      }
      words.emplace_back(*term, term.get_termfreq());
    }
  }
  if (segments_ > 1) std::sort(words.begin(), words.end());
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
  for (std::size_t i = 0; i < segments_; ++i) {
    const Xapian::Database& database = lease_.segment(i);
    const auto end = database.synonyms_end(key);
    for (auto form = database.synonyms_begin(key); form != end; ++form) forms.insert(*form);
  }
  return {forms.begin(), forms.end()};
}

}  // namespace dateline::searcher
