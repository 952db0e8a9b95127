// The values of a field over all segments of a state, each once: segments number theirs on their own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/search.hpp"
#include "schema/snapshot.hpp"

namespace dateline::searcher {

class ValueTable {
 public:
  // Facet::source, speaker, language, byline or tag. Speakers are one by their id. The segments must outlive the table.
  ValueTable(const std::vector<schema::Segment>& segments, Facet facet);

  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  // Empty for what is no value: an anonymous group.
  std::string_view name(std::uint32_t value) const { return names_[value]; }
  const std::vector<std::uint32_t>& nameless() const { return nameless_; }
  // A single segment's own numbering is that of the table.
  bool is_of_one_segment() const { return ordinals_.size() == 1; }
  // Of an ordinal of a segment's own numbering.
  std::uint32_t value(std::size_t segment, std::uint32_t ordinal) const {
    return is_of_one_segment() ? ordinal : values_[segment][ordinal];
  }
  std::uint32_t ordinals_in(std::size_t segment) const { return ordinals_[segment]; }

 private:
  std::vector<std::string_view> names_;
  std::vector<std::uint32_t> nameless_;             // values without a name
  std::vector<std::uint32_t> ordinals_;             // how many each segment has
  std::vector<std::vector<std::uint32_t>> values_;  // of each segment's ordinals, where there are several segments
};

}  // namespace dateline::searcher
