// JSON as other people write it: parsed with bounds, kept as a small tree. The only door to the JSON
// libraries: one that is quick, and one that says what is wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct JsonMember;

struct Json {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  std::string text;                 // string: its value; number and boolean: as written
  std::vector<Json> items;          // of an array
  std::vector<JsonMember> members;  // of an object, in order

  bool is_object() const { return kind == Kind::object; }
  bool is_array() const { return kind == Kind::array; }
  bool is_string() const { return kind == Kind::string; }

  // The member with that name; null when there is none or this is no object.
  const Json* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  Json value;
};

// Empty when it is not JSON or nests deeper than anything honest does; `reason` then says why.
std::optional<Json> parse_json(std::string_view text, std::string& reason);

// As compact JSON text again.
std::string to_text(const Json& value);

}  // namespace dateline::indexer
