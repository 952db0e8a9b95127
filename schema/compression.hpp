// Compressed bytes, with a first byte that says how, so that another way can come later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

class SegmentDictionaries;
class TrainedDictionary;

inline constexpr int compression_level = 3;

// With a dictionary, only its segment's readers can unpack them.
std::string compress(std::string_view bytes, const TrainedDictionary* dictionary = nullptr);

// In a fraction of the time, and larger: for what is soon read and thrown away.
std::string compress_quickly(std::string_view bytes);

// Empty when the bytes are damaged, would become more than `largest`, or need a dictionary that is not given. Throws
// what SegmentDictionaries::find() throws when they need it.
std::optional<std::string> decompress(std::string_view compressed, std::uint64_t largest,
                                      const SegmentDictionaries* dictionaries = nullptr);

}  // namespace dateline::schema
