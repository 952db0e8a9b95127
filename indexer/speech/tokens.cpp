#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "indexer/speech/paragraph.hpp"

namespace dateline::indexer::speech {
namespace {

enum Letter : std::uint8_t {
  blank_letter = 0,
  small = 1,
  capital_letter = 2,
  numeral = 3,
  other_letter = 4,
  punctuation = 5
};

constexpr std::array<std::uint8_t, 128> make_ascii() {
  std::array<std::uint8_t, 128> kinds{};
  for (std::size_t c = 0; c < 128; ++c)
    kinds[c] = c <= ' ' || c == 127   ? blank_letter
               : c >= 'a' && c <= 'z' ? small
               : c >= 'A' && c <= 'Z' ? capital_letter
               : c >= '0' && c <= '9' ? numeral
                                      : punctuation;
  return kinds;
}
constexpr auto ascii_kinds = make_ascii();

// What a byte of a word adds: numerals one, capitals and small letters more; zero for what is no ASCII letter. A run of
// 2^10 letters of one kind does not spill into the next; no word that is asked for is as long.
constexpr std::uint32_t capital_step = 1u << 10, small_step = 1u << 20;

constexpr std::array<std::uint32_t, 256> make_ascii_steps() {
  std::array<std::uint32_t, 256> steps{};
  for (std::size_t c = 0; c < 128; ++c)
    steps[c] = ascii_kinds[c] == small            ? small_step
               : ascii_kinds[c] == capital_letter ? capital_step
               : ascii_kinds[c] == numeral        ? 1
                                                  : 0;
  return steps;
}
constexpr auto ascii_steps = make_ascii_steps();

// Han and Hangul: letters all.
bool is_east_asian_letter(UChar32 c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3); }

Letter kind_by_category(UChar32 c) {
  if (is_east_asian_letter(c)) return other_letter;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return capital_letter;
    case U_LOWERCASE_LETTER:
      return small;
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return other_letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return numeral;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return blank_letter;
    case U_FORMAT_CHAR:
      return c == 0x200C || c == 0x200D || c == 0x00AD ? other_letter : blank_letter;
    default:
      return punctuation;
  }
}

// Of code points of two bytes: most alphabets.
const std::array<std::uint8_t, 0x800>& two_byte_kinds() {
  static const auto kinds = [] {
    std::array<std::uint8_t, 0x800> made{};
    for (std::size_t c = 0; c < made.size(); ++c)
      made[c] = c < 0x80 ? ascii_kinds[c] : static_cast<std::uint8_t>(kind_by_category(static_cast<UChar32>(c)));
    return made;
  }();
  return kinds;
}

Letter kind_of(UChar32 c) {
  if (c < 0x80) return static_cast<Letter>(ascii_kinds[static_cast<std::size_t>(c)]);
  return c < 0x800 ? static_cast<Letter>(two_byte_kinds()[static_cast<std::size_t>(c)]) : kind_by_category(c);
}

bool is_word_letter(Letter kind) { return kind >= small && kind <= other_letter; }

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

class Splitter {
 public:
  Splitter(std::string_view body, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon)
      : body_(body),
        bytes_(reinterpret_cast<const std::uint8_t*>(body.data())),
        at_(static_cast<std::int32_t>(begin)),
        end_(static_cast<std::int32_t>(end)),
        lexicon_(lexicon),
        plain_(lexicon.grammar().divided && !lexicon.grammar().suffix_apostrophe && !lexicon.grammar().compounds) {}

  void split(std::vector<Token>& tokens) {
    while (at_ < end_) {
      const std::int32_t start = at_;
      const UChar32 c = next();
      if (c == ' ') continue;
      const Letter kind = kind_of(c);
      if (kind == blank_letter) continue;
      if (kind == punctuation) {
        add_mark(tokens, start, c);
      } else {
        add_word(tokens, start, kind);
      }
    }
  }

 private:
  UChar32 next() {
    if (bytes_[at_] < 0x80) return bytes_[at_++];
    UChar32 c = 0;
    U8_NEXT(bytes_, at_, end_, c);
    return c < 0 ? 0xFFFD : c;
  }

  void add_mark(std::vector<Token>& tokens, std::int32_t start, UChar32 c) {
    Token& token = tokens.emplace_back();
    token.begin = static_cast<std::uint32_t>(start);
    token.end = static_cast<std::uint32_t>(at_);
    token.mark = static_cast<char32_t>(c);
    token.word = &no_word();
  }

  // Whether the character at `at_` joins the letters on its two sides into one word.
  bool joins(UChar32 c, std::int32_t behind) const {
    if (behind >= end_) return false;
    if (!(c == '.' || c == '-' || c == '&' || is_apostrophe(c) || c == 0x2010 || c == 0x2011 ||
          (lexicon_.grammar().inner_quote_mark && (c == '"' || c == 0x05F4 || c == 0x05F3))))
      return false;
    UChar32 following = 0;
    U8_NEXT(bytes_, behind, end_, following);
    return following >= 0 && is_word_letter(kind_of(following));
  }

