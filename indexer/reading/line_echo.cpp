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

bool is_of_word(char32_t c) {
  return is_letter(c) || (c >= 0x80 && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK);
}

// Goes through a folded line, character by character, and collects the hashes of its telling words.
class TellingWords {
 public:
  explicit TellingWords(std::string_view folded) : folded_(folded) {
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t here = at;
      const char32_t c = text::next_code_point(folded, at);
      if (c >= 'a' && c <= 'z')
        add_letter(here);
      else if (!is_of_word(c))
        add_boundary(here);
      else if (is_dense(c))
        add_dense(here, at);
      else
        add_letter(here);
    }
    end_word(folded.size());
  }

  // Distinct and rising.
  std::vector<std::uint64_t> take() {
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    return std::move(words_);
  }

 private:
  void add_letter(std::size_t at) {
    if (letters_++ == 0) begin_ = at;
    run_.clear();
  }

  void add_boundary(std::size_t at) {
    end_word(at);
    run_.clear();
  }

  void add_dense(std::size_t begin, std::size_t end) {
    end_word(begin);
    run_.push_back(begin);
    if (run_.size() >= dense_run) add_word(run_[run_.size() - dense_run], end);
  }

  void end_word(std::size_t end) {
    if (letters_ >= fewest_letters) add_word(begin_, end);
    letters_ = 0;
  }

  void add_word(std::size_t begin, std::size_t end) {
    words_.push_back(schema::hash64(folded_.substr(begin, end - begin)));
  }

  const std::string_view folded_;
  std::vector<std::uint64_t> words_;
  std::size_t begin_ = 0, letters_ = 0;  // of the word that is being read
  std::vector<std::size_t> run_;         // where each character of a dense run begins
};

}  // namespace

ArticleWords::ArticleWords(const std::vector<std::string>& lines) {
  std::vector<std::uint64_t> all;
  for (const std::string& line : lines) {
    words_.push_back(TellingWords(fold_line(line, line.size())).take());
    all.insert(all.end(), words_.back().begin(), words_.back().end());
    // Neither blanks nor dense characters: what its words are is not known here.
    if (is_unpunctuated(line)) words_.back().clear();
  }
  std::sort(all.begin(), all.end());
  for (auto word = all.begin(); word != all.end(); ++distinct_) {
    const auto after = std::find_if(word, all.end(), [&](std::uint64_t other) { return other != *word; });
    if (after - word > 1) of_several_lines_.push_back(*word);
    word = after;
  }
}

Bond ArticleWords::bond_of(std::size_t line) const {
  const std::vector<std::uint64_t>& words = words_[line];
  if (words.size() < fewest_words || distinct_ < words.size() + fewest_around) return Bond::unknown;
  const auto echoed = std::count_if(words.begin(), words.end(), [&](std::uint64_t word) {
    return std::binary_search(of_several_lines_.begin(), of_several_lines_.end(), word);
  });
  return static_cast<std::size_t>(echoed) * one_in <= words.size() ? Bond::foreign : Bond::related;
}

}  // namespace dateline::indexer
