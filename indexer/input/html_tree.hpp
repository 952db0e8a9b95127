// A parsed page as a flat list in document order: what the walk, the metadata and the scoring read without recursion.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct HtmlAttribute {
  std::string_view name, value;
};

struct HtmlNode {
  enum class Kind : std::uint8_t { element, text };

  Kind kind = Kind::element;
  std::string_view tag;   // lower case; empty for text
  std::string_view text;  // of a text node
  std::span<const HtmlAttribute> attributes;
  std::uint32_t parent = 0;  // index; the root's own index for the root
  std::uint32_t end = 0;     // one behind the last descendant

  // Empty when it is empty or absent.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
};

using HtmlNodes = std::vector<HtmlNode>;

// Owns what the nodes' views point into. Programs, styles, comments and drawings are not among them.
class HtmlTree {
 public:
  // The content of a <script> that holds JSON, with its opening tag.
  struct Data {
    std::string tag, content;
  };

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const HtmlNodes& nodes() const { return nodes_; }
  const std::vector<Data>& data() const { return data_; }

 private:
  friend std::optional<HtmlTree> parse_html(std::string_view html);
  struct Memory;
  explicit HtmlTree(std::unique_ptr<Memory> memory);

  std::unique_ptr<Memory> memory_;
  HtmlNodes nodes_;
  std::vector<Data> data_;
};

// Empty for a page that nests deeper than a parser bears; strip_tags() still gives its text.
std::optional<HtmlTree> parse_html(std::string_view html);

// The text without tags, scripts and styles, block elements on lines of their own.
std::string strip_tags(std::string_view html);

// The text of a string that may hold entities and tags, as titles in JSON do.
std::string unescape_html(std::string_view text);

}  // namespace dateline::indexer
