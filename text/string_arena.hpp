// Strings that live together, in few pieces of memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// Views of what it keeps live until clear(), and move with it.
class StringArena {
 public:
  std::string_view keep(std::string_view text);
  std::size_t size() const { return size_; }
  void clear();

 private:
  std::vector<std::string> blocks_;  // each reserved once and never grown beyond
  std::size_t size_ = 0;
};

}  // namespace dateline::text
