// Numbers as glass writes them. Every reader stops at `end`: a damaged page is a refused page.
#pragma once

#include <cstdint>
#include <optional>

namespace dateline::schema::glass {

using Byte = unsigned char;

inline std::uint32_t big_endian_16(const Byte* at) { return static_cast<std::uint32_t>(at[0]) << 8 | at[1]; }
inline std::uint32_t big_endian_32(const Byte* at) { return big_endian_16(at) << 16 | big_endian_16(at + 2); }

template <class Number>
bool read_long_number(const Byte*& at, const Byte* end, Number& number) {
  constexpr unsigned bits = sizeof(Number) * 8;
  Number value = 0;
  for (unsigned shift = 0; at != end && shift < bits; shift += 7) {
    const Byte byte = *at++;
    value |= static_cast<Number>(static_cast<Number>(byte & 0x7F) << shift);
    if (byte < 0x80) {
      number = value;
      return true;
    }
  }
  return false;
}

// Seven bits a byte, lowest first, the high bit set on all but the last. False when there is no whole number of that
// type before `end`. Most are one byte.
template <class Number>
inline __attribute__((always_inline)) bool read_number(const Byte*& at, const Byte* end, Number& number) {
  if (at == end || *at >= 0x80) return read_long_number(at, end, number);
  number = *at++;
  return true;
}

// A number whose bytes sort as it does: two bytes below 0x8000; above, the leading ones of the first byte count those
// that follow beyond one.
inline std::optional<std::uint32_t> read_sortable_number(const Byte*& at, const Byte* end) {
  if (end - at < 2) return std::nullopt;
  const Byte first = *at++;
  if (first < 0x80) return static_cast<std::uint32_t>(first) << 8 | *at++;
  int following = 1;
  while (following < 8 && (first << following & 0x80)) ++following;
  ++following;
  if (following > 5 || end - at < following) return std::nullopt;
  std::uint64_t number = first & (0xFFu >> following);
  for (int i = 0; i < following; ++i) number = number << 8 | *at++;
  if (number > UINT32_MAX) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

}  // namespace dateline::schema::glass
