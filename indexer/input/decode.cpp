#include "indexer/input/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// A guess needs no more than this much text.
constexpr std::size_t sample_size = 64 << 10;
// Longer texts in other encodings than UTF-8 are refused: ICU counts in 32 bits.
constexpr std::size_t longest_converted = 256 << 20;

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

std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  if (bytes.size() > longest_converted) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(bytes.size());
  const std::int32_t needed = ucnv_convert("UTF-8", encoding.c_str(), nullptr, 0, bytes.data(), size, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
  std::string text(static_cast<std::size_t>(needed), '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", encoding.c_str(), text.data(), needed, bytes.data(), size, &status);
  if (status != U_ZERO_ERROR && status != U_STRING_NOT_TERMINATED_WARNING) return std::nullopt;
  return text;
}

std::string guess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  const std::string_view sample = bytes.substr(0, sample_size);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  const char* name = U_SUCCESS(status) && match ? ucsdet_getName(match, &status) : nullptr;
  return U_SUCCESS(status) && name ? name : "";
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
  const bool valid = text::is_utf8(bytes);
  if (valid || nearly_utf8(bytes)) {
    if (looks_binary(bytes.substr(0, 16384))) return std::nullopt;
    return repaired(bytes, "UTF-8");
  }
  for (const std::string& encoding : {std::string(declared), guess(bytes)}) {
    if (encoding.empty()) continue;
    const std::optional<std::string> text = convert(bytes, encoding);
    if (text && !looks_binary(*text)) return repaired(*text, encoding);
  }
  if (looks_binary(text::repair(bytes.substr(0, 16384)).text)) return std::nullopt;
  return repaired(bytes, "UTF-8");
}

}  // namespace dateline::indexer