  void add_word(std::vector<Token>& tokens, std::int32_t start, Letter first) {
    std::size_t capitals = first == capital_letter ? 1 : 0;
    bool small_letters = first == small || first == other_letter;
    std::int32_t apostrophe = -1;
    while (at_ < end_) {
      const std::uint32_t seen = pass_ascii_letters();
      capitals += seen / capital_step % capital_step;
      small_letters = small_letters || seen >= small_step;
      if (at_ >= end_ || bytes_[at_] == ' ') break;
      const std::int32_t before = at_;
      const UChar32 c = next();
      const Letter kind = kind_of(c);
      if (is_word_letter(kind)) {
        capitals += kind == capital_letter;
        small_letters = small_letters || kind == small || kind == other_letter;
        continue;
      }
      if (kind == punctuation && joins(c, at_)) {
        if (is_apostrophe(c)) {
          if (lexicon_.grammar().elision && before - start <= 8) {  // l'homme: the article is a word of its own
            finish(tokens, start, at_, first, capitals, small_letters, -1);
            return;
          }
          apostrophe = before;
        } else if (c == '-' && lexicon_.grammar().clitic_subject && clitic_follows(at_)) {
          at_ = before;
          finish(tokens, start, before, first, capitals, small_letters, apostrophe);
          skip_clitic_hyphens();
          return;
        }
        continue;
      }
      at_ = before;
      break;
    }
    finish(tokens, start, at_, first, capitals, small_letters, apostrophe);
  }

  // What the letters and numerals from `at_` add up to; `at_` is behind them.
  std::uint32_t pass_ascii_letters() {
    const std::uint8_t* at = bytes_ + at_;
    const std::uint8_t* const end = bytes_ + end_;
    std::uint32_t seen = 0;
    for (std::uint32_t step = 0; at != end && (step = ascii_steps[*at]) != 0; ++at) seen += step;
    at_ = static_cast<std::int32_t>(at - bytes_);
    return seen;
  }

  // dit-il, a-t-elle
  bool clitic_follows(std::int32_t at) const {
    std::string_view rest = body_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(end_ - at));
    if (rest.substr(0, 2) == "t-") rest.remove_prefix(2);
    for (const std::string_view form : {"il", "elle", "ils", "elles", "on"}) {
      if (rest.substr(0, form.size()) != form) continue;
      if (rest.size() == form.size()) return true;
      const auto following = static_cast<unsigned char>(rest[form.size()]);
      if (following < 0x80 && !is_word_letter(kind_of(following))) return true;
    }
    return false;
  }

  void skip_clitic_hyphens() {
    ++at_;
    if (at_ + 1 < end_ && bytes_[at_] == 't' && bytes_[at_ + 1] == '-') at_ += 2;
  }

  void finish(std::vector<Token>& tokens, std::int32_t start, std::int32_t end, Letter first, std::size_t capitals,
              bool small_letters, std::int32_t apostrophe) {
    Token& token = tokens.emplace_back();
    token.begin = static_cast<std::uint32_t>(start);
    token.end = static_cast<std::uint32_t>(end);
    token.capital = first == capital_letter;
    token.all_capitals = capitals >= 2 && !small_letters;
    token.digit = first == numeral;
    token.initials = token.all_capitals && end - start <= 7 && bytes_[start + 1] == '.';
    const std::string_view written = body_.substr(token.begin, token.end - token.begin);
    token.possessive = apostrophe >= 0 && (written.back() == 's' || written.back() == 'S') &&
                       static_cast<std::int32_t>(token.end) - apostrophe <= 4;
    if (!plain_) return find_word(token, written, apostrophe - start);
    token.word = &lexicon_.find(written);
  }

  // What only some languages ask for: words that are not divided are looked for elsewhere, an ending behind an
  // apostrophe is no part of the word, and the last part of a compound says what it is.
  void find_word(Token& token, std::string_view written, std::int32_t apostrophe) {
    const Grammar& grammar = lexicon_.grammar();
    token.word = &no_word();
    if (!grammar.divided) return;
    if (apostrophe >= 0 && grammar.suffix_apostrophe) written = written.substr(0, static_cast<std::size_t>(apostrophe));
    token.word = &lexicon_.find(written);
    if (grammar.compounds && token.word->classes == 0 && !token.word->role && !token.word->cue &&
        !token.word->given_name && !token.digit)
      if (const Word& head = lexicon_.head_of_compound(written); head.role) token.word = &head;
  }

  static const Word& no_word() {
    static const Word word;
    return word;
  }

  std::string_view body_;
  const std::uint8_t* bytes_;
  std::int32_t at_, end_;
  const Lexicon& lexicon_;
  bool plain_;  // every word is in the lists as it is written
};

}  // namespace

Paragraph split_words(std::string_view body, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon) {
  Paragraph paragraph;
  paragraph.begin = begin;
  paragraph.end = end;
  paragraph.lexicon = &lexicon;
  paragraph.tokens.reserve((end - begin) / 5 + 4);
  Splitter(body, begin, end, lexicon).split(paragraph.tokens);
  return paragraph;
}

}  // namespace dateline::indexer::speech
