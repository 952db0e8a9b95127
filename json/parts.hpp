// What several printers write alike.
#pragma once

#include <cmath>
#include <optional>
#include <string>

#include "json/facts.hpp"
#include "json/writer.hpp"

namespace dateline::json {

// What an object of a program's own starts with.
inline constexpr int format_version = 1;

template <class Members>
std::string whole_object(Layout layout, Members&& members) {
  Writer json(layout);
  json.object([&] {
    json.member("format", format_version);
    members(json);
  });
  return json.take();
}

// Times are measured, not computed: more digits would say nothing.
inline double thousandths(double number) { return std::round(number * 1000) / 1000; }

inline void write_date(Writer& json, const std::optional<Date>& date) {
  json.member("date", date);
  json.member("date_precision", date ? std::optional(name_of(date->precision)) : std::nullopt);
}

}  // namespace dateline::json
