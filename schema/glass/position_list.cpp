#include "schema/glass/position_list.hpp"

#include <bit>

#include "schema/glass/bytes.hpp"

namespace dateline::schema::glass {
namespace {

// Lowest bit first. Beyond the end there are zeros, and `exhausted()` says that they were asked for.
class Bits {
 public:
  Bits(const Byte* at, const Byte* end) : at_(at), end_(end), left_((end - at) * 8) {}

  // At most 32.
  std::uint32_t take(int count) {
    if (held_ < count) fill();
    const auto taken = static_cast<std::uint32_t>(bits_ & ((std::uint64_t{1} << count) - 1));
    bits_ >>= count;
    held_ -= count;
    left_ -= count;
    return taken;
  }

  // One of `choices` numbers; those in the middle take a bit less where they are no power of two.
  std::uint32_t take_one_of(std::uint32_t choices) {
    if (choices <= 1) return 0;
    const int bits = static_cast<int>(std::bit_width(choices - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - choices);
    if (spare == 0) return take(bits);
    const std::uint32_t middle = (choices - spare) / 2;
    const std::uint32_t short_one = take(bits - 1);
    return short_one < middle && take(1) ? short_one + middle + spare : short_one;
  }

  bool exhausted() const { return left_ < 0; }

 private:
  void fill() {
    while (held_ <= 56 && at_ != end_) {
      bits_ |= std::uint64_t{*at_++} << held_;
      held_ += 8;
    }
    if (at_ == end_) held_ = 64;
  }

  const Byte* at_;
  const Byte* end_;
  std::ptrdiff_t left_;  // bits
  std::uint64_t bits_ = 0;
  int held_ = 0;
};

// The opposite of Bits.
class BitWriter {
 public:
  explicit BitWriter(std::string& bytes) : bytes_(bytes) {}

  // At most 32.
  void put(std::uint32_t value, int count) {
    bits_ |= std::uint64_t{value} << held_;
    for (held_ += count; held_ >= 8; held_ -= 8, bits_ >>= 8) bytes_ += static_cast<char>(bits_);
  }

  void put_one_of(std::uint32_t value, std::uint32_t choices) {
    if (choices <= 1) return;
    const int bits = static_cast<int>(std::bit_width(choices - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - choices);
    const std::uint32_t middle = (choices - spare) / 2;
    if (spare == 0 || value < middle) return put(value, bits);
    if (value < middle + spare) return put(value, bits - 1);
    put((value - middle - spare) | std::uint32_t{1} << (bits - 1), bits);
  }

  void finish() {
    if (held_ > 0) bytes_ += static_cast<char>(bits_);
  }

 private:
  std::string& bytes_;
  std::uint64_t bits_ = 0;
  int held_ = 0;
};

// Those between two, in the order in which fill_between() takes them.
void put_between(const std::uint32_t* positions, std::uint32_t low, std::uint32_t high, BitWriter& bits) {
  while (low + 1 < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::uint32_t room = positions[high] - positions[low] - (high - low) + 1;
    bits.put_one_of(positions[middle] - positions[low] - (middle - low), room);
    put_between(positions, low, middle, bits);
    low = middle;
  }
}

// Between two positions that are known, the one in the middle can be only where the others still have room. Returns the
// first that is not needed, when it comes to it, else `high`: those before it are filled in.
std::uint32_t fill_between(std::uint32_t* positions, std::uint32_t low, std::uint32_t high, std::uint32_t needed,
                           Bits& bits) {
  while (low + 1 < high) {
    const std::uint32_t middle = (low + high) / 2;
    const std::uint32_t room = positions[high] - positions[low] - (high - low) + 1;
    positions[middle] = positions[low] + (middle - low) + bits.take_one_of(room);
    const std::uint32_t reached = fill_between(positions, low, middle, needed, bits);
    if (reached < middle || positions[middle] > needed) return reached;
    low = middle;
  }
  return high;
}

}  // namespace

bool decode_positions(std::string_view tag, std::vector<std::uint32_t>& positions, std::uint32_t needed) {
  const Byte* at = reinterpret_cast<const Byte*>(tag.data());
  const Byte* end = at + tag.size();
  std::uint32_t last = 0;
  if (!read_number(at, end, last)) return false;
  if (at == end) {
    positions.push_back(last);
    return true;
  }
  Bits bits(at, end);
  const std::uint32_t first = bits.take_one_of(last);
  const std::uint64_t count = std::uint64_t{bits.take_one_of(last - first)} + 2;
  if (bits.exhausted() || count > std::uint64_t{last - first} + 1) return false;
  const std::size_t begin = positions.size();
  positions.resize(begin + count);
  std::uint32_t* list = positions.data() + begin;
  list[0] = first;
  list[count - 1] = last;
  const auto end_of_list = static_cast<std::uint32_t>(count - 1);
  const std::uint32_t reached = first > needed ? 0 : fill_between(list, 0, end_of_list, needed, bits);
  positions.resize(begin + reached + 1);
  return !bits.exhausted();
}

void encode_positions(std::span<const std::uint32_t> positions, std::string& tag) {
  const std::uint32_t first = positions.front(), last = positions.back();
  append_number(last, tag);
  if (positions.size() == 1) return;
  const auto end = static_cast<std::uint32_t>(positions.size() - 1);
  BitWriter bits(tag);
  bits.put_one_of(first, last);
  bits.put_one_of(end - 1, last - first);
  put_between(positions.data(), 0, end, bits);
  bits.finish();
}

}  // namespace dateline::schema::glass
