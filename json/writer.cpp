#include "json/writer.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "json/facts.hpp"
#include "text/utf8.hpp"

namespace dateline::json {
namespace {

constexpr std::size_t indentation = 2;

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
    case '\\':
      out += {'\\', c};
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u00";
  out += {digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
}

// The text without what is no UTF-8: the library that reads JSON elsewhere knows how to replace it.
std::string replaced(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void Writer::key(std::string_view name) {
  begin_value();
  append_string(name);
  text_ += is_indented_ ? ": " : ":";
  follows_key_ = true;
}

void Writer::value(std::string_view text) {
  begin_value();
  if (text::is_utf8(text))
    append_string(text);
  else
    text_ += replaced(text);
}

void Writer::value(double number) {
  if (!std::isfinite(number)) return value(nullptr);
  std::array<char, 64> digits;
  const char* end = nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), number);
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void Writer::value(const Date& date) { value(to_string(date)); }

void Writer::value(const std::pair<std::size_t, std::size_t>& range) {
  array(std::array{range.first, range.second}, [this](std::size_t offset) { value(offset); });
}

void Writer::raw(std::string_view json) {
  begin_value();
  text_ += json;
}

void Writer::open(char bracket) {
  begin_value();
  text_ += bracket;
  is_first_ = true;
  ++depth_;
}

void Writer::close(char bracket) {
  --depth_;
  if (!is_first_) break_line();  // of an empty one both brackets stand together
  text_ += bracket;
  is_first_ = false;
}

void Writer::begin_value() {
  if (std::exchange(follows_key_, false)) return;
  if (!is_first_) text_ += ',';
  is_first_ = false;
  if (depth_ > 0) break_line();
}

void Writer::break_line() {
  if (!is_indented_) return;
  text_ += '\n';
  text_.append(depth_ * indentation, ' ');
}

void Writer::append_string(std::string_view text) {
  text_ += '"';
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_plain(text[end])) ++end;
    text_.append(text, begin, end - begin);
    if (end < text.size()) append_escaped(text_, text[end++]);
    begin = end;
  }
  text_ += '"';
}

}  // namespace dateline::json
