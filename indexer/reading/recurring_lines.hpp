// Lines that stand in articles again and again: boilerplate that no cue list names, learnt from the archive itself
// (docs/BOILERPLATE.md). Two kinds: those in which stories end, and those that stand between paragraphs of stories with
// which they have nothing in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/head.hpp"
#include "indexer/reading/line_key.hpp"

namespace dateline::indexer {

// The reason of a cut that was made because of them.
inline constexpr std::string_view recurs = "recurs in the archive";

// What an archive has learnt. Immutable; any thread.
class RecurringLines {
 public:
  RecurringLines(std::vector<LineKey> at_ends, std::vector<LineKey> inside);

  bool empty() const { return at_ends_.empty() && inside_.empty(); }

  // Whether the line or a part of it, by their keys, is cut anywhere.
  bool has(LineKey line, const std::vector<LineKey>& parts) const;

  // Cuts the blocks of the body that recur.
  void cut(const std::vector<Block>& blocks, std::vector<Fate>& fates) const;

  // As one sealed file. Decoding gives nothing when the bytes are damaged.
  std::string encode() const;
  static std::optional<RecurringLines> decode(std::string_view bytes);

 private:
  bool stands_at_end(LineKey key, const std::vector<LineKey>& parts) const;

  std::vector<LineKey> at_ends_, inside_;  // rising
};

}  // namespace dateline::indexer
