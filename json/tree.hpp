// What every printer of JSON is made with.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "json/facts.hpp"
#include "json/layout.hpp"

namespace dateline::json {

using Json = nlohmann::ordered_json;

inline constexpr int format_version = 1;

// Bytes that are no UTF-8 (a query typed so) become U+FFFD: what is printed is always JSON.
inline std::string dumped(const Json& json, Layout layout) {
  return json.dump(layout == Layout::indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

inline Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
inline Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
inline Json or_null(const std::optional<Date>& date) { return date ? Json(to_string(*date)) : Json(nullptr); }

inline Json precision_or_null(const std::optional<Date>& date) {
  return date ? Json(name_of(date->precision)) : Json(nullptr);
}

// Times are measured, not computed: more digits would say nothing.
inline double thousandths(double number) { return std::round(number * 1000) / 1000; }

template <class Values, class Convert>
Json array_of(const Values& values, Convert convert) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(convert(value));
  return array;
}

// An object that starts with the format.
inline Json versioned() { return Json{{"format", format_version}}; }

}  // namespace dateline::json
