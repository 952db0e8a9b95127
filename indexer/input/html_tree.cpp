#include "indexer/input/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

namespace dateline::indexer {
namespace {

// The parser frees its tree by recursion, and pays for every formatting element left open at every paragraph.
constexpr int deepest = 400;
constexpr int most_open_formatting = 200;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view tag) {
  return is_one_of(tag, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
                         "track", "wbr"});
}

// Closed by the parser where the next one opens, so left-open ones do not nest.
bool closes_itself(std::string_view tag) {
  return is_one_of(tag, {"p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "colgroup"});
}

bool is_formatting(std::string_view tag) {
  return is_one_of(tag,
                   {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  bool self_closing = false;
  std::size_t begin = 0, end = 0;
};

// The next tag at or behind `at`, comments skipped; name empty at the end.
Tag next_tag(std::string_view html, std::size_t at) {
  while ((at = html.find('<', at)) != std::string_view::npos) {
    Tag tag;
    tag.begin = at;
    if (html.substr(at).starts_with("<!--")) {
      at = html.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    std::size_t name = at + 1;
    tag.closing = name < html.size() && html[name] == '/';
    name += tag.closing;
    if (name >= html.size() || !is_alpha(html[name])) {
      ++at;
      continue;
    }
    std::size_t end = name;
    for (; end < html.size() && end - name < 16 && (is_alpha(html[end]) || (html[end] >= '0' && html[end] <= '9'));
         ++end)
      tag.name += static_cast<char>(html[end] | 0x20);
    const std::size_t close = html.find('>', end);
    tag.end = close == std::string_view::npos ? html.size() : close + 1;
    tag.self_closing = close != std::string_view::npos && html[close - 1] == '/';
    return tag;
  }
  return {};
}

// Where the content of <script>, <style> and the like ends: their text is no markup.
std::size_t behind_raw_text(std::string_view html, const Tag& tag) {
  const std::string close = "</" + tag.name;
  for (std::size_t at = html.find("</", tag.end); at != std::string_view::npos; at = html.find("</", at + 2)) {
    std::string_view here = html.substr(at, close.size());
    if (std::equal(here.begin(), here.end(), close.begin(), close.end(),
                   [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
      return at;
  }
  return html.size();
}

bool is_raw_text(const Tag& tag) {
  return !tag.closing && is_one_of(tag.name, {"script", "style", "noscript", "template", "svg"});
}

bool is_bearable(std::string_view html) {
  int depth = 0, formatting = 0;
  for (Tag tag = next_tag(html, 0); !tag.name.empty(); tag = next_tag(html, tag.end)) {
    if (is_one_of(tag.name, {"script", "style"}) && !tag.closing) {
      tag.end = behind_raw_text(html, tag);
      continue;
    }
    if (is_void(tag.name) || closes_itself(tag.name) || tag.self_closing) continue;
    const int step = tag.closing ? -1 : 1;
    depth = std::max(0, depth + step);
    if (is_formatting(tag.name)) formatting = std::max(0, formatting + step);
    if (depth > deepest || formatting > most_open_formatting) return false;
  }
  return true;
}

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  std::string lower(name.data ? name.data : "", name.data ? std::min<std::size_t>(name.length, 64) : 0);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

HtmlNode node_of(const GumboNode& from, std::uint32_t parent) {
  HtmlNode node;
  node.parent = parent;
  if (from.type == GUMBO_NODE_ELEMENT || from.type == GUMBO_NODE_TEMPLATE) {
    node.tag = tag_name(from.v.element);
    for (unsigned i = 0; i < from.v.element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(from.v.element.attributes.data[i]);
      node.attributes.push_back({attribute->name, attribute->value});
    }
  } else {
    node.kind = HtmlNode::Kind::text;
    node.text = from.v.text.text;
  }
  return node;
}

struct Visit {
  const GumboNode* node;
  std::uint32_t index;
  unsigned next_child;
};

bool is_kept(const GumboNode& node) { return node.type != GUMBO_NODE_COMMENT && node.type != GUMBO_NODE_DOCUMENT; }
bool has_children(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

std::vector<HtmlNode> flatten(const GumboNode* root) {
  std::vector<HtmlNode> nodes{node_of(*root, 0)};
  std::vector<Visit> open{{root, 0, 0}};
  while (!open.empty()) {
    Visit& visit = open.back();
    const GumboVector& children = visit.node->v.element.children;
    if (!has_children(*visit.node) || visit.next_child == children.length) {
      nodes[visit.index].end = static_cast<std::uint32_t>(nodes.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[visit.next_child++]);
    if (!is_kept(*child)) continue;
    const auto index = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(node_of(*child, visit.index));
    open.push_back({child, index, 0});
  }
  return nodes;
}

// The few entities that matter where no parser is used.
void append_unescaped(std::string& out, std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}, {"&#39;", "'"}}};
  for (std::size_t at = 0; at < text.size();) {
    const auto entity =
        text[at] != '&' ? entities.end() : std::find_if(entities.begin(), entities.end(), [&](const auto& e) {
          return text.substr(at).starts_with(e.first);
        });
    if (entity == entities.end()) {
      out += text[at++];
    } else {
      out += entity->second;
      at += entity->first.size();
    }
  }
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes)
    if (attribute.name == name) return attribute.value;
  return {};
}

std::optional<std::vector<HtmlNode>> parse_html(std::string_view html) {
  if (!is_bearable(html)) return std::nullopt;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  if (!output || !output->root) return std::nullopt;
  return flatten(output->root);
}

std::string strip_tags(std::string_view html) {
  std::string text;
  std::size_t at = 0;
  for (Tag tag = next_tag(html, 0); !tag.name.empty(); tag = next_tag(html, at)) {
    append_unescaped(text, html.substr(at, tag.begin - at));
    if (!is_formatting(tag.name) && tag.name != "span") text += '\n';
    at = is_raw_text(tag) ? behind_raw_text(html, tag) : tag.end;
  }
  append_unescaped(text, html.substr(at));
  return text;
}

}  // namespace dateline::indexer
