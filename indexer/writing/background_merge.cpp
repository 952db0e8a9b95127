#include "indexer/writing/background_merge.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dateline::indexer {
namespace {

// Merged articles come in the order of the segments and, in each, of those that were live then.
void mask_what_was_removed(const schema::Bitmap& then, const schema::Bitmap* now, std::uint32_t& ordinal,
                           schema::Bitmap& merged) {
  then.for_each([&](std::uint32_t article) {
    if (!now || !(*now)[article]) merged.clear(ordinal);
    ++ordinal;
  });
}

auto find_part(std::vector<Part>& parts, const std::string& name) {
  return std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.entry.name == name; });
}

}  // namespace

BackgroundMerge::BackgroundMerge(std::vector<Part> chosen, std::filesystem::path generation,
                                 const BuilderOptions& options, std::filesystem::path folder)
    : chosen_(std::move(chosen)),
      folder_(std::move(folder)),
      merged_(std::async(std::launch::async, [this, generation = std::move(generation), options] {
        return rewrite(chosen_, generation, options, folder_, &is_cancelled_);
      })) {}

BackgroundMerge::~BackgroundMerge() {
  is_cancelled_ = true;
  if (merged_.valid()) merged_.wait();
}

bool BackgroundMerge::is_done() const { return merged_.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }

void BackgroundMerge::adopt(std::vector<Part>& parts) {
  Part merged = merged_.get();
  std::uint32_t ordinal = 0;
  auto place = parts.end() - parts.begin();
  for (const Part& then : chosen_) {
    const auto now = find_part(parts, then.entry.name);
    mask_what_was_removed(then.live, now == parts.end() ? nullptr : &now->live, ordinal, merged.live);
    if (now == parts.end()) continue;
    place = std::min(place, now - parts.begin());
    parts.erase(now);
  }
  parts.insert(parts.begin() + std::min(place, parts.end() - parts.begin()), std::move(merged));
}

}  // namespace dateline::indexer
