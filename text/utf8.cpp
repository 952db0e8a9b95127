#include "text/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace dateline::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// ICU's macros take 32-bit indexes; a window of the longest possible sequence keeps texts of any size safe.
// Negative when the bytes there are ill-formed; `at` then moves behind the maximal subpart, as the Unicode
// standard recommends.
UChar32 decode(std::string_view text, std::size_t& at) {
  const auto* window = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - at));
  std::int32_t index = 0;
  UChar32 code_point = 0;
  U8_NEXT(window, index, length, code_point);
  at += static_cast<std::size_t>(index);
  return code_point;
}

void append_control(std::string& text, std::string_view bytes, std::size_t& at) {
  const char byte = bytes[at++];
  if (byte == '\r') {
    if (at < bytes.size() && bytes[at] == '\n') ++at;
    text += '\n';
  } else {
    text += byte == '\n' || byte == '\t' ? byte : ' ';
  }
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_ascii(bytes[at]))
      ++at;
    else if (decode(bytes, at) < 0)
      return false;
  }
  return true;
}

Repaired repair(std::string_view bytes) {
  while (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  Repaired repaired;
  repaired.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    if (is_ascii(bytes[at])) {
      while (at < bytes.size() && is_ascii(bytes[at]) && bytes[at] >= ' ') ++at;
      repaired.text.append(bytes, start, at - start);
      if (at == start) append_control(repaired.text, bytes, at);
    } else if (decode(bytes, at) < 0) {
      append(repaired.text, kReplacement);
      ++repaired.replaced;
    } else {
      repaired.text.append(bytes, start, at - start);
    }
  }
  return repaired;
}

char32_t detail::next_of_any_length(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return kReplacement;
  const UChar32 code_point = decode(text, at);
  return code_point < 0 ? kReplacement : static_cast<char32_t>(code_point);
}

void append(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code_point));
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::size_t last_code_point_at(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && is_continuation(text[--at])) {
  }
  return at;
}

std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation(text[most])) --most;
  return text.substr(0, most);
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::size_t CodePointCounter::at(std::size_t byte_offset) {
  byte_offset = std::min(byte_offset, text_.size());
  if (byte_offset < byte_) byte_ = code_points_ = 0;
  code_points_ += count_code_points(text_.substr(byte_, byte_offset - byte_));
  byte_ = byte_offset;
  return code_points_;
}

}  // namespace dateline::text
