// What the characters of a query are: blanks, quotation marks, operators in either width, or something to search for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::searcher {

// The query without what nobody sees: bytes that are not UTF-8, control characters, direction marks.
std::string visible(std::string_view query);

// The ASCII operator that a full-width one stands for; every other character is itself.
char32_t operator_form(char32_t c);

// A full-width ASCII character as an East Asian keyboard types it, in ASCII; every other character is itself.
char32_t narrow(char32_t c);
std::string narrow(std::string_view text);

// Divides words: white space, square and curly brackets, and the punctuation of scripts that write it without a blank.
bool is_blank(char32_t c);

// Letters, marks, digits and pictures: a word has at least one of them.
bool is_content(char32_t c);
bool has_content(std::string_view text);

// Marks of one family close each other; those of another are text between them.
enum class QuoteFamily : std::uint8_t {
  none,
  double_marks,
  guillemets,
  single_guillemets,
  corners,
  white_corners,
  titles
};

struct QuoteMark {
  QuoteFamily family = QuoteFamily::none;
  bool opens = false, closes = false;  // both for marks that languages use either way round
};

QuoteMark quote_mark(char32_t c);

// Whether the mark at `at` stands inside a Hebrew abbreviation, as in צה"ל or צה״ל, and quotes nothing.
bool is_gershayim(std::string_view text, std::size_t at);

bool has_small_letter(std::string_view text);

// The first character; 0 when there is none.
char32_t first_character(std::string_view text);

// Removes a leading character whose operator form is `ascii`; false when the text starts with another.
bool take(std::string_view& text, char ascii);

// Without the blanks around it.
std::string_view trimmed(std::string_view text);

}  // namespace dateline::searcher
