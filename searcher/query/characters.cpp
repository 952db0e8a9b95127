#include "searcher/query/characters.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

bool is_invisible(char32_t c) {
  const bool control = c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85);
  return control || c == 0xFEFF || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL);
}

bool is_hebrew_letter(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }

}  // namespace

std::string visible(std::string_view query) {
  const std::string repaired = text::repair(query).text;
  std::string result;
  result.reserve(repaired.size());
  for (std::size_t at = 0; at < repaired.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(repaired, at);
    if (c < 0x7F || !is_invisible(c)) result.append(repaired, begin, at - begin);
  }
  return result;
}

char32_t operator_form(char32_t c) {
  switch (c) {
    case U'（':
      return U'(';
    case U'）':
      return U')';
    case U'：':
      return U':';
    case U'－':
    case U'−':
      return U'-';
    case U'＊':
      return U'*';
    case U'＝':
      return U'=';
    default:
      return c;
  }
}

char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

std::string narrow(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) text::append(result, narrow(text::next_code_point(text, at)));
  return result;
}

bool is_blank(char32_t c) {
  switch (c) {
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'【':
    case U'】':
    case U'、':
    case U'。':
    case U'，':
    case U'；':
    case U'！':
    case U'？':
    case U'،':
    case U'؛':
    case U'؟':
      return true;
    default:
      return c < 0x80 ? c == U' ' || (c >= 0x09 && c <= 0x0D) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
  }
}

bool is_content(char32_t c) {
  if (c < 0x80) return (c >= U'0' && c <= U'9') || ((c | 0x20) >= U'a' && (c | 0x20) <= U'z');
  if (c == 0xFFFD) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK | U_GC_SO_MASK)) != 0;
}

bool has_content(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_content(text::next_code_point(text, at))) return true;
  return false;
}

QuoteMark quote_mark(char32_t c) {
  switch (c) {
    case U'"':
    case U'＂':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'〝':
    case U'〞':
    case U'〟':
    case U'״':
      return {QuoteFamily::double_marks, true, true};
    case U'«':
    case U'»':
      return {QuoteFamily::guillemets, true, true};
    case U'‹':
    case U'›':
      return {QuoteFamily::single_guillemets, true, true};
    case U'「':
    case U'｢':
    case U'﹁':
      return {QuoteFamily::corners, true, false};
    case U'」':
    case U'｣':
    case U'﹂':
      return {QuoteFamily::corners, false, true};
    case U'『':
    case U'﹃':
      return {QuoteFamily::white_corners, true, false};
    case U'』':
    case U'﹄':
      return {QuoteFamily::white_corners, false, true};
    case U'《':
    case U'〈':
      return {QuoteFamily::titles, true, false};
    case U'》':
    case U'〉':
      return {QuoteFamily::titles, false, true};
    default:
      return {};
  }
}

bool is_gershayim(std::string_view text, std::size_t at) {
  const std::size_t mark = at;
  const char32_t c = text::next_code_point(text, at);
  if ((c != U'"' && c != U'״') || mark == 0 || at >= text.size()) return false;
  std::size_t before = text::last_code_point_at(text.substr(0, mark));
  return is_hebrew_letter(text::next_code_point(text, before)) && is_hebrew_letter(text::next_code_point(text, at));
}

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : text::next_code_point(text, at);
}

bool take(std::string_view& text, char ascii) {
  std::size_t at = 0;
  if (text.empty() || operator_form(text::next_code_point(text, at)) != static_cast<char32_t>(ascii)) return false;
  text.remove_prefix(at);
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(first_character(text))) {
    std::size_t at = 0;
    text::next_code_point(text, at);
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    const std::size_t last = text::last_code_point_at(text);
    if (!is_blank(first_character(text.substr(last)))) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

bool has_small_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (u_islower(static_cast<UChar32>(text::next_code_point(text, at)))) return true;
  return false;
}

}  // namespace dateline::searcher
