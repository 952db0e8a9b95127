#include "bindings/c/fields.hpp"

#include <charconv>
#include <limits>

#include "dateline/error.hpp"

namespace dateline::c {
namespace {

template <class Number>
void read_number(const Json& json, std::string_view name, Number& value) {
  if (json.kind != Json::Kind::number) refuse(name, "is no number");
  const char* end = json.text.data() + json.text.size();
  const auto [stopped, problem] = std::from_chars(json.text.data(), end, value);
  if (problem != std::errc() || stopped != end) refuse(name, "is " + json.text + ", which is no whole number in range");
}

}  // namespace

void refuse(std::string_view name, const std::string& why) {
  throw Error(ErrorCode::invalid_request, "\"" + std::string(name) + "\" " + why,
              "Correct the member, or leave it out.");
}

Json parsed(std::string_view text, const char* what) {
  std::string reason;
  if (auto json = indexer::parse_json(text, reason)) return *std::move(json);
  throw Error(ErrorCode::invalid_request, std::string("the ") + what + " cannot be read: " + reason, "Correct it.");
}

void read(const Json& json, std::string_view name, bool& value) {
  if (json.kind != Json::Kind::boolean) refuse(name, "is neither true nor false");
  value = json.text == "true";
}

void read(const Json& json, std::string_view name, int& value) { read_number(json, name, value); }
void read(const Json& json, std::string_view name, std::uint32_t& value) { read_number(json, name, value); }
void read(const Json& json, std::string_view name, std::uint64_t& value) { read_number(json, name, value); }

void read(const Json& json, std::string_view name, std::string& value) {
  if (!json.is_string()) refuse(name, "is no string");
  value = json.text;
}

Fields::Fields(const char* text, const char* what) {
  object_.kind = Json::Kind::object;
  if (text) object_ = parsed(text, what);
  if (!object_.is_object())
    throw Error(ErrorCode::invalid_request, std::string("the ") + what + " is no object of JSON", "Write { ... }.");
  taken_.resize(object_.members.size());
}

Fields::Fields(Json object) : object_(std::move(object)), taken_(object_.members.size()) {}

const Json* Fields::take(std::string_view name) {
  const Json* found = nullptr;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (taken_[i] || object_.members[i].name != name) continue;
    taken_[i] = true;
    found = &object_.members[i].value;
  }
  return found;
}

std::vector<const indexer::JsonMember*> Fields::rest() const {
  std::vector<const indexer::JsonMember*> rest;
  for (std::size_t i = 0; i < taken_.size(); ++i)
    if (!taken_[i]) rest.push_back(&object_.members[i]);
  return rest;
}

void Fields::expect_no_more() const {
  const auto left = rest();
  if (!left.empty()) refuse(left.front()->name, "is no member that is known here");
}

}  // namespace dateline::c
