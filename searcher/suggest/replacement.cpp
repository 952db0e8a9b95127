#include "searcher/suggest/replacement.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

}  // namespace

std::string replaced(std::string_view text, const std::vector<Replacement>& replacements) {
  std::string result;
  std::size_t at = 0;
  for (const Replacement& replacement : replacements) {
    result += text.substr(at, replacement.begin - at);
    result += replacement.text;
    at = replacement.end;
  }
  return result += text.substr(at);
}

std::string in_case_of(std::string_view typed, const std::string& spelling) {
  std::size_t letters = 0, large = 0;
  bool first_is_large = false;
  for (std::size_t at = 0; at < typed.size();) {
    const bool first = at == 0;
    const auto letter = static_cast<UChar32>(text::next_code_point(typed, at));
    if (u_isupper(letter) || u_islower(letter)) ++letters;
    if (u_isupper(letter)) ++large;
    first_is_large = first_is_large || (first && u_isupper(letter));
  }
  icu::UnicodeString word = wide(spelling);
  const icu::Locale& anywhere = icu::Locale::getRoot();
  if (large == 0) return narrow(word.toLower(anywhere));
  if (large == letters && letters > 1) return narrow(word.toUpper(anywhere));
  if (!first_is_large || word.isEmpty()) return spelling;
  const int32_t behind_first = word.moveIndex32(0, 1);
  icu::UnicodeString first(word, 0, behind_first);
  return narrow(first.toUpper(anywhere).append(word, behind_first, word.length() - behind_first));
}

}  // namespace dateline::searcher
