#include "indexer/input/convert.hpp"

#include <unicode/ucnv.h>

#include <cstdint>

namespace dateline::indexer {
namespace {

// ICU counts in 32 bits, and texts grow.
constexpr std::size_t longest_converted = 256 << 20;

}  // namespace

std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  if (bytes.size() > longest_converted) return std::nullopt;
  if (bytes.empty()) return std::string();
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

std::optional<std::string> convert_strictly(std::string_view bytes, const std::string& encoding) {
  std::optional<std::string> text = convert(bytes, encoding);
  if (text && text->find("\xEF\xBF\xBD") != std::string::npos) return std::nullopt;
  return text;
}

}  // namespace dateline::indexer
