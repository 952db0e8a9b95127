// The members of a JSON object, each taken once into a variable of ours; what is left over is a mistake and is named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input/json.hpp"

namespace dateline::c {

using indexer::Json;

// Throws invalid_request; `what` completes "... is no JSON".
Json parsed(std::string_view text, const char* what);

// Each sets `value`, or throws invalid_request and names the member. `name` is the member's.
void read(const Json& json, std::string_view name, bool& value);
void read(const Json& json, std::string_view name, int& value);
void read(const Json& json, std::string_view name, std::uint32_t& value);
void read(const Json& json, std::string_view name, std::uint64_t& value);
void read(const Json& json, std::string_view name, std::string& value);

template <class Value>
void read(const Json& json, std::string_view name, std::optional<Value>& value) {
  if (json.kind == Json::Kind::null) return value.reset();
  read(json, name, value.emplace());
}

[[noreturn]] void refuse(std::string_view name, const std::string& why);

template <class Value>
void read(const Json& json, std::string_view name, std::vector<Value>& values) {
  if (!json.is_array()) refuse(name, "is no array");
  values.clear();
  for (const Json& item : json.items) read(item, name, values.emplace_back());
}

// Enumerators by name.
template <class Enum>
using Names = std::vector<std::pair<std::string_view, Enum>>;

template <class Enum>
void read(const Json& json, std::string_view name, const Names<Enum>& names, Enum& value) {
  std::string written;
  read(json, name, written);
  std::string known;
  for (const auto& [text, enumerator] : names) {
    if (text == written) return void(value = enumerator);
    known += (known.empty() ? "" : ", ") + std::string(text);
  }
  refuse(name, "is \"" + written + "\", which is none of: " + known);
}

class Fields {
 public:
  // `text` may be null: an empty object. `what` is for messages: "request".
  Fields(const char* text, const char* what);
  explicit Fields(Json object);

  // The member with that name, once; null when there is none.
  const Json* take(std::string_view name);

  template <class... Value>
  void take(std::string_view name, Value&&... value) {
    if (const Json* json = take(name)) read(*json, name, std::forward<Value>(value)...);
  }

  // Not taken so far.
  std::vector<const indexer::JsonMember*> rest() const;
  // Throws invalid_request when there is any.
  void expect_no_more() const;

 private:
  Json object_;
  std::vector<bool> taken_;
};

}  // namespace dateline::c
