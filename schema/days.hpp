// Calendar days as numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/article.hpp"

namespace dateline::schema {

std::int32_t to_day(int year, int month, int day);
Date from_day(std::int32_t day);           // precision day
std::int32_t first_day(const Date& date);  // of the interval that its precision leaves
std::int32_t last_day(const Date& date);
bool is_valid(int year, int month, int day);

// "2024-10-02", "2024-10", "2024"
std::string to_string(const Date& date);
std::optional<Date> parse_iso(std::string_view text);

}  // namespace dateline::schema
