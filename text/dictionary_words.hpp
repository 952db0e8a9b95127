// Dictionary words of scripts without blanks, found by ICU.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::text {

struct ByteRange {
  std::uint32_t begin = 0, end = 0;
};

// One a thread.
class DictionaryWords {
 public:
  DictionaryWords();
  ~DictionaryWords();
  // Everything between two word boundaries in `text`, in order. Valid until the next call.
  const std::vector<ByteRange>& find(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::text
