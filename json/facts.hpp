// Facts of an article as words: the same in text, JSON and CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/indexer.hpp"
#include "dateline/log.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::json {

std::string to_string(const Date& date);  // "2024", "2024-10" or "2024-10-02"
std::string_view name_of(DatePrecision precision);
std::string_view name_of(SpeakerKind kind);
std::string_view name_of(Confidence confidence);
std::string_view name_of(Facet facet);
std::string_view name_of(Outcome outcome);
std::string_view name_of(SuggestionKind kind);
std::string_view name_of(LogLevel level);

std::string joined(const std::vector<std::string>& parts, std::string_view between);

// The counts, with the unknown speaker among them if anything was counted for them.
std::vector<FacetCount> counts_with_unknown(const FacetAnswer& facet);

}  // namespace dateline::json
