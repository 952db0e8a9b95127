// Most of what a table is asked for it does not hold: one bit says so before the table is searched.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <string_view>

namespace dateline::text {

// For some ten thousand keys: of others one in twenty is taken for one. Any thread once it is filled.
class KeyFilter {
 public:
  void add(std::string_view key) { bits_.set(bit_of(key)); }
  bool may_hold(std::string_view key) const { return bits_[bit_of(key)]; }

 private:
  static constexpr std::size_t size = std::size_t{1} << 18;
  static std::size_t bit_of(std::string_view key) { return std::hash<std::string_view>{}(key) % size; }

  std::bitset<size> bits_;
};

}  // namespace dateline::text
