// A parsed page as a flat list in document order: what the walk, the metadata and the scoring read without recursion.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct HtmlAttribute {
  std::string name, value;
};

struct HtmlNode {
  enum class Kind : std::uint8_t { element, text };

  Kind kind = Kind::element;
  std::string tag;   // lower case; empty for text
  std::string text;  // of a text node
  std::vector<HtmlAttribute> attributes;
  std::uint32_t parent = 0;  // index; the root's own index for the root
  std::uint32_t end = 0;     // one behind the last descendant

  std::string_view attribute(std::string_view name) const;
};

// Empty for a page that nests deeper than a parser bears; strip_tags() still gives its text.
std::optional<std::vector<HtmlNode>> parse_html(std::string_view html);

// The text without tags, scripts and styles, block elements on lines of their own.
std::string strip_tags(std::string_view html);

}  // namespace dateline::indexer
