#include "indexer/input/feed.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/decode.hpp"
#include "indexer/input/feed_item.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/xml.hpp"

namespace dateline::indexer {
namespace {

// Names are told apart by what they mean, not by the prefix that a feed gives them.
struct Space {
  std::string_view uri, prefix;
};
constexpr Space spaces[] = {
    {"http://purl.org/rss/1.0/", ""},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://www.w3.org/1999/xhtml", ""},
};

bool is_atom(std::string_view uri) { return uri == "http://www.w3.org/2005/Atom" || uri == "http://purl.org/atom/ns#"; }

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [its_name, value] : attributes)
    if (its_name == name) return value;
  return {};
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text)
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
}

class FeedReader final : public XmlHandler {
 public:
  FeedReader(const Place& place, const InputSink& sink) : place_(place), sink_(sink) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    const std::string called = name_of(name);
    if (is_item(called)) {
      finish_item();  // of a feed that forgets to close them
      in_item_ = true;
      take_language(item_, attributes);
    } else if (value_depth_ > 0) {
      start_markup(called);
    } else if (in_item_) {
      open_value(called, attributes);
    } else {
      take_language(channel_, attributes);
      if (is_in_channel()) open_value(called, attributes);
    }
    open_.push_back(called);
  }

  void end() override {
    const std::string called = std::move(open_.back());
    open_.pop_back();
    if (value_depth_ > 0 && open_.size() + 1 > value_depth_)
      end_markup(called);
    else if (value_depth_ > 0)
      close_value();
    else if (is_item(called))
      finish_item();
  }

  void text(std::string_view text) override {
    if (value_depth_ == 0) return;
    if (has_markup_ || value_.kind == FeedValue::Kind::xhtml)
      append_escaped(value_.text, text);
    else
      value_.text += text;
  }

  std::size_t items() const { return items_; }

 private:
  std::string name_of(const XmlName& name) {
    if (open_.empty()) is_atom_feed_ = is_atom(name.space);
    if (is_atom(name.space)) return (is_atom_feed_ ? "" : "atom:") + std::string(name.local);
    for (const Space& space : spaces)
      if (space.uri == name.space) return std::string(space.prefix) + std::string(name.local);
    return name.prefix.empty() ? std::string(name.local) : std::string(name.prefix) + ":" + std::string(name.local);
  }

  bool is_item(const std::string& name) const {
    return value_depth_ == 0 && name == (is_atom_feed_ ? "entry" : "item");
  }

  bool is_in_channel() const { return !open_.empty() && (open_.back() == "channel" || open_.back() == "feed"); }

  static void take_language(FeedItem& item, const XmlAttributes& attributes) {
    if (std::string language = attribute(attributes, "xml:lang"); !language.empty())
      item.push_back({"xml:lang", std::move(language), FeedValue::Kind::text, {}});
  }

  // Values stand in the item itself, but for names of authors and of where Atom entries come from.
  void open_value(const std::string& name, const XmlAttributes& attributes) {
    if ((name == "author" || name == "source" || name == "contributor") && is_atom_feed_) return;
    const std::string& parent = open_.empty() ? name : open_.back();
    const bool is_nested = parent == "author" || parent == "source" || parent == "contributor";
    value_ = {is_nested ? parent + "/" + name : name, {}, kind_of_value(name, attributes), attributes};
    value_depth_ = open_.size() + 1;
    has_markup_ = false;
  }

  FeedValue::Kind kind_of_value(const std::string& name, const XmlAttributes& attributes) const {
    const std::string type = attribute(attributes, "type");
    if (!is_atom_feed_ || name == "content:encoded") return FeedValue::Kind::html;
    if (type == "xhtml" || type == "application/xhtml+xml") return FeedValue::Kind::xhtml;
    return type == "html" || type == "text/html" ? FeedValue::Kind::html : FeedValue::Kind::text;
  }

  // Markup that is not escaped: what was text before it becomes text of HTML.
  void start_markup(const std::string& name) {
    if (!has_markup_ && value_.kind != FeedValue::Kind::xhtml) {
      std::string escaped;
      append_escaped(escaped, value_.text);
      value_.text = std::move(escaped);
    }
    has_markup_ = true;
    value_.kind = FeedValue::Kind::xhtml;
    value_.text += "<" + name + ">";
  }

  void end_markup(const std::string& name) {
    for (const std::string_view empty : {"br", "hr", "img", "wbr", "input"})
      if (name == empty) return;  // HTML would take the end for another one
    value_.text += "</" + name + ">";
  }

  void close_value() {
    value_depth_ = 0;
    (in_item_ ? item_ : channel_).push_back(std::move(value_));
  }

  void finish_item() {
    if (in_item_) {
      if (value_depth_ > 0) close_value();
      ++items_;
      const Place place = place_.numbered(items_);
      std::optional<RawArticle> article = article_of_item(item_, channel_);
      if (article) {
        place.put_into(*article);
        sink_.article(std::move(*article));
      } else {
        sink_.rejection(place.rejected("an item without text and title"));
      }
    }
    in_item_ = false;
    item_.clear();
  }

  const Place& place_;
  const InputSink& sink_;
  std::vector<std::string> open_;  // names of open elements
  bool is_atom_feed_ = false;
  bool in_item_ = false;
  FeedItem item_, channel_;
  FeedValue value_;
  std::size_t value_depth_ = 0;  // number of open elements with the value's own; 0: in none
  bool has_markup_ = false;
  std::size_t items_ = 0;
};

// Behind declarations, comments and the document type.
std::string_view root_of(std::string_view lower) {
  while (lower.starts_with("<?") || lower.starts_with("<!")) {
    const bool has_subset = lower.starts_with("<!doctype") && lower.find('[') < lower.find('>');
    const std::string_view close = lower.starts_with("<!--") ? "-->" : has_subset ? "]>" : ">";
    const std::size_t end = lower.find(close);
    if (end == std::string_view::npos) return {};
    lower.remove_prefix(end + close.size());
    lower.remove_prefix(std::min(lower.find_first_not_of(" \t\r\n"), lower.size()));
  }
  return lower;
}

}  // namespace

bool is_feed(const Head& head) {
  const std::string_view root = root_of(head.lower);
  const std::size_t end = root.find('>');
  if (end == std::string_view::npos) return false;
  const std::string_view tag = root.substr(0, end);
  if (tag.starts_with("<rss") || tag.starts_with("<rdf:rdf")) return tag.find("rss") != std::string_view::npos;
  return (tag.starts_with("<feed") || tag.starts_with("<atom:feed")) && tag.find("atom") != std::string_view::npos;
}

void read_feed(ByteReader& bytes, const Place& place, const InputSink& sink) {
  const std::optional<std::string_view> whole = bytes.whole(largest_feed);
  if (!whole) return sink.rejection(place.rejected("a feed of more than 128 MB; divide it"));
  const std::optional<Decoded> decoded = decode(*whole, declared_xml_encoding(*whole));
  if (!decoded) return sink.rejection(place.rejected(no_text));
  FeedReader reader(place, sink);
  const std::string reason = parse_xml(decoded->text, reader);
  if (!bytes.broken().empty()) return;
  if (!reason.empty())
    sink.rejection(place.rejected(reason));
  else if (reader.items() == 0)
    sink.rejection(place.rejected("a feed without items"));
}

}  // namespace dateline::indexer
