#include "schema/signature.hpp"

#include <algorithm>

#include "schema/record.hpp"

namespace dateline::schema {
namespace {

// The smallest distinct ones. Texts repeat little, so twice as many as are wanted almost always have enough of them.
std::vector<std::uint32_t> smallest(std::vector<std::uint32_t> values) {
  const auto take = [&](std::size_t count) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count) - 1, values.end());
    std::vector<std::uint32_t> taken(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(taken.begin(), taken.end());
    taken.erase(std::unique(taken.begin(), taken.end()), taken.end());
    return taken;
  };
  std::vector<std::uint32_t> samples = take(std::min(2 * signature_samples, values.size()));
  if (samples.size() < signature_samples) samples = take(values.size());
  if (samples.size() > signature_samples) samples.resize(signature_samples);
  return samples;
}

// Counted, not sorted: every article that is indexed passes here.
std::uint32_t count_distinct(const std::vector<std::uint64_t>& shingles) {
  std::size_t slots = 64;
  while (slots < 2 * shingles.size()) slots *= 2;
  std::vector<std::uint64_t> seen(slots);  // open addressing; 0 is a free slot
  std::uint32_t distinct = 0;
  for (const std::uint64_t shingle : shingles) {
    const std::uint64_t value = shingle | 1;  // never that of a free slot
    std::size_t at = (shingle >> 1) & (slots - 1);
    while (seen[at] != 0 && seen[at] != value) at = (at + 1) & (slots - 1);
    distinct += seen[at] == 0;
    seen[at] = value;
  }
  return distinct;
}

}  // namespace

std::optional<Signature> sign(const std::vector<std::uint64_t>& shingles) {
  const std::uint32_t distinct = count_distinct(shingles);
  if (distinct < fewest_shingles) return std::nullopt;
  std::vector<std::uint32_t> values;
  values.reserve(shingles.size());
  for (const std::uint64_t shingle : shingles) values.push_back(static_cast<std::uint32_t>(shingle >> 32));
  return Signature{distinct, smallest(std::move(values))};
}

std::size_t shared_samples(const Signature& a, const Signature& b) {
  return static_cast<std::size_t>(std::count_if(a.samples.begin(), a.samples.end(), [&](std::uint32_t sample) {
    return std::binary_search(b.samples.begin(), b.samples.end(), sample);
  }));
}

std::string encode(const Signature& signature) {
  std::string value;
  put_varint(value, signature.shingles);
  for (const std::uint32_t sample : signature.samples) value += fixed32(sample);
  return value;
}

std::optional<Signature> decode_signature(std::string_view value) {
  Signature signature;
  if (!take_varint(value, signature.shingles) || value.size() % 4 != 0 || value.size() / 4 > signature_samples)
    return std::nullopt;
  for (; !value.empty(); value.remove_prefix(4)) signature.samples.push_back(*read_fixed32(value.substr(0, 4)));
  const auto& samples = signature.samples;
  if (std::adjacent_find(samples.begin(), samples.end(), std::greater_equal<>()) != samples.end()) return std::nullopt;
  return signature;
}

}  // namespace dateline::schema
