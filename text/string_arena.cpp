#include "text/string_arena.hpp"

#include <algorithm>

namespace dateline::text {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

}  // namespace

std::string_view StringArena::keep(std::string_view text) {
  if (text.empty()) return {};
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
    blocks_.emplace_back();
    blocks_.back().reserve(std::max(kBlock, text.size()));
  }
  std::string& block = blocks_.back();
  const std::size_t start = block.size();
  block.append(text);
  size_ += text.size();
  return {block.data() + start, text.size()};
}

void StringArena::clear() {
  blocks_.clear();
  size_ = 0;
}

}  // namespace dateline::text
