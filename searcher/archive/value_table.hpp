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
  static constexpr std::uint32_t no_value = UINT32_MAX;  // of what is no value: anonymous groups, empty names

  // Facet::source, speaker, language, byline or tag. Speakers are one by their id. The segments must outlive the table.
  ValueTable(const std::vector<schema::Segment>& segments, Facet facet);

  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  std::string_view name(std::uint32_t value) const { return names_[value]; }
  // Of each ordinal of a segment's own numbering.
  const std::vector<std::uint32_t>& values_in(std::size_t segment) const { return values_[segment]; }

 private:
  std::vector<std::string_view> names_;
  std::vector<std::vector<std::uint32_t>> values_;
};

}  // namespace dateline::searcher
