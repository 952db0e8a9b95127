// Compressed bytes, with a first byte that says how, so that another way can come later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

std::string compress(std::string_view bytes);

// Empty when the bytes are damaged, or would become more than `largest`.
std::optional<std::string> decompress(std::string_view compressed, std::uint64_t largest);

}  // namespace dateline::schema
