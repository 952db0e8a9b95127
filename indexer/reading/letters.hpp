// Cheap questions about characters and the ends of lines, for text that is known to be UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

// Blanks of any width, no-break ones included, and marks of direction.
bool is_blank(char32_t c);

bool is_letter(char32_t c);

// Letters of scripts that say more with each: Han, Kana, Hangul.
bool is_dense(char32_t c);

std::string_view trim(std::string_view text);

// Without blanks, list marks, brackets and other ornaments around it.
std::string_view trim_ornaments(std::string_view text);

// Without marks of quotation around it: «Берег» -> Берег.
std::string_view trim_quotes(std::string_view text);

// Amount of writing: letters, dense ones counted three times (two for Hangul). Counting stops at `enough`.
std::uint32_t weigh(std::string_view text, std::uint32_t enough = 400);

// Whether it ends with a full stop, question or exclamation mark of any script, closing quotes and brackets ignored.
bool ends_sentence(std::string_view text);

// Whether it begins with a small letter or a number: the middle of a sentence, mostly.
bool continues_sentence(std::string_view text);

// Written without marks at the ends of sentences: Thai, Lao, Khmer, Burmese.
bool is_unpunctuated(std::string_view text);

// One character as fold_line() has it: a blank for blanks of all kinds, 0 for one that it leaves out.
char32_t fold_character(char32_t c);

// Case folded, blanks folded to one, curly apostrophes straightened; at most `longest` bytes of `text` are read.
std::string fold_line(std::string_view text, std::size_t longest = 400);

std::size_t count_words(std::string_view text);

// Whether words begin as in names: with capitals, but for small words of up to three letters between; or in a script
// that has no capitals.
bool is_capitalised(std::string_view text);

}  // namespace dateline::indexer
