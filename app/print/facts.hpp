// Facts of an article as words: the same in text, JSON and CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/indexer.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::app {

std::string to_string(const Date& date);  // "2024", "2024-10" or "2024-10-02"
std::string_view name_of(DatePrecision precision);
std::string_view name_of(SpeakerKind kind);
std::string_view name_of(Confidence confidence);
std::string_view name_of(Facet facet);
std::string_view name_of(Outcome outcome);
std::string_view name_of(SuggestionKind kind);

std::string joined(const std::vector<std::string>& parts, std::string_view between);

// The counts, with the unknown speaker among them if anything was counted for them.
std::vector<FacetCount> counts_with_unknown(const FacetAnswer& facet);

std::string grouped_digits(std::uint64_t number);  // "12,340"
std::string counted(std::uint64_t number, std::string_view one,
                    std::string_view many);              // "1 article", "12,340 articles"
std::string size_in_words(std::uint64_t bytes);          // "12.3 MB"
std::string with_decimals(double number, int decimals);  // "0.8"

}  // namespace dateline::app
