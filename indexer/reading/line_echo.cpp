#include "indexer/reading/line_echo.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "indexer/reading/letters.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// Shorter words are mostly those that every text has.
constexpr std::size_t fewest_letters = 5;
// Where there are no blanks, as many neighbouring characters rarely meet by chance.
constexpr std::size_t dense_run = 3;
constexpr std::size_t one_in = 5;
// Too few to judge by: of the line, and of its article.
constexpr std::size_t fewest_words = 3;
constexpr std::size_t fewest_around = 40;

bool is_of_word(char32_t c) { return is_letter(c) || (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK); }

// The distinct telling words of a line.
std::vector<std::uint64_t> telling_words(std::string_view line) {
  const std::string folded = fold_line(line, line.size());
  std::vector<std::uint64_t> words;
  std::size_t begin = 0, letters = 0;
  const auto end_word = [&](std::size_t end) {
    if (letters >= fewest_letters) words.push_back(schema::hash64(std::string_view(folded).substr(begin, end - begin)));
    letters = 0;
  };
  std::vector<std::size_t> run;  // where each character of a dense run begins
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    const char32_t c = text::next_code_point(folded, at);
    if (!is_of_word(c)) {
      end_word(here);
      run.clear();
    } else if (is_dense(c)) {
      end_word(here);
      run.push_back(here);
      if (run.size() >= dense_run) {
        const std::size_t first = run[run.size() - dense_run];
        words.push_back(schema::hash64(std::string_view(folded).substr(first, at - first)));
      }
    } else {
      if (letters++ == 0) begin = here;
      run.clear();
    }
  }
  end_word(folded.size());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

ArticleWords::ArticleWords(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    words_.push_back(telling_words(line));
    for (const std::uint64_t word : words_.back()) ++lines_with_[word];
    // Neither blanks nor dense characters: what its words are is not known here.
    if (is_unpunctuated(line)) words_.back().clear();
  }
}

Bond ArticleWords::bond_of(std::size_t line) const {
  const std::vector<std::uint64_t>& words = words_[line];
  if (words.size() < fewest_words || lines_with_.size() < words.size() + fewest_around) return Bond::unknown;
  const auto echoed =
      std::count_if(words.begin(), words.end(), [&](std::uint64_t word) { return lines_with_.at(word) > 1; });
  return static_cast<std::size_t>(echoed) * one_in <= words.size() ? Bond::foreign : Bond::related;
}

}  // namespace dateline::indexer
