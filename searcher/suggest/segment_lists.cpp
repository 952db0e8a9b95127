#include "searcher/suggest/segment_lists.hpp"

#include <utility>

namespace dateline::searcher {

const NameList& SegmentLists::speakers(const SegmentIndex& index) const {
  std::call_once(speakers_once_, [&] { speakers_ = NameList(*columns_, index); });
  return speakers_;
}

// The lists hold the columns, so no other segment can be known by the same address.
Lists ListsOfSegments::of(const State& state) {
  Lists lists;
  std::map<const schema::Columns*, std::shared_ptr<const SegmentLists>> in_use;
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < state.size(); ++i) {
    const auto& columns = state.segment(i).columns;
    const auto known = known_.find(columns.get());
    auto list = known != known_.end() ? known->second : std::make_shared<const SegmentLists>(columns);
    in_use.emplace(columns.get(), list);
    lists.push_back(std::move(list));
  }
  known_ = std::move(in_use);
  return lists;
}

}  // namespace dateline::searcher
