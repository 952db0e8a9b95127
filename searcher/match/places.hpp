// Finds places in one article after the other: windows of positions from Xapian's position lists.
//
// Xapian's own phrase and NEAR reject groups of words, nested phrases and two terms at one position; this does not.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/structure.hpp"
#include "searcher/match/postings.hpp"
#include "searcher/match/word_run.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

using schema::PositionRange;

class PlaceFinder {
 public:
  explicit PlaceFinder(Postings& postings) : postings_(postings) {}

  // What follows is about this article. `structure` may be null when the place needs none (needs_structure()).
  void begin_article(std::uint32_t article, const schema::Structure* structure);

  // Whether the place lies within `unit`; of places joined by `together`, each one.
  bool holds(const Place& place, PositionRange unit);

  // Where the place is in the article, by begin. Valid until the next article.
  const std::vector<PositionRange>& places(const Place& place) { return windows(place); }

  // So that no article can take for ever, only so many combinations of words are tried in each. False when one would
  // have needed more.
  bool tried_all() const { return tried_all_; }

 private:
  static constexpr std::size_t most_steps = 100'000;
  using Windows = std::vector<PositionRange>;  // by begin

  const Windows& windows(const Place& place);
  Windows find(const Place& place);
  Windows find_forms(const Place& place);
  Windows find_phrase(const Place& place);
  WordRun* word_run(const Place& place);
  Windows find_near(const Place& place, bool in_order);
  Windows find_together(const Place& place);
  bool together_holds(const Place& place, PositionRange unit);
  bool every_child_holds(const Place& place, PositionRange unit);

  Postings& postings_;
  std::uint32_t article_ = 0;
  std::size_t steps_left_ = most_steps;  // in this article
  bool tried_all_ = true;
  const schema::Structure* structure_ = nullptr;
  std::vector<std::pair<const Place*, Windows>> found_;  // in this article
  std::vector<std::uint32_t> positions_;                 // room that is used again
  std::unordered_map<const Place*, std::optional<WordRun>> word_runs_;
};

// Whether sentences, paragraphs or the limits of phrases decide.
bool needs_structure(const Place& place);

}  // namespace dateline::searcher
