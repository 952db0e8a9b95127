// How much larger an input may become by unpacking: what bounds the cost of a file that was made to fill a disk.
#pragma once

#include <cstdint>

#include "indexer/input/byte_reader.hpp"

namespace dateline::indexer {

// Shared by all that is unpacked from one input, however deep it is packed.
class Expansion {
 public:
  explicit Expansion(const ByteReader& input) : input_(input) {}

  // So much more was unpacked. False when it is too much for what was read of the input.
  bool grow(std::uint64_t bytes) {
    unpacked_ += bytes;
    return unpacked_ <= free_of_charge || unpacked_ / most_times <= input_.taken();
  }

 private:
  // Text becomes a tenth of its size, records with much in common a hundredth; a bomb a thousandth and less.
  static constexpr std::uint64_t most_times = 200;
  static constexpr std::uint64_t free_of_charge = 256 << 20;

  const ByteReader& input_;
  std::uint64_t unpacked_ = 0;
};

inline constexpr const char* expands_too_much =
    "unpacks to more than 200 times its size, as files do that are made to fill a disk; unpack it and index what is in "
    "it, if it is to be trusted";

}  // namespace dateline::indexer
