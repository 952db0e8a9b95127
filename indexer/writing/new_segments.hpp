// The segments made since the last commit, the last of them still being filled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "indexer/writing/publication.hpp"
#include "indexer/writing/segment_builder.hpp"

namespace dateline::indexer {

class NewSegments {
 public:
  struct Place {
    std::size_t segment = 0;
    std::uint32_t ordinal = 0;
  };

  // A segment is closed when its columns take `columns_memory` bytes, so that memory does not grow with the run.
  NewSegments(const BuilderOptions& options, std::uint64_t columns_memory,
              std::function<std::filesystem::path()> next_folder);

  bool empty() const { return segments_.empty(); }
  Place add(schema::StoredArticle article);
  void mask(const Place& place);  // replaced or removed again

  // Finishes the last one. They are not kept here any more; their folders are.
  std::vector<Part> take();
  void clear() { segments_.clear(); }  // ends the threads

 private:
  struct Segment {
    std::optional<SegmentBuilder> builder;  // until it is finished
    schema::SegmentEntry entry;             // from then on
    std::vector<std::uint32_t> masked;
  };
  static void finish(Segment& segment);

  BuilderOptions options_;
  std::uint64_t columns_memory_;
  std::function<std::filesystem::path()> next_folder_;
  std::vector<Segment> segments_;
};

}  // namespace dateline::indexer
