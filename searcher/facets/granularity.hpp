// Days in buckets: days, ISO weeks, months or years, each numbered in a row without holes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::searcher {

enum class Granularity : std::uint8_t { day, week, month, year };  // the finest first

std::string_view name_of(Granularity granularity);  // "week"

// `day`: as in schema/days.hpp.
std::int32_t bucket_of(std::int32_t day, Granularity granularity);
std::int32_t first_day_of(std::int32_t bucket, Granularity granularity);

// "2024-04-11", "2024-W15", "2024-04" or "2024"
std::string bucket_name(std::int32_t bucket, Granularity granularity);

}  // namespace dateline::searcher
