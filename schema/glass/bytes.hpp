// Numbers and keys as glass writes them. Every reader stops at `end`: a damaged page is a refused page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema::glass {

using Byte = unsigned char;

inline std::uint32_t big_endian_16(const Byte* at) { return static_cast<std::uint32_t>(at[0]) << 8 | at[1]; }
inline std::uint32_t big_endian_32(const Byte* at) { return big_endian_16(at) << 16 | big_endian_16(at + 2); }

inline void put_big_endian_16(Byte* at, std::uint32_t number) {
  at[0] = static_cast<Byte>(number >> 8);
  at[1] = static_cast<Byte>(number);
}
inline void put_big_endian_32(Byte* at, std::uint32_t number) {
  put_big_endian_16(at, number >> 16);
  put_big_endian_16(at + 2, number);
}

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

// A few numbers that are appended at once: appending a string byte by byte costs more than what is appended.
template <std::size_t most>
class NumberBytes {
 public:
  template <class Number>
  void add(Number number) {
    for (; number >= 0x80; number = static_cast<Number>(number >> 7))
      bytes_[size_++] = static_cast<char>(number | 0x80);
    bytes_[size_++] = static_cast<char>(number);
  }
  std::string_view view() const { return {bytes_, size_}; }

 private:
  char bytes_[most * 10];  // ten a number
  std::size_t size_ = 0;
};

template <class Number>
void append_number(Number number, std::string& bytes) {
  NumberBytes<1> one;
  one.add(number);
  bytes += one.view();
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

inline void append_sortable_number(std::uint32_t number, std::string& bytes) {
  if (number < 0x8000) {
    bytes += static_cast<char>(number >> 8);
    bytes += static_cast<char>(number);
    return;
  }
  int following = number < 0x400000 ? 2 : number < 0x20000000 ? 3 : 4;
  const auto ones = static_cast<std::uint8_t>(0xFF << (9 - following));
  bytes += static_cast<char>(ones | (following == 4 ? 0 : number >> (8 * following)));
  while (following-- > 0) bytes += static_cast<char>(number >> (8 * following));
}

// A zero byte ends a term in a key, so one inside it is escaped.
inline void append_escaped(std::string_view term, std::string& key) {
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xff';
  }
}

// No term's key begins so: there a zero byte is followed by ff.
inline constexpr std::string_view value_statistics_key{"\0\xd0", 2};
inline constexpr std::string_view values_key{"\0\xd8", 2};
inline constexpr std::string_view lengths_key{"\0\xe0", 2};

}  // namespace dateline::schema::glass
