#include <optional>

#include "schema/files.hpp"
#include "schema/manifest.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

constexpr std::string_view kind = "LIVE";

std::string encode_words(const Bitmap& bitmap) {
  std::string bytes;
  bytes.reserve(8 * bitmap.words().size());
  for (const std::uint64_t word : bitmap.words()) bytes += fixed64(word);
  return bytes;
}

// The bits beyond the size must be 0, as Bitmap keeps them.
std::optional<Bitmap> decode_words(std::uint32_t size, std::string_view bytes) {
  const std::uint64_t words = (std::uint64_t{size} + 63) / 64;
  if (bytes.size() != words * 8) return std::nullopt;
  Bitmap bitmap(size);
  for (std::size_t i = 0; i < words; ++i) bitmap.words()[i] = *read_fixed64(bytes.substr(8 * i, 8));
  Bitmap all(size, true);
  return (all &= bitmap) == bitmap ? std::optional(bitmap) : std::nullopt;
}

}  // namespace

// For each segment: name, number of articles, words (8 bytes each, big-endian; article 0 is the lowest bit of the
// first).
std::string encode(const LiveBitmaps& bitmaps) {
  std::string payload;
  for (const auto& [segment, bitmap] : bitmaps) {
    put_string(payload, segment);
    put_varint(payload, bitmap.size());
    put_string(payload, encode_words(bitmap));
  }
  return seal(kind, payload);
}

std::optional<LiveBitmaps> decode_live_bitmaps(std::string_view bytes) {
  auto payload = unseal(kind, bytes);
  if (!payload) return std::nullopt;
  LiveBitmaps bitmaps;
  while (!payload->empty()) {
    std::string_view segment, words;
    std::uint32_t size = 0;
    if (!take_string(*payload, segment) || !take_varint(*payload, size) || !take_string(*payload, words))
      return std::nullopt;
    auto bitmap = decode_words(size, words);
    if (!bitmap) return std::nullopt;
    bitmaps.insert_or_assign(std::string(segment), *std::move(bitmap));
  }
  return bitmaps;
}

}  // namespace dateline::schema
