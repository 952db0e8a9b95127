#include "indexer/reading/line_key.hpp"

#include <unicode/uchar.h>

#include <string>

#include "indexer/reading/letters.hpp"
#include "schema/files.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t fewest_letters = 25;  // of a line that is cut; shorter ones only between such
// Words of a shingle; a dense character counts as half a word.
constexpr std::size_t shingle_sizes[] = {12, 24};

// Letters alone, folded, all numbers alike: dates and counts change, blanks are mended.
struct Letters {
  std::string text;
  std::vector<std::size_t> half_words;  // where each ends; a word has two ends at one place
  bool has_number = false;
};

Letters letters_of(std::string_view line) {
  const std::string folded = fold_line(line, line.size());
  Letters letters;
  bool in_word = false;
  const auto end_word = [&] {
    if (in_word) letters.half_words.insert(letters.half_words.end(), 2, letters.text.size());
    in_word = false;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next_code_point(folded, at);
    if (u_isdigit(static_cast<UChar32>(c))) {
      letters.text += letters.text.ends_with('0') ? "" : "0";
      letters.has_number = true;
      in_word = true;
    } else if (is_letter(c)) {
      if (is_dense(c)) end_word();
      text::append(letters.text, c);
      if (is_dense(c))
        letters.half_words.push_back(letters.text.size());
      else
        in_word = true;
    } else if (c == ' ') {
      end_word();
    }
  }
  end_word();
  return letters;
}

LineKey key(std::string_view letters, bool cuttable) {
  return letters.empty() ? 0 : (schema::hash64(letters) & ~LineKey{1}) | (cuttable ? 1 : 0);
}

}  // namespace

LineKey key_of(std::string_view line) {
  const bool cuttable = weigh(line, fewest_letters) >= fewest_letters && !continues_sentence(line);
  return key(letters_of(line).text, cuttable);
}

std::vector<LineKey> partial_keys_of(std::string_view line) {
  if (continues_sentence(line)) return {};
  const Letters letters = letters_of(line);
  if (letters.has_number) return {};
  const std::size_t half_words = letters.half_words.size();
  std::vector<LineKey> keys;
  for (const std::size_t size : shingle_sizes) {
    if (half_words <= 2 * size || half_words > 5 * size) continue;
    const std::string_view text = letters.text;
    const std::string first(text.substr(0, letters.half_words[2 * size - 1]));
    const std::string last(text.substr(letters.half_words[half_words - 2 * size - 1]));
    keys.push_back(key(first + '>', true));
    keys.push_back(key('<' + last, true));
  }
  return keys;
}

}  // namespace dateline::indexer
