#include "searcher/query/capitals.hpp"

#include <algorithm>
#include <iterator>

#include "searcher/query/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

// The operators are English, and so is prose that has them by chance. Nothing here is an acronym (US, IT, WHO).
constexpr std::string_view telltale[] = {"THE", "THAT", "WHICH", "WHAT", "HOW"};
constexpr std::string_view prepositions[] = {"OF", "TO", "IN", "BY", "FROM", "WITH", "FOR", "ON", "AT"};

template <std::size_t size>
bool is_one_of(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_brackets(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = operator_form(text::next_code_point(text, at));
    if (sign == U'(' || sign == U')') return true;
  }
  return false;
}

}  // namespace

bool is_prose_in_capitals(std::string_view query) {
  if (has_small_letter(query) || has_brackets(query)) return false;
  int signs = 0;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find(' '), query.size());
    const std::string_view word = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (is_one_of(telltale, word)) signs += 2;
    if (is_one_of(prepositions, word)) signs += 1;
  }
  return signs >= 2;
}

}  // namespace dateline::searcher
