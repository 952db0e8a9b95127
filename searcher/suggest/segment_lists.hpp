// What suggesting derives from immutable segments, once each and on first use. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/suggest/frequent_words.hpp"
#include "searcher/suggest/name_list.hpp"

namespace dateline::searcher {

class SegmentLists {
 public:
  explicit SegmentLists(std::shared_ptr<const schema::Columns> columns) : columns_(std::move(columns)) {}

  // `index` is that of the segment.
  const NameList& speakers(const SegmentIndex& index) const;
  const FrequentWords& words() const { return words_; }

 private:
  std::shared_ptr<const schema::Columns> columns_;
  mutable std::once_flag speakers_once_;
  mutable NameList speakers_;
  FrequentWords words_;
};

// Those of a state's segments, in order.
using Lists = std::vector<std::shared_ptr<const SegmentLists>>;

// Keeps the lists of the segments that were asked about last.
class ListsOfSegments {
 public:
  Lists of(const State& state);

 private:
  std::mutex mutex_;
  std::map<const schema::Columns*, std::shared_ptr<const SegmentLists>> known_;
};

}  // namespace dateline::searcher
