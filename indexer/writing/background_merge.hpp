// Segments that are rewritten as one while articles are added and committed.
//
// What is merged is as it was when this began: segments are immutable, and what is removed of them meanwhile is masked
// in the merged one when it takes their place.
#pragma once

#include <atomic>
#include <filesystem>
#include <future>
#include <vector>

#include "indexer/writing/publication.hpp"
#include "indexer/writing/segment_builder.hpp"

namespace dateline::indexer {

// The writer's thread calls everything here; the work is done by threads of its own.
class BackgroundMerge {
 public:
  // `chosen` of the generation in `generation`, live articles of which become one segment in `folder`.
  BackgroundMerge(std::vector<Part> chosen, std::filesystem::path generation, const BuilderOptions& options,
                  std::filesystem::path folder);
  // Ends it. What it has made lies in its folder, which is nobody's until adopt().
  ~BackgroundMerge();
  BackgroundMerge(const BackgroundMerge&) = delete;
  BackgroundMerge& operator=(const BackgroundMerge&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  bool is_done() const;

  // Waits for it, and puts the merged segment in the place of the chosen ones, however they are masked now. Throws what
  // merging threw; then `parts` are as they were. Once.
  void adopt(std::vector<Part>& parts);

 private:
  const std::vector<Part> chosen_;
  const std::filesystem::path folder_;
  std::atomic<bool> is_cancelled_ = false;
  std::future<Part> merged_;  // last: its thread reads the others
};

}  // namespace dateline::indexer
