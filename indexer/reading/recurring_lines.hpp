// Lines that stand below articles again and again: boilerplate that no cue list names, learnt from the archive itself.
//
// A line of some length is boilerplate when at least three different stories end in it. Stories differ when the last
// paragraphs above what they have in common do: three copies of one story end alike, and have nothing above it that
// differs. Only what stands at the end is learnt and cut, because a paragraph of background that a paper prints again
// and again stands between others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/reading/head.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

// What an archive has learnt. Immutable; any thread.
class RecurringLines {
 public:
  // Hashes, as RecurringLinesLearner makes them.
  explicit RecurringLines(std::vector<std::uint64_t> lines);

  bool empty() const { return lines_.empty(); }
  bool has(std::string_view line) const;

  // Cuts the blocks at the end of the body that recur.
  void cut(const std::vector<Block>& blocks, std::vector<Fate>& fates) const;

  // As one sealed file. Decoding gives nothing when the bytes are damaged.
  std::string encode() const;
  static std::optional<RecurringLines> decode(std::string_view bytes);

 private:
  std::vector<std::uint64_t> lines_;  // rising
};

// What is learnt depends on which articles there are, not on their order.
class RecurringLinesLearner {
 public:
  // An article as it was read without what is to be learnt.
  void add(const schema::StoredArticle& article);
  bool empty() const { return endings_.empty(); }
  RecurringLines learn() const;

 private:
  using Ending = std::vector<std::uint64_t>;  // the last paragraphs of an article, the last first
  std::size_t shared_end(const Ending& ending) const;

  std::vector<Ending> endings_;
  std::unordered_map<std::uint64_t, std::uint32_t> articles_with_;  // among their last paragraphs
};

}  // namespace dateline::indexer
