#include "indexer/speech/word_key.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline::indexer::speech {
namespace {

// 0: left out of keys.
UChar32 key_letter(UChar32 c) {
  switch (c) {
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x0130:
    case 0x0131:
      return 'i';
    case 0x0451:
    case 0x0401:
      return 0x0435;  // ё as е
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;  // forms of alef
    case 0x0649:
    case 0x06CC:
      return 0x064A;  // yeh
    case 0x06A9:
      return 0x0643;  // kaf
    case 0x0629:
      return 0x0647;  // teh marbuta as heh
    case 0x0640:
    case 0x200C:
    case 0x200D:
    case 0x00AD:
    case 0x200E:
    case 0x200F:
      return 0;
    default:
      break;
  }
  if ((c >= 0x064B && c <= 0x065F) || (c >= 0x0591 && c <= 0x05C7)) return 0;  // Arabic and Hebrew vowel signs
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

constexpr UChar32 two_bytes_end = 0x800;  // code points below it have two bytes at most: most alphabets

// key_letter() of those.
const std::array<UChar32, two_bytes_end>& key_letters() {
  static const auto letters = [] {
    std::array<UChar32, two_bytes_end> made{};
    for (UChar32 c = 0; c < two_bytes_end; ++c) made[static_cast<std::size_t>(c)] = key_letter(c);
    return made;
  }();
  return letters;
}

// Capitals A to Z of eight bytes of ASCII made small at once.
std::uint64_t small_letters(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t from_a = eight + each * (0x80 - 'A'), behind_z = eight + each * (0x7F - 'Z');
  return eight | (((from_a ^ behind_z) & (each * 0x80)) >> 2);
}

// Up to eight bytes as a number, the first the lowest; bytes that are not there are zero.
std::uint64_t load(const char* at, std::size_t count) {
  std::uint64_t eight = 0;
  if (count >= 8) {
    std::memcpy(&eight, at, 8);
  } else if (count >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + count - 4, 4);
    eight = low | std::uint64_t{high} << (8 * (count - 4));
  } else if (count > 0) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i); };
    eight = byte(0) | byte(count / 2) | byte(count - 1);
  }
  return eight;
}

bool is_ascii(std::uint64_t eight) { return (eight & 0x8080808080808080u) == 0; }

// Writes the key of `raw` to `out`, which has room for twice its bytes and eight more; returns its length.
std::size_t write_key(std::string_view raw, char* out) {
  std::size_t at = 0, written = 0;
  while (at < raw.size()) {
    const std::size_t count = std::min<std::size_t>(8, raw.size() - at);
    std::uint64_t eight = load(raw.data() + at, count);
    if (is_ascii(eight)) {
      eight = small_letters(eight);
      std::memcpy(out + written, &eight, 8);
      at += count;
      written += count;
      continue;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    const auto end = static_cast<std::int32_t>(at + count), length = static_cast<std::int32_t>(raw.size());
    auto i = static_cast<std::int32_t>(at);
    while (i < end) {
      UChar32 c = 0;
      U8_NEXT(bytes, i, length, c);
      if (c < 0) continue;
      c = c < two_bytes_end ? key_letters()[static_cast<std::size_t>(c)] : key_letter(c);
      if (c == 0) continue;
      auto place = static_cast<std::int32_t>(written);
      U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), place, c);
      written = static_cast<std::size_t>(place);
    }
    at = static_cast<std::size_t>(i);
  }
  return written;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

}  // namespace

// Nearly every word of many languages is ASCII: its key and hash in one go.
WordKey::WordKey(std::string_view raw) : hash_(raw.size()) {
  while (size_ < raw.size()) {
    const std::uint64_t eight = load(raw.data() + size_, raw.size() - size_);
    if (!is_ascii(eight)) break;
    const std::uint64_t small = small_letters(eight);
    std::memcpy(buffer_ + size_, &small, 8);
    hash_ = mixed(hash_, small);
    size_ += 8;
  }
  if (size_ >= raw.size()) {
    size_ = raw.size();
    return;
  }
  size_ = write_key(raw, buffer_);
  hash_ = hash_of(text());
}

std::uint64_t WordKey::hash_of(std::string_view key) {
  std::uint64_t hash = key.size();
  for (std::size_t at = 0; at < key.size(); at += 8) hash = mixed(hash, load(key.data() + at, key.size() - at));
  return hash;
}

void append_key(std::string& key, std::string_view raw) {
  constexpr std::size_t piece = 96;  // bytes, and up to three more where that would cut a letter
  char buffer[2 * (piece + 3) + 8];
  while (!raw.empty()) {
    std::size_t size = std::min(piece, raw.size());
    while (size < raw.size() && size < piece + 3 && U8_IS_TRAIL(static_cast<std::uint8_t>(raw[size]))) ++size;
    key.append(buffer, write_key(raw.substr(0, size), buffer));
    raw.remove_prefix(size);
  }
}

}  // namespace dateline::indexer::speech
