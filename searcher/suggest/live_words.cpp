#include "searcher/suggest/live_words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/stored_article.hpp"
#include "schema/terms.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

// How much is read to see how a word is written.
constexpr std::size_t most_articles_read = 3;
constexpr std::size_t most_bytes_read = 32 * 1024;  // of an article

using Tally = std::map<std::string, std::size_t, std::less<>>;

void tally_spellings(std::string_view text, const std::string& language, text::Family family, const std::string& word,
                     text::Analyzer& analyzer, Tally& tally) {
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    ++tally[std::string(text.substr(begin, end - begin))];
  };
  // The exact family is the same in every language, and quicker without one.
  const text::Analysis& analysis = analyzer.analyze(text, family == text::Family::exact ? "" : language);
  if (family == text::Family::exact) {
    for (const text::Token& token : analysis.tokens)
      if (token.exact == word) add(token.begin, token.end);
  } else {
    for (const text::Span& span : analysis.spans)
      if (span.family == family && span.term == word) add(span.begin, span.end);
  }
}

}  // namespace

// Calls each(article) for the live articles of a segment, until it returns false; false when it did.
template <class Each>
bool LiveWords::for_each_article(std::size_t segment, const std::string& term, Each&& each) const {
  const schema::Bitmap& live = state_.segment(segment).live;
  const auto end = lease_.segment(segment).postlist_end(term);
  for (auto posting = lease_.segment(segment).postlist_begin(term); posting != end; ++posting) {
    const std::uint32_t article = *posting - 1;
    if (article < live.size() && live[article] && !each(article)) return false;
  }
  return true;
}

std::size_t LiveWords::articles(const std::string& term, const std::string& language, std::size_t most) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < state_.size() && count < most; ++i) {
    const Xapian::Database& database = lease_.segment(i);
    const schema::Segment& segment = state_.segment(i);
    if (language.empty() && segment.live.count() == segment.size()) {
      count += database.get_termfreq(term);
      continue;
    }
    const schema::Bitmap* spoken = language.empty() ? &segment.live : &state_.index(i).articles_in(language, database);
    for_each_article(i, term, [&](std::uint32_t article) {
      if ((*spoken)[article]) ++count;
      return count < most;
    });
  }
  return std::min(count, most);
}

std::string LiveWords::as_written(text::Family family, const std::string& word) const {
  Tally tally;
  std::size_t read = 0;
  const std::string term = schema::term(family, schema::Zone::whole, word);
  for (std::size_t i = 0; i < state_.size() && read < most_articles_read; ++i) {
    for_each_article(i, term, [&](std::uint32_t article) {
      const auto stored = state_.segment(i).stored->article(lease_.segment(i), article);
      const std::string body = schema::body_of(stored);
      tally_spellings(text::beginning(body, most_bytes_read), stored.language, family, word, analyzer_, tally);
      if (tally.empty() && stored.title)
        tally_spellings(*stored.title, stored.language, family, word, analyzer_, tally);
      return ++read < most_articles_read;
    });
  }
  const auto commonest = std::max_element(tally.begin(), tally.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first < b.first;  // capitals sort before small letters
  });
  return commonest == tally.end() ? word : commonest->first;
}

}  // namespace dateline::searcher
