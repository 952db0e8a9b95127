#include "indexer/input/json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/input/quick_json.hpp"

namespace dateline::indexer {
namespace {

// The tree is built and destroyed by recursion, so its depth is bounded.
constexpr std::size_t deepest = 64;

// Receives the parser's events; the parser itself does not recurse.
class TreeBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add({}); }
  bool boolean(bool value) { return add({Json::Kind::boolean, value ? "true" : "false", {}, {}}); }
  bool number_integer(number_integer_t value) { return add({Json::Kind::number, std::to_string(value), {}, {}}); }
  bool number_unsigned(number_unsigned_t value) { return add({Json::Kind::number, std::to_string(value), {}, {}}); }
  bool number_float(number_float_t, const string_t& written) { return add({Json::Kind::number, written, {}, {}}); }
  bool string(string_t& value) { return add({Json::Kind::string, std::move(value), {}, {}}); }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::Kind::object); }
  bool start_array(std::size_t) { return open(Json::Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& name) {
    names_.back() = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    reason = "not JSON at byte " + std::to_string(position);
    return false;
  }

  Json root;
  std::string reason;

 private:
  bool add(Json value) {
    if (open_.empty())
      root = std::move(value);
    else if (open_.back().is_array())
      open_.back().items.push_back(std::move(value));
    else
      open_.back().members.push_back({std::move(names_.back()), std::move(value)});
    return true;
  }
  bool open(Json::Kind kind) {
    if (open_.size() == deepest) {
      reason = "JSON nested deeper than " + std::to_string(deepest) + " levels";
      return false;
    }
    open_.emplace_back();
    open_.back().kind = kind;
    names_.emplace_back();
    return true;
  }
  bool close() {
    Json value = std::move(open_.back());
    open_.pop_back();
    names_.pop_back();
    return add(std::move(value));
  }

  std::vector<Json> open_;          // containers not yet closed, outermost first
  std::vector<std::string> names_;  // of the member under way, one an open container
};

void append_string(std::string& out, std::string_view value) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_value(std::string& out, const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      out += "null";
      break;
    case Json::Kind::boolean:
    case Json::Kind::number:
      out += value.text;
      break;
    case Json::Kind::string:
      append_string(out, value.text);
      break;
    case Json::Kind::array:
      out += '[';
      for (const Json& item : value.items) {
        if (&item != &value.items.front()) out += ',';
        append_value(out, item);
      }
      out += ']';
      break;
    case Json::Kind::object:
      out += '{';
      for (const auto& member : value.members) {
        if (&member != &value.members.front()) out += ',';
        append_string(out, member.name);
        out += ':';
        append_value(out, member.value);
      }
      out += '}';
      break;
  }
}

}  // namespace

const Json* Json::find(std::string_view name) const {
  for (const auto& [key, value] : members)
    if (key == name) return &value;
  return nullptr;
}

std::optional<Json> parse_json(std::string_view text, std::string& reason) {
  if (auto root = read_quickly(text, deepest)) return root;
  TreeBuilder builder;
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
  reason = builder.reason.empty() ? "not JSON" : builder.reason;
  return std::nullopt;
}

std::string to_text(const Json& value) {
  std::string out;
  append_value(out, value);
  return out;
}

}  // namespace dateline::indexer
