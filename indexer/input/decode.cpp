#include "indexer/input/decode.hpp"

#include <array>

#include "indexer/input/convert.hpp"
#include "indexer/input/encoding_guess.hpp"
#include "indexer/input/encoding_names.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::string_view utf16_by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return {};
}

// UTF-16 without a mark: in Latin text every second byte is NUL.
std::string_view utf16_by_shape(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i & 1] += head[i] == '\0';
  const std::size_t most = head.size() / 2 * 7 / 10;
  if (head.size() < 8) return {};
  if (zeros[1] > most && zeros[0] * 20 < zeros[1]) return "UTF-16LE";
  if (zeros[0] > most && zeros[1] * 20 < zeros[0]) return "UTF-16BE";
  return {};
}

std::string utf16_of(std::string_view bytes) {
  const std::string_view marked = utf16_by_mark(bytes);
  return std::string(marked.empty() ? utf16_by_shape(bytes) : marked);
}

bool has_nul(std::string_view bytes) { return bytes.substr(0, 1024).find('\0') != std::string_view::npos; }

// Whether more than a tenth of the beginning is control characters or replacement marks.
bool looks_binary(std::string_view text) {
  std::size_t odd = 0, all = 0;
  for (std::size_t at = 0; at < text.size() && all < 4096; ++all) {
    const char32_t c = text::next_code_point(text, at);
    odd += c == 0xFFFD || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7F && c < 0xA0);
  }
  return odd * 10 > all;
}

Decoded repaired(std::string_view bytes, std::string encoding) {
  text::Repaired text = text::repair(bytes);
  return {std::move(text.text), std::move(encoding), text.replaced};
}

// Mostly UTF-8 with a few damaged places is UTF-8: a guess would spoil all of it for the sake of those.
bool nearly_utf8(std::string_view bytes) {
  std::size_t multibyte = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    multibyte +=
        static_cast<unsigned char>(bytes[i]) >= 0xC2 && (static_cast<unsigned char>(bytes[i + 1]) & 0xC0) == 0x80;
  return text::repair(bytes).replaced * 10 < multibyte;
}

// It is ASCII but for its escapes, and so would pass for UTF-8.
bool is_iso_2022_jp(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 16384);
  return head.find("\x1B$B") != std::string_view::npos || head.find("\x1B$@") != std::string_view::npos;
}

// More than a fiftieth of what is not ASCII.
bool has_many_marks(std::string_view text) {
  std::size_t marks = 0, others = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    marks += c == 0xFFFD;
    others += c >= 0x80;
  }
  return marks * 50 > others;
}

// What is declared, where it can be true. Servers declare Latin letters who know nothing of the page.
std::string declared_truly(std::string_view bytes, std::string_view declared) {
  std::string encoding = meant_encoding(declared);
  if (encoding.empty() || (is_latin(encoding) && is_written_beyond_ascii(bytes))) return {};
  const std::optional<std::string> text = convert(bytes.substr(0, 1 << 16), encoding);
  return text && !has_many_marks(*text) ? encoding : std::string();
}

}  // namespace

std::string text_of_utf16(std::string_view bytes) {
  const std::string encoding = utf16_of(bytes);
  if (encoding.empty()) return {};
  const std::size_t mark = utf16_by_mark(bytes).empty() ? 0 : 2;
  return convert(bytes.substr(mark, (bytes.size() - mark) / 2 * 2), encoding).value_or("");
}

std::optional<Decoded> decode(std::string_view bytes, std::string_view declared) {
  if (std::string wide = utf16_of(bytes); !wide.empty()) {
    const std::string text = text_of_utf16(bytes);
    if (text.empty() || looks_binary(text)) return std::nullopt;
    return repaired(text, std::move(wide));
  }
  if (has_nul(bytes)) return std::nullopt;
  if (is_iso_2022_jp(bytes))
    if (const std::optional<std::string> text = convert_strictly(bytes, "ISO-2022-JP"))
      return repaired(*text, "ISO-2022-JP");
  if (text::is_utf8(bytes) || nearly_utf8(bytes)) {
    if (looks_binary(bytes.substr(0, 16384))) return std::nullopt;
    return repaired(bytes, "UTF-8");
  }
  std::string encoding = declared_truly(bytes, declared);
  if (encoding.empty()) encoding = guess_encoding(bytes);
  const std::optional<std::string> text = convert(bytes, encoding);
  if (text && !looks_binary(*text)) return repaired(*text, std::move(encoding));
  if (looks_binary(text::repair(bytes.substr(0, 16384)).text)) return std::nullopt;
  return repaired(bytes, "UTF-8");
}

}  // namespace dateline::indexer
