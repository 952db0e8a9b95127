#include "indexer/input/mail/transfer.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "indexer/input/decode.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::array<std::int8_t, 256> base64_values = [] {
  std::array<std::int8_t, 256> values{};
  for (std::int8_t& value : values) value = -1;
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < digits.size(); ++i)
    values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
  return values;
}();

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The byte that "=XX" at `at` stands for.
std::optional<char> escaped(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hexadecimal(text[at + 1]), low = hexadecimal(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::string from_q(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<char> byte = text[at] == '=' ? escaped(text, at) : std::nullopt;
    bytes += byte ? *byte : text[at] == '_' ? ' ' : text[at];
    if (byte) at += 2;
  }
  return bytes;
}

struct EncodedWord {
  std::string charset, bytes;
  std::size_t size = 0;  // as written
};

// At "=?".
std::optional<EncodedWord> encoded_word(std::string_view text) {
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return std::nullopt;
  EncodedWord word;
  word.charset = text.substr(2, charset_end - 2);
  word.charset.resize(std::min(word.charset.find('*'), word.charset.size()));  // a language may follow
  const std::string_view content = text.substr(charset_end + 3, end - charset_end - 3);
  const char how = static_cast<char>(text[charset_end + 1] | 0x20);
  if (how != 'b' && how != 'q') return std::nullopt;
  word.bytes = how == 'b' ? from_base64(content) : from_q(content);
  word.size = end + 2;
  return word;
}

std::string in_utf8(std::string_view bytes, std::string_view charset) {
  std::optional<Decoded> decoded = decode(bytes, charset);
  return decoded ? std::move(decoded->text) : text::repair(bytes).text;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_values[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes += text[at];
      continue;
    }
    const std::size_t line_end = text.find_first_not_of(" \t\r", at + 1);
    if (line_end == std::string_view::npos || text[line_end] == '\n') {
      at = std::min(line_end, text.size());  // a line end that is only for the journey
    } else if (const std::optional<char> byte = escaped(text, at)) {
      bytes += *byte;
      at += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string header_text(std::string_view value) {
  std::string text, bytes, charset;  // bytes: of words so far that stand together, as one character may be in two
  std::size_t plain = 0, at = 0;
  const auto finish = [&] {
    if (!bytes.empty()) text += in_utf8(bytes, charset);
    bytes.clear();
  };
  while ((at = value.find("=?", at)) != std::string_view::npos) {
    const std::optional<EncodedWord> word = encoded_word(value.substr(at));
    if (!word) {
      at += 2;
      continue;
    }
    const std::string_view between = value.substr(plain, at - plain);
    const bool stands_together = !bytes.empty() && between.find_first_not_of(" \t") == std::string_view::npos;
    if (!stands_together || word->charset != charset) finish();
    if (!stands_together) text += in_utf8(between, {});
    charset = word->charset;
    bytes += word->bytes;
    plain = at += word->size;
  }
  finish();
  return text + in_utf8(value.substr(plain), {});
}

}  // namespace dateline::indexer
