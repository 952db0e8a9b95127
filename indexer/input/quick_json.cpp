#include "indexer/input/quick_json.hpp"

#include <simdjson.h>

#include <string>
#include <utility>

namespace dateline::indexer {
namespace {

namespace ondemand = simdjson::ondemand;

// More is given back to the system when it has been read.
constexpr std::size_t most_kept = std::size_t{4} << 20;

// Builds the tree of a document. Each function is false when something is no JSON.
class TreeReader {
 public:
  explicit TreeReader(std::size_t deepest) : deepest_(deepest) {}

  bool read(ondemand::document& document, Json& to) const {
    ondemand::json_type type;
    if (document.type().get(type)) return false;
    if (type == ondemand::json_type::object) {
      ondemand::object object;
      return !document.get_object().get(object) && members(object, to, 1) && is_at_end(document);
    }
    ondemand::array array;
    return type == ondemand::json_type::array && !document.get_array().get(array) && items(array, to, 1) &&
           is_at_end(document);
  }

 private:
  static bool is_at_end(ondemand::document& document) {
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  }

  bool members(ondemand::object& object, Json& to, std::size_t depth) const {
    if (depth > deepest_) return false;
    to.kind = Json::Kind::object;
    for (auto field : object) {
      std::string_view name;
      if (field.error() || field.unescaped_key().get(name)) return false;
      JsonMember& member = to.members.emplace_back();
      member.name = name;
      ondemand::value written;
      if (field.value().get(written) || !value(written, member.value, depth)) return false;
    }
    return true;
  }

  bool items(ondemand::array& array, Json& to, std::size_t depth) const {
    if (depth > deepest_) return false;
    to.kind = Json::Kind::array;
    for (auto item : array) {
      ondemand::value written;
      if (item.get(written) || !value(written, to.items.emplace_back(), depth)) return false;
    }
    return true;
  }

  bool value(ondemand::value& written, Json& to, std::size_t depth) const {
    ondemand::json_type type;
    if (written.type().get(type)) return false;
    switch (type) {
      case ondemand::json_type::object: {
        ondemand::object object;
        return !written.get_object().get(object) && members(object, to, depth + 1);
      }
      case ondemand::json_type::array: {
        ondemand::array array;
        return !written.get_array().get(array) && items(array, to, depth + 1);
      }
      case ondemand::json_type::string: {
        std::string_view text;
        if (written.get_string().get(text)) return false;
        to.kind = Json::Kind::string;
        to.text = text;
        return true;
      }
      case ondemand::json_type::number:
        return number(written, to);
      case ondemand::json_type::boolean: {
        bool is_true = false;
        if (written.get_bool().get(is_true)) return false;
        to.kind = Json::Kind::boolean;
        to.text = is_true ? "true" : "false";
        return true;
      }
      case ondemand::json_type::null:
        return is_null(written);
      default:  // later versions have a kind for what is none
        return false;
    }
  }

  // As written, but whole numbers as they are printed: -0 is 0.
  static bool number(ondemand::value& written, Json& to) {
    const std::string_view token = written.raw_json_token();
    ondemand::number number;
    if (written.get_number().get(number)) return false;
    to.kind = Json::Kind::number;
    to.text = without_blanks(token);
    if (number.is_int64() && number.get_int64() == 0) to.text = "0";
    return true;
  }

  static bool is_null(ondemand::value& written) { return without_blanks(written.raw_json_token()) == "null"; }

  static std::string_view without_blanks(std::string_view token) {
    return token.substr(0, token.find_first_of(" \t\r\n"));
  }

  const std::size_t deepest_;
};

}  // namespace

std::optional<Json> read_quickly(std::string_view text, std::size_t deepest) {
  thread_local ondemand::parser parser;
  thread_local std::string padded;
  padded.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  padded.assign(text);
  ondemand::document document;
  std::optional<Json> root(std::in_place);
  const bool is_json = !parser.iterate(padded.data(), padded.size(), padded.capacity()).get(document) &&
                       TreeReader(deepest).read(document, *root);
  if (padded.capacity() > most_kept) {
    std::string().swap(padded);
    parser = ondemand::parser();
  }
  return is_json ? std::move(root) : std::nullopt;
}

}  // namespace dateline::indexer
