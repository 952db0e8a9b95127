#include "indexer/reading/line_key.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

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

// Letters alone, folded as fold_line() does, all numbers alike: dates and counts change, blanks are mended.
//
// When an archive is learnt from, every line of every article comes here: ASCII is not decoded, and where words end is
// noted only when asked for.
class Letters {
 public:
  enum class Words : bool { ignored, noted };

  Letters(std::string_view line, Words words) : noted_(words == Words::noted) {
    text_.resize(line.size() + line.size() / 2 + 1);  // a folded letter takes three bytes for two at most
    for (std::size_t at = 0; at < line.size();) {
      const auto byte = static_cast<unsigned char>(line[at]);
      if (byte < 0x80) {
        add_ascii(byte);
        ++at;
      } else {
        add(text::next_code_point(line, at));
      }
    }
    end_word();
    text_.resize(size_);
  }

  const std::string& text() const { return text_; }
  bool has_number() const { return has_number_; }
  // Where each half word ends; a word has two ends at one place.
  const std::vector<std::size_t>& half_words() const { return half_words_; }

 private:
  void add_ascii(unsigned char c) {
    const auto lower = static_cast<unsigned char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') {
      text_[size_++] = static_cast<char>(lower);
      in_word_ = true;
    } else if (c >= '0' && c <= '9') {
      add_number();
    } else if (c == ' ' || c == '\t' || c == '\n') {
      end_word();
    }
  }

  void add(char32_t c) {
    c = fold_character(c);
    if (c == ' ')
      end_word();
    else if (is_letter(c))
      add_letter(c);
    else if (u_isdigit(static_cast<UChar32>(c)))
      add_number();
  }

  void add_letter(char32_t c) {
    const bool dense = is_dense(c);
    if (dense) end_word();
    U8_APPEND_UNSAFE(text_.data(), size_, static_cast<UChar32>(c));
    in_word_ = !dense;
    if (dense && noted_) half_words_.push_back(size_);
  }

  void add_number() {
    if (size_ == 0 || text_[size_ - 1] != '0') text_[size_++] = '0';
    has_number_ = true;
    in_word_ = true;
  }

  void end_word() {
    if (in_word_ && noted_) half_words_.insert(half_words_.end(), 2, size_);
    in_word_ = false;
  }

  const bool noted_;
  std::string text_;
  std::size_t size_ = 0;
  std::vector<std::size_t> half_words_;
  bool in_word_ = false, has_number_ = false;
};

LineKey key(std::string_view letters, bool cuttable) {
  return letters.empty() ? 0 : (schema::hash64(letters) & ~LineKey{1}) | (cuttable ? 1 : 0);
}

// The words at both ends of a longer line.
std::vector<LineKey> keys_of_parts(const Letters& letters) {
  if (letters.has_number()) return {};
  const std::vector<std::size_t>& half_words = letters.half_words();
  std::vector<LineKey> keys;
  for (const std::size_t size : shingle_sizes) {
    if (half_words.size() <= 2 * size || half_words.size() > 5 * size) continue;
    const std::string_view text = letters.text();
    const std::string first(text.substr(0, half_words[2 * size - 1]));
    const std::string last(text.substr(half_words[half_words.size() - 2 * size - 1]));
    keys.push_back(key(first + '>', true));
    keys.push_back(key('<' + last, true));
  }
  return keys;
}

}  // namespace

LineKeys keys_of(std::string_view line, Parts parts) {
  const Letters letters(line, parts == Parts::too ? Letters::Words::noted : Letters::Words::ignored);
  const bool begins_anew = !continues_sentence(line);
  LineKeys keys;
  keys.line = key(letters.text(), begins_anew && weigh(line, fewest_letters) >= fewest_letters);
  if (parts == Parts::too && begins_anew) keys.parts = keys_of_parts(letters);
  return keys;
}

}  // namespace dateline::indexer
