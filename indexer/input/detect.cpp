#include "indexer/input/detect.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace dateline::indexer {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

std::string_view after_blanks(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
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

bool named(std::string_view name, std::initializer_list<std::string_view> endings) {
  const std::string lower = lower_ascii(name.substr(name.size() > 16 ? name.size() - 16 : 0));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return lower.ends_with(end); });
}

}  // namespace

InputFormat detect_format(std::string_view bytes, std::string_view name) {
  const std::string_view start = after_blanks(bytes);
  if (starts_as_json(start) || named(name, {".jsonl", ".ndjson"})) return InputFormat::jsonl;
  const std::string head = lower_ascii(start.substr(0, 16384));
  if (starts_as_html(head) || has_many_tags(head)) return InputFormat::html;
  if (named(name, {".html", ".htm", ".xhtml"}) && head.find("</") != std::string::npos) return InputFormat::html;
  return InputFormat::text;
}

}  // namespace dateline::indexer
