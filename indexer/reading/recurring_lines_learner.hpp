// What recurs in articles, found when all of them are known. It depends on which articles there are, not on their
// order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/reading/recurring_lines.hpp"
#include "indexer/reading/seen_lines.hpp"

namespace dateline::indexer {

class RecurringLinesLearner {
 public:
  void add(SeenLines article) { articles_.push_back({std::move(article), 0}); }
  // Once, after all of them.
  RecurringLines learn();
  // The articles that have any of what was learnt, by the hashes of their keys.
  std::vector<std::uint64_t> articles_with(const RecurringLines& learnt) const;

 private:
  struct Seen : SeenLines {
    std::size_t shared_end = 0;  // so many of the lines, once it is known what recurs
  };
  // One line in one article.
  struct Occurrence {
    std::uint32_t article = 0;
    bool at_end = false;
    bool is_short = false;
    Bond bond = Bond::unknown;
    LineKey above = 0, below = 0;  // of what recurs at the end as a whole; 0: nothing
  };
  using Occurrences = std::vector<Occurrence>;
  using Recurring = std::unordered_map<LineKey, Occurrences>;

  Recurring find_recurring() const;
  std::size_t shared_end(const Seen& seen, const Recurring& recurring) const;
  void gather(std::uint32_t article, Recurring& recurring);
  static std::size_t count(const Occurrences& occurrences, Bond bond);
  // Whether they stand in enough different ones. `alike`: two occurrences that do not show it.
  template <class Alike>
  bool tells_stories_apart(LineKey line, const Occurrences& occurrences, Alike alike) const;
  bool ends_stories(LineKey line, const Occurrences& occurrences) const;
  bool stands_inside(LineKey line, const Occurrences& occurrences) const;
  bool is_frequent_in_a_source(const Occurrences& occurrences) const;
  bool are_copies(std::uint32_t a, std::uint32_t b, LineKey except) const;
  std::vector<LineKey> own_lines(std::uint32_t article, LineKey except) const;

  std::vector<Seen> articles_;
  std::unordered_map<std::uint64_t, std::size_t> articles_of_;  // by source
};

}  // namespace dateline::indexer
