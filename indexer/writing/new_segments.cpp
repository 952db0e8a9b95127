#include "indexer/writing/new_segments.hpp"

#include <utility>

namespace dateline::indexer {

NewSegments::NewSegments(const BuilderOptions& options, std::uint64_t columns_memory,
                         std::function<std::filesystem::path()> next_folder)
    : options_(options), columns_memory_(columns_memory), next_folder_(std::move(next_folder)) {}

NewSegments::Place NewSegments::add(schema::StoredArticle article) {
  if (segments_.empty() || !segments_.back().builder) {
    segments_.emplace_back();
    segments_.back().builder.emplace(next_folder_(), options_);
  }
  Segment& segment = segments_.back();
  const Place place{segments_.size() - 1, segment.builder->add(std::move(article))};
  if (segment.builder->bytes_in_memory() > columns_memory_) finish(segment);
  return place;
}

void NewSegments::mask(const Place& place) { segments_[place.segment].masked.push_back(place.ordinal); }

void NewSegments::finish(Segment& segment) {
  segment.entry = segment.builder->finish();
  segment.builder.reset();
}

std::vector<Part> NewSegments::take() {
  if (!segments_.empty() && segments_.back().builder) finish(segments_.back());
  std::vector<Part> parts;
  for (Segment& segment : segments_) {
    Part part{std::move(segment.entry), schema::Bitmap(segment.entry.articles, true)};
    for (const std::uint32_t ordinal : segment.masked) part.live.clear(ordinal);
    parts.push_back(std::move(part));
  }
  segments_.clear();
  return parts;
}

}  // namespace dateline::indexer
