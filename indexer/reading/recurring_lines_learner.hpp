// What recurs in articles, found when all of them are known. It depends on which articles there are, not on their
// order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/reading/line_echo.hpp"
#include "indexer/reading/line_key.hpp"
#include "indexer/reading/recurring_lines.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {

class RecurringLinesLearner {
 public:
  // An article as it was read, without or with what was learnt before.
  void add(const schema::StoredArticle& article);
  // Once, after all of them.
  RecurringLines learn();

 private:
  struct Line {
    LineKey key = 0;
    Bond bond = Bond::unknown;     // to its article
    bool is_short = false;         // enough to stand between paragraphs
    std::vector<LineKey> parts{};  // of one of the last lines
  };
  struct Seen {
    std::uint64_t article = 0;   // hash of its key
    std::uint64_t source = 0;    // 0: unknown
    std::vector<Line> lines;     // the last first
    std::size_t shared_end = 0;  // so many of them, once it is known what recurs
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
