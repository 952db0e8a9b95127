// The values of all facets of a segment in one row of numbers, so that counting reads one list an article.
#pragma once

#include <cstdint>

namespace dateline::schema {

// The numbers of one facet. The one before the first is that of articles that have no value.
struct FacetBlock {
  std::uint32_t first = 0, count = 0;
  std::uint32_t missing() const { return first - 1; }
  std::uint32_t operator[](std::uint32_t ordinal) const { return first + ordinal; }
  bool holds(std::uint32_t number) const { return number >= first && number - first < count; }
};

// How the numbers lie; on disk for ever: language, source, byline, tag, speaker, each with its `missing` before it,
// then `unknown`: of articles with quotations of nobody named. An article misses speakers when it has no quotation at
// all.
struct FacetBlocks {
  FacetBlock language, source, byline, tag, speaker;
  std::uint32_t unknown = 0;

  FacetBlocks() = default;
  FacetBlocks(std::uint32_t languages, std::uint32_t sources, std::uint32_t bylines, std::uint32_t tags,
              std::uint32_t speakers);
  std::uint32_t size() const { return unknown + 1; }
};

inline FacetBlocks::FacetBlocks(std::uint32_t languages, std::uint32_t sources, std::uint32_t bylines,
                                std::uint32_t tags, std::uint32_t speakers) {
  std::uint32_t next = 0;
  const auto block = [&](std::uint32_t count) {
    const FacetBlock numbers{next + 1, count};
    next += 1 + count;
    return numbers;
  };
  language = block(languages);
  source = block(sources);
  byline = block(bylines);
  tag = block(tags);
  speaker = block(speakers);
  unknown = next;
}

}  // namespace dateline::schema
