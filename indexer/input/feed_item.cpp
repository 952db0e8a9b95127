#include "indexer/input/feed_item.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "indexer/input/html_fragment.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::string trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

std::string attribute(const FeedValue& value, std::string_view name) {
  for (const auto& [its_name, text] : value.attributes)
    if (its_name == name) return text;
  return {};
}

// On one line, without markup.
std::string plain(const FeedValue& value) {
  return value.kind == FeedValue::Kind::text ? trimmed(value.text) : trimmed(one_line(value.text));
}

// "editor@paper.example (Ann Lee)"
std::string without_address(const std::string& author) {
  const std::size_t open = author.find('(');
  if (author.find('@') == std::string::npos || open == std::string::npos) return author;
  return trimmed(std::string_view(author).substr(open + 1, author.rfind(')') - open - 1));
}

bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// Links name the article by their text (RSS) or by an attribute (Atom), and other things by their relation.
std::string link_of(const FeedValue& value) {
  const std::string relation = attribute(value, "rel");
  if (!relation.empty() && relation != "alternate") return {};
  if (value.name == "guid" && attribute(value, "isPermaLink") == "false") return {};
  const std::string reference = attribute(value, "href");
  std::string link = trimmed(reference.empty() ? value.text : reference);
  return link.starts_with("http://") || link.starts_with("https://") ? link : std::string();
}

std::string tag_of(const FeedValue& value) {
  for (const std::string_view name : {"label", "term"})
    if (std::string tag = trimmed(attribute(value, name)); !tag.empty()) return tag;
  return plain(value);
}

std::string author_of(const FeedValue& value) {
  std::string author = without_address(plain(value));
  return is_address(author) ? std::string() : author;
}

// The facts of an item, by the elements that may state them, in order of trust.
class ItemFacts {
 public:
  using Values = std::initializer_list<std::string_view>;
  using Make = std::string (*)(const FeedValue&);

  explicit ItemFacts(const FeedItem& item) : item_(item) {}

  std::optional<Stated> first(Values names, Make make, std::string_view prefix = "feed ") const {
    for (const std::string_view name : names)
      for (const FeedValue& value : item_)
        if (value.name == name)
          if (std::string text = make(value); !text.empty()) return Stated{std::move(text), origin(prefix, name)};
    return std::nullopt;
  }

  // All of the first kind of element that there is.
  std::vector<Stated> all(Values names, Make make) const {
    std::vector<Stated> found;
    for (const std::string_view name : names) {
      for (const FeedValue& value : item_)
        if (value.name == name)
          if (std::string text = make(value); !text.empty()) found.push_back({std::move(text), origin("feed ", name)});
      if (!found.empty()) break;
    }
    return found;
  }

  const FeedValue* value(Values names) const {
    for (const std::string_view name : names)
      for (const FeedValue& value : item_)
        if (value.name == name && value.text.find_first_not_of(" \t\r\n") != std::string::npos) return &value;
    return nullptr;
  }

 private:
  static std::string origin(std::string_view prefix, std::string_view name) { return std::string(prefix).append(name); }
  const FeedItem& item_;
};

std::optional<Stated> joined(std::vector<Stated> list) {
  if (list.empty()) return std::nullopt;
  for (std::size_t i = 1; i < list.size(); ++i) list.front().value += ", " + list[i].value;
  return std::move(list.front());
}

// Without tags, lines are lines; entities are entities even so.
std::string lines_of(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return trimmed(text);
  std::string lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += one_line(text.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  return trimmed(lines);
}

void take_text(RawArticle& article, const FeedValue& value) {
  if (value.kind == FeedValue::Kind::text) {
    article.text = trimmed(value.text);
    return;
  }
  if (value.text.find('<') == std::string::npos) {
    article.text = lines_of(value.text);
    return;
  }
  Fragment fragment = read_fragment(value.text);
  article.text = std::move(fragment.text);
  article.removed = std::move(fragment.removed);
}

std::uint64_t hash_of(const FeedItem& item) {
  std::string content;
  for (const FeedValue& value : item) {
    content.append(value.name).append(1, '\0').append(value.text).append(1, '\0');
    for (const auto& [name, text] : value.attributes) content.append(name).append(1, '\0').append(text).append(1, '\0');
  }
  return schema::hash64(content);
}

}  // namespace

std::optional<RawArticle> article_of_item(const FeedItem& item, const FeedItem& channel) {
  const ItemFacts facts(item), feed(channel);
  RawArticle article;
  article.page = true;
  article.title = facts.first({"title", "dc:title", "media:title"}, plain);
  article.url = facts.first({"feedburner:origLink", "link", "atom:link", "guid"}, link_of);
  if (!article.url) article.id = facts.first({"guid", "id", "dc:identifier"}, plain);
  article.date = facts.first({"pubDate", "published", "dc:date", "dcterms:issued", "issued", "dcterms:created",
                              "updated", "dcterms:modified", "modified", "atom:published", "atom:updated"},
                             plain);
  article.updated = facts.first({"updated", "dcterms:modified", "modified", "atom:updated"}, plain);
  article.byline =
      joined(facts.all({"dc:creator", "author/name", "author", "atom:author/name", "itunes:author"}, author_of));
  article.tags = facts.all({"category", "dc:subject"}, tag_of);
  article.language = facts.first({"language", "dc:language", "xml:lang"}, plain);
  if (!article.language) article.language = feed.first({"language", "dc:language", "xml:lang"}, plain, "feed's ");
  article.sources = facts.all({"source/title", "source", "dc:publisher"}, plain);
  if (article.sources.empty())
    if (std::optional<Stated> title = feed.first({"dc:publisher", "title"}, plain, "feed's "))
      article.sources.push_back(std::move(*title));
  if (const FeedValue* text = facts.value({"content:encoded", "content", "description", "summary", "dc:description"}))
    take_text(article, *text);
  article.content_hash = hash_of(item);
  if (article.text.empty() && !article.title) return std::nullopt;
  return article;
}

}  // namespace dateline::indexer
