// An array of any size, an element at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/input/byte_reader.hpp"

namespace dateline::indexer {

class JsonArray {
 public:
  // At '['.
  explicit JsonArray(ByteReader& bytes);

  enum class Found : std::uint8_t { element, damaged, end, cut_off };
  // `damaged`: a string with a line end in it, or more than a record may have; goes on behind that line.
  // `cut_off`: the bytes end inside the array.
  Found next();

  // As it is written, until next(); not checked further than where it ends.
  std::string_view element() const { return element_; }

 private:
  Found scan();

  ByteReader& bytes_;
  std::string_view element_;
  std::size_t passed_ = 0;  // what the element takes, passed with the next call
};

}  // namespace dateline::indexer
