// A small sample of an article's shingles, by which articles that may be copies of one story are found among millions.
//
// The sample holds the shingles with the smallest hashes. Two texts choose alike, so that a shared shingle which is
// small enough for both is in both samples; a story and a cut-down copy of it are compared on the part of the range
// that both samples cover. (MinHash in its usual form estimates resemblance, which a cut to half takes down to a half.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

inline constexpr std::size_t signature_samples = 32;

// A text with fewer shingles has no copies: it is too short for what it shares to mean anything.
inline constexpr std::uint32_t fewest_shingles = 20;

struct Signature {
  std::uint32_t shingles = 0;          // distinct ones of the text
  std::vector<std::uint32_t> samples;  // upper halves of the smallest shingles, distinct, rising; fewer: that is all
  friend bool operator==(const Signature&, const Signature&) = default;
};

// Empty for texts that have no copies.
std::optional<Signature> sign(const std::vector<std::uint64_t>& shingles);

std::size_t shared_samples(const Signature& a, const Signature& b);

// Slot::signature.
std::string encode(const Signature& signature);
std::optional<Signature> decode_signature(std::string_view value);

}  // namespace dateline::schema
