#include "searcher/archive/value_table.hpp"

#include <unordered_map>

namespace dateline::searcher {
namespace {

// What makes a value the same in another segment, and what is shown. An empty key: no value.
struct Named {
  std::string_view key, shown;
};

std::vector<Named> all_of(const schema::Dictionary& names) {
  std::vector<Named> values;
  for (std::uint32_t i = 0; i < names.size(); ++i) values.push_back({names[i], names[i]});
  return values;
}

std::vector<Named> speakers_of(const schema::Columns& columns) {
  const schema::Dictionary ids = columns.speaker_ids(), names = columns.speaker_names();
  std::vector<Named> values;
  for (std::uint32_t i = 0; i < ids.size(); ++i)
    values.push_back(columns.speaker_kind(i) == SpeakerKind::group ? Named{} : Named{ids[i], names[i]});
  return values;
}

std::vector<Named> values_of(const schema::Columns& columns, Facet facet) {
  switch (facet) {
    case Facet::source:
      return all_of(columns.sources());
    case Facet::byline:
      return all_of(columns.bylines());
    case Facet::tag:
      return all_of(columns.tags());
    case Facet::language:
      return all_of(columns.languages());
    default:
      return speakers_of(columns);
  }
}

}  // namespace

ValueTable::ValueTable(const std::vector<schema::Segment>& segments, Facet facet) {
  // Within a segment each value stands once; only between them names are compared.
  const bool several = segments.size() > 1;
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (const schema::Segment& segment : segments) {
    std::vector<std::uint32_t>& values = values_.emplace_back();
    for (const Named& named : values_of(*segment.columns, facet)) {
      if (named.key.empty()) {
        values.push_back(no_value);
        continue;
      }
      const std::uint32_t value = several ? known.try_emplace(named.key, size()).first->second : size();
      if (value == size()) names_.push_back(named.shown);
      values.push_back(value);
    }
  }
}

}  // namespace dateline::searcher
