#include "indexer/input/detect.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

std::string_view after_blanks(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : bytes.substr(begin);
}

bool starts_as_html(std::string_view lower) {
  // A page may open with comments or an XML declaration.
  while (lower.starts_with("<!--") || lower.starts_with("<?xml")) {
    const std::string_view close = lower.starts_with("<!--") ? "-->" : "?>";
    const std::size_t end = lower.find(close);
    if (end == std::string_view::npos) return false;
    lower = after_blanks(lower.substr(end + close.size()));
  }
  for (const std::string_view opening :
       {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<meta", "<title", "<main", "<section"})
    if (lower.starts_with(opening)) return true;
  return false;
}

bool has_many_tags(std::string_view lower) {
  std::size_t tags = 0;
  for (std::size_t at = lower.find('<'); at != std::string_view::npos; at = lower.find('<', at + 1))
    for (const std::string_view tag : {"<p>", "<p ", "</p>", "<div", "<br", "<a href", "<h1", "<h2", "<li", "<span"})
      if (lower.substr(at).starts_with(tag)) {
        ++tags;
        break;
      }
  return tags >= 5;
}

// An object, or an array of objects: `{"` and `[{"`, blanks allowed.
bool starts_as_json(std::string_view start) {
  if (start.starts_with('[')) start = after_blanks(start.substr(1));
  if (!start.starts_with('{')) return false;
  start = after_blanks(start.substr(1));
  return start.starts_with('"') || start.starts_with('}');
}

}  // namespace

bool is_json(const Head& head) { return starts_as_json(head.text) || head.is_named({".jsonl", ".ndjson"}); }

bool is_html(const Head& head) {
  if (starts_as_html(head.lower) || has_many_tags(head.lower)) return true;
  return head.is_named({".html", ".htm", ".xhtml"}) && head.lower.find("</") != std::string::npos;
}

}  // namespace dateline::indexer
