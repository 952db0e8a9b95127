#include "indexer/input/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>

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

// The next tag at or behind `at`, comments skipped; name empty at the end. Where `lean` is given, what lies between
// `*kept` and a comment is added to it, and `*kept` is set behind the comment.
Tag next_tag(std::string_view html, std::size_t at, std::string* lean = nullptr, std::size_t* kept = nullptr) {
  while ((at = html.find('<', at)) != std::string_view::npos) {
    Tag tag;
    tag.begin = at;
    if (html.substr(at).starts_with("<!--")) {
      const std::size_t close = html.find("-->", at);
      if (lean) {
        *lean += html.substr(*kept, at - *kept);
        *kept = close == std::string_view::npos ? html.size() : close + 3;
      }
      at = close;
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

// What a page states as data for programs: JSON-LD, the state of a script.
bool is_data(std::string_view tag) { return tag.find("json") != std::string_view::npos; }

// A page without what is no text of it: most bytes of a page of today are programs.
struct Lean {
  std::string html;
  std::vector<HtmlTree::Data> data;
};

class Thinning {
 public:
  explicit Thinning(std::string_view html) : html_(html) { lean_.html.reserve(html.size() / 2); }

  // Empty when it nests too deeply.
  std::optional<Lean> run() {
    for (Tag tag = next_tag(html_, 0, &lean_.html, &kept_); !tag.name.empty();
         tag = next_tag(html_, tag.end, &lean_.html, &kept_)) {
      if (is_raw_text(tag) && !tag.self_closing && leave_out(tag)) continue;
      if (is_void(tag.name) || closes_itself(tag.name) || tag.self_closing) continue;
      const int step = tag.closing ? -1 : 1;
      depth_ = std::max(0, depth_ + step);
      if (is_formatting(tag.name)) formatting_ = std::max(0, formatting_ + step);
      if (depth_ > deepest || formatting_ > most_open_formatting) return std::nullopt;
    }
    if (kept_ < html_.size()) lean_.html += html_.substr(kept_);
    return std::move(lean_);
  }

 private:
  // Moves `tag` to the end of its content. A drawing that is never closed is left to the parser, and not looked for
  // again.
  bool leave_out(Tag& tag) {
    const bool must_close = tag.name == "script" || tag.name == "style";
    if (!must_close && std::find(unclosed_.begin(), unclosed_.end(), tag.name) != unclosed_.end()) return false;
    const std::size_t end = behind_raw_text(html_, tag);
    if (end == html_.size() && !must_close) {
      unclosed_.push_back(tag.name);
      return false;
    }
    const std::string_view opening = html_.substr(tag.begin, tag.end - tag.begin);
    if (tag.name == "script" && is_data(opening))
      lean_.data.push_back({std::string(opening), std::string(html_.substr(tag.end, end - tag.end))});
    lean_.html += html_.substr(kept_, tag.end - kept_);
    kept_ = tag.end = end;
    return true;
  }

  std::string_view html_;
  Lean lean_;
  std::size_t kept_ = 0;
  int depth_ = 0, formatting_ = 0;
  std::vector<std::string> unclosed_;
};

// Memory that is given back all at once: the parser's tree is never freed node by node.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* chunk : chunks_) std::free(chunk);
  }

  void* allocate(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left_) {
      const std::size_t chunk = std::max(size, chunk_size);
      void* memory = std::malloc(chunk);
      if (!memory) throw std::bad_alloc();
      chunks_.push_back(memory);
      next_ = static_cast<char*>(memory);
      left_ = chunk;
    }
    void* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

 private:
  static constexpr std::size_t chunk_size = 256 << 10;
  std::vector<void*> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

void* allocate_in_arena(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); }
void leave_in_arena(void*, void*) {}

struct Visit {
  const GumboNode* node;
  std::uint32_t index;
  unsigned next_child;
};

bool is_kept(const GumboNode& node) { return node.type != GUMBO_NODE_COMMENT && node.type != GUMBO_NODE_DOCUMENT; }
bool has_children(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

}  // namespace

struct HtmlTree::Memory {
  std::string html;
  Arena arena;
  std::deque<std::string> unknown_tags;
  std::vector<HtmlAttribute> attributes;

  std::string_view tag_name(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    std::string lower(name.data ? name.data : "", name.data ? std::min<std::size_t>(name.length, 64) : 0);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return unknown_tags.emplace_back(std::move(lower));
  }

  // The node with the number of its attributes; where they lie is known when all have been seen.
  HtmlNode node_of(const GumboNode& from, std::uint32_t parent) {
    HtmlNode node;
    node.parent = parent;
    if (!has_children(from)) {
      node.kind = HtmlNode::Kind::text;
      node.text = from.v.text.text;
      return node;
    }
    node.tag = tag_name(from.v.element);
    const GumboVector& given = from.v.element.attributes;
    for (unsigned i = 0; i < given.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(given.data[i]);
      attributes.push_back({attribute->name, attribute->value});
    }
    counts.push_back(given.length);
    return node;
  }

  HtmlNodes flatten(const GumboNode* root) {
    HtmlNodes nodes{node_of(*root, 0)};
    std::vector<Visit> open{{root, 0, 0}};
    while (!open.empty()) {
      Visit& visit = open.back();
      if (!has_children(*visit.node) || visit.next_child == visit.node->v.element.children.length) {
        nodes[visit.index].end = static_cast<std::uint32_t>(nodes.size());
        open.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(visit.node->v.element.children.data[visit.next_child++]);
      if (!is_kept(*child)) continue;
      const auto index = static_cast<std::uint32_t>(nodes.size());
      nodes.push_back(node_of(*child, visit.index));
      open.push_back({child, index, 0});
    }
    place_attributes(nodes);
    return nodes;
  }

  void place_attributes(HtmlNodes& nodes) {
    std::size_t at = 0, element = 0;
    for (HtmlNode& node : nodes) {
      if (node.kind != HtmlNode::Kind::element) continue;
      node.attributes = {attributes.data() + at, counts[element]};
      at += counts[element++];
    }
  }

  std::vector<unsigned> counts;  // attributes of each element
};

HtmlTree::HtmlTree(std::unique_ptr<Memory> memory) : memory_(std::move(memory)) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

namespace {

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

bool HtmlNode::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& a) { return a.name == name; });
}

std::optional<HtmlTree> parse_html(std::string_view html) {
  std::optional<Lean> lean = Thinning(html).run();
  if (!lean) return std::nullopt;
  auto memory = std::make_unique<HtmlTree::Memory>();
  memory->html = std::move(lean->html);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.allocator = allocate_in_arena;
  options.deallocator = leave_in_arena;
  options.userdata = &memory->arena;
  const GumboOutput* output = gumbo_parse_with_options(&options, memory->html.data(), memory->html.size());
  if (!output || !output->root) return std::nullopt;
  HtmlTree tree(std::move(memory));
  tree.data_ = std::move(lean->data);
  tree.nodes_ = tree.memory_->flatten(output->root);
  return tree;
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

std::string unescape_html(std::string_view text) {
  if (text.find_first_of("&<") == std::string_view::npos) return std::string(text);
  const std::optional<HtmlTree> tree = parse_html(text);
  if (!tree) return strip_tags(text);
  std::string plain;
  for (const HtmlNode& node : tree->nodes()) plain += node.text;
  return plain;
}

}  // namespace dateline::indexer
