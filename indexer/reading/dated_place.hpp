// Places and dates that open a story: "PRAHA 2. října 2024 (ABC) - ", "BRENNA, 5 December 2024 — ".
#pragma once

#include <optional>
#include <string_view>

#include "indexer/reading/dates/dates.hpp"

namespace dateline::indexer {

// No dateline is longer: bytes.
constexpr std::size_t longest_dateline = 160;

// The date of a dateline, of whatever agency, that `opening` (of a first paragraph) begins with. Sentences that begin
// by saying when something happened have none.
std::optional<FoundDate> find_dateline_date(std::string_view opening, const DateContext& context);

// The first date, if nothing but a place stands before it.
std::optional<FoundDate> find_date_behind_place(std::string_view text, const DateContext& context);

// The date that `text` begins with, if a dash parts it from the rest: "02.10.2024 - The council".
std::optional<FoundDate> find_date_before_dash(std::string_view text, const DateContext& context);

}  // namespace dateline::indexer
