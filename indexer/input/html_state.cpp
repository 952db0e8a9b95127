#include "indexer/input/html_state.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "indexer/input/html_fragment.hpp"
#include "indexer/input/html_titles.hpp"
#include "indexer/input/json.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t shortest_body = 300;  // bytes, with tags
constexpr int deepest = 24;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_title(std::string_view name) { return is_one_of(name, {"title", "headline", "name", "heading"}); }

bool names_body(std::string_view name) {
  return is_one_of(name, {"body", "content", "articleBody", "bodyHtml", "body_html", "contentHtml", "content_html",
                          "html", "text", "fullText", "paragraphs", "blocks"});
}

// A part of a body that is a list: a string, or {"type": "paragraph", "text": "..."}.
std::string part_of(const Json& part) {
  if (part.is_string()) return part.text;
  const Json* type = part.find("type");
  const bool written =
      !type || (type->is_string() && is_one_of(type->text, {"paragraph", "text", "html", "p", "heading"}));
  if (!written) return {};
  for (const std::string_view name : {"html", "text", "content", "value"})
    if (const Json* text = part.find(name); text && text->is_string()) return text->text;
  return {};
}

std::string body_of(const Json& value) {
  if (value.is_string()) return value.text;
  std::string body;
  for (const Json& part : value.items)
    if (const std::string text = part_of(part); !text.empty()) body += "<p>" + text + "</p>\n";
  return body;
}

class StateReader {
 public:
  explicit StateReader(std::string_view title) : title_(letters_of(title)) {}

  void read(const Json& value, int depth = 0) {
    if (depth > deepest) return;
    if (is_titled(value)) take_body(value);
    for (const Json& item : value.items) read(item, depth + 1);
    for (const JsonMember& member : value.members) read(member.value, depth + 1);
  }

  std::string body() const { return several_ ? std::string() : body_; }

 private:
  bool is_titled(const Json& value) const {
    return std::any_of(value.members.begin(), value.members.end(), [&](const JsonMember& member) {
      return names_title(member.name) && member.value.is_string() && letters_of(one_line(member.value.text)) == title_;
    });
  }

  // Programs hold an article twice; two texts that differ leave open which is the article's.
  void take_body(const Json& object) {
    for (const JsonMember& member : object.members) {
      if (!names_body(member.name)) continue;
      const std::string source = body_of(member.value);
      if (source.size() < shortest_body) continue;
      const std::string text = read_fragment(source).text;
      several_ = several_ || (!body_.empty() && letters_of(body_) != letters_of(text));
      body_ = text;
    }
  }

  std::string title_, body_;
  bool several_ = false;
};

}  // namespace

std::string state_body(const HtmlTree& tree, std::string_view title) {
  if (letters_of(title).size() < 8) return {};
  StateReader reader(title);
  for (const HtmlTree::Data& data : tree.data()) {
    if (data.tag.find("ld+json") != std::string::npos) continue;
    std::string reason;
    if (const std::optional<Json> json = parse_json(data.content, reason)) reader.read(*json);
  }
  return reader.body();
}

}  // namespace dateline::indexer
