#include "searcher/archive/value_table.hpp"

#include <unordered_map>

namespace dateline::searcher {
namespace {

// What makes a value the same in another segment, and what is shown. Both empty: no value.
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
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (const schema::Segment& segment : segments) {
    const std::vector<Named> named = values_of(*segment.columns, facet);
    ordinals_.push_back(static_cast<std::uint32_t>(named.size()));
    if (segments.size() == 1) {
      for (const Named& value : named) names_.push_back(value.shown);
      continue;
    }
    std::vector<std::uint32_t>& values = values_.emplace_back();
    for (const Named& one : named) {
      const auto [value, is_new] = known.try_emplace(one.key, size());
      if (is_new) names_.push_back(one.shown);
      values.push_back(value->second);
    }
  }
  for (std::uint32_t value = 0; value < size(); ++value)
    if (names_[value].empty()) nameless_.push_back(value);
}

}  // namespace dateline::searcher
