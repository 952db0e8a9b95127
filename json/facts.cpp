#include "json/facts.hpp"

#include <algorithm>

#include "schema/days.hpp"

namespace dateline::json {

std::string to_string(const Date& date) { return schema::to_string(date); }

std::string_view name_of(DatePrecision precision) {
  constexpr std::string_view names[] = {"year", "month", "day"};
  return names[static_cast<std::size_t>(precision)];
}

std::string_view name_of(SpeakerKind kind) {
  constexpr std::string_view names[] = {"person", "body", "group"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Confidence confidence) {
  constexpr std::string_view names[] = {"low", "medium", "high"};
  return names[static_cast<std::size_t>(confidence)];
}

std::string_view name_of(Facet facet) {
  constexpr std::string_view names[] = {"source", "speaker", "date",     "year",   "month",
                                        "week",   "day",     "language", "byline", "tag"};
  return names[static_cast<std::size_t>(facet)];
}

std::string_view name_of(Outcome outcome) {
  constexpr std::string_view names[] = {"added", "updated", "unchanged", "removed", "rejected"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string_view name_of(LogLevel level) {
  constexpr std::string_view names[] = {"debug", "info", "warning"};
  return names[static_cast<std::size_t>(level)];
}

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::word:
      return "word";
    case SuggestionKind::speaker:
      return "speaker";
    case SuggestionKind::source:
      return "source";
  }
  return "";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) text += between;
    text += parts[at];
  }
  return text;
}

std::vector<FacetCount> counts_with_unknown(const FacetAnswer& facet) {
  std::vector<FacetCount> counts = facet.counts;
  const bool there = std::any_of(counts.begin(), counts.end(), [](const FacetCount& count) { return !count.value; });
  if (!there && facet.unknown > 0) counts.push_back({std::nullopt, facet.unknown});
  return counts;
}

}  // namespace dateline::json
