#include "indexer/input/html_metadata.hpp"

#include <algorithm>
#include <optional>

#include "indexer/input/json.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::string folded_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void state(std::optional<Stated>& fact, std::string_view value, std::string_view origin) {
  if (fact) return;
  std::string clean = folded_blanks(text::repair(value).text);
  if (!clean.empty()) fact = Stated{std::move(clean), std::string(origin)};
}

bool is_article_type(const Json* type) {
  if (!type) return false;
  if (type->is_array())
    return std::any_of(type->items.begin(), type->items.end(), [](const Json& t) { return is_article_type(&t); });
  for (const std::string_view ending : {"Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle"})
    if (type->text.ends_with(ending)) return true;
  return false;
}

// The article among whatever a page describes: at the top, in an array, in @graph, or as mainEntity.
const Json* find_article(const Json& value, int depth = 0) {
  if (depth > 4) return nullptr;
  if (value.is_object() && is_article_type(value.find("@type"))) return &value;
  for (const Json& item : value.items)
    if (const Json* found = find_article(item, depth + 1)) return found;
  for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (const Json* inner = value.find(name))
      if (const Json* found = find_article(*inner, depth + 1)) return found;
  return nullptr;
}

// "x", {"name": "x"} or a list of either: the names.
std::vector<std::string> names_in(const Json* value) {
  std::vector<std::string> names;
  const auto add = [&](const Json& item) {
    const Json* name = item.is_object() ? item.find("name") : &item;
    if (name && name->is_string() && !name->text.starts_with("http")) {
      std::string clean = folded_blanks(name->text);
      if (!clean.empty()) names.push_back(std::move(clean));
    }
  };
  if (value && value->is_array())
    for (const Json& item : value->items) add(item);
  else if (value)
    add(*value);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string_view string_in(const Json& object, std::string_view name) {
  const Json* value = object.find(name);
  return value && value->is_string() ? std::string_view(value->text) : std::string_view{};
}

std::string_view url_in(const Json& object) {
  if (const std::string_view url = string_in(object, "url"); url.starts_with("http")) return url;
  const Json* main = object.find("mainEntityOfPage");
  if (main && main->is_string()) return main->text;
  return main ? string_in(*main, "@id") : std::string_view{};
}

std::string read_json_ld(const Json& json, RawArticle& article) {
  const Json* found = find_article(json);
  if (!found) return {};
  state(article.title, string_in(*found, "headline"), "JSON-LD headline");
  state(article.subtitle, string_in(*found, "alternativeHeadline"), "JSON-LD alternativeHeadline");
  state(article.date, string_in(*found, "datePublished"), "JSON-LD datePublished");
  state(article.language, string_in(*found, "inLanguage"), "JSON-LD inLanguage");
  state(article.byline, joined(names_in(found->find("author"))), "JSON-LD author");
  if (const std::string_view url = url_in(*found); url.starts_with("http")) state(article.url, url, "JSON-LD url");
  if (article.sources.empty())
    for (std::string& name : names_in(found->find("publisher")))
      article.sources.push_back({std::move(name), "JSON-LD publisher"});
  if (article.tags.empty())
    for (std::string& name : names_in(found->find("keywords")))
      article.tags.push_back({std::move(name), "JSON-LD keywords"});
  return std::string(string_in(*found, "articleBody"));
}

struct MetaRule {
  std::string_view name;
  std::optional<Stated> RawArticle::*fact;
};

// In order of trust.
constexpr MetaRule meta_rules[] = {
    {"og:title", &RawArticle::title},
    {"article:published_time", &RawArticle::date},
    {"og:article:published_time", &RawArticle::date},
    {"og:url", &RawArticle::url},
    {"article:author", &RawArticle::byline},
    {"headline", &RawArticle::title},
    {"twitter:title", &RawArticle::title},
    {"dc.title", &RawArticle::title},
    {"datepublished", &RawArticle::date},
    {"date", &RawArticle::date},
    {"pubdate", &RawArticle::date},
    {"publishdate", &RawArticle::date},
    {"publish-date", &RawArticle::date},
    {"parsely-pub-date", &RawArticle::date},
    {"sailthru.date", &RawArticle::date},
    {"dc.date", &RawArticle::date},
    {"dc.date.issued", &RawArticle::date},
    {"dcterms.created", &RawArticle::date},
    {"author", &RawArticle::byline},
    {"byl", &RawArticle::byline},
    {"dc.creator", &RawArticle::byline},
    {"parsely-author", &RawArticle::byline},
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

struct Meta {
  std::string name;
  std::string_view content;
};

std::vector<Meta> metas_of(const std::vector<HtmlNode>& nodes) {
  std::vector<Meta> metas;
  for (const HtmlNode& node : nodes) {
    if (node.tag != "meta") continue;
    for (const std::string_view attribute : {"property", "name", "itemprop"})
      if (const std::string_view name = node.attribute(attribute); !name.empty()) {
        metas.push_back({lower_ascii(name), node.attribute("content")});
        break;
      }
  }
  return metas;
}

void read_metas(const std::vector<Meta>& metas, RawArticle& article) {
  for (const MetaRule& rule : meta_rules)
    for (const Meta& meta : metas)
      if (meta.name == rule.name && !(rule.fact == &RawArticle::byline && meta.content.starts_with("http")))
        state(article.*rule.fact, meta.content, "meta " + meta.name);
  const bool has_publisher = !article.sources.empty();
  const bool has_tags = !article.tags.empty();
  for (const Meta& meta : metas) {
    std::string value = folded_blanks(meta.content);
    if (value.empty()) continue;
    if (meta.name == "og:site_name" && !has_publisher)
      article.sources.push_back({std::move(value), "meta og:site_name"});
    else if (meta.name == "article:tag" && !has_tags)
      article.tags.push_back({std::move(value), "meta article:tag"});
  }
}

void read_elements(const std::vector<HtmlNode>& nodes, RawArticle& article) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    const std::string_view property = node.attribute("itemprop");
    if (node.tag == "html")
      state(article.language, node.attribute("lang"), "attribute lang");
    else if (node.tag == "link" && node.attribute("rel") == "canonical" && node.attribute("href").starts_with("http"))
      state(article.url, node.attribute("href"), "link canonical");
    else if (property == "headline")
      state(article.title, inner_text(nodes, i), "itemprop headline");
    else if (property == "datePublished")
      state(article.date, node.attribute("datetime").empty() ? node.attribute("content") : node.attribute("datetime"),
            "itemprop datePublished");
    else if (node.tag == "title" && !article.page_title)
      state(article.page_title, inner_text(nodes, i), "title element");
  }
}

// Only where nothing better says so: an article page may have one <h1>, and times of other articles.
void read_weak_elements(const std::vector<HtmlNode>& nodes, RawArticle& article) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    if (node.tag == "h1")
      state(article.title, inner_text(nodes, i), "h1");
    else if (node.tag == "time")
      state(article.date, node.attribute("datetime"), "time element");
    else if (node.attribute("rel") == "author" || node.attribute("itemprop") == "author")
      state(article.byline, inner_text(nodes, i), "author element");
  }
}

}  // namespace

std::string inner_text(const std::vector<HtmlNode>& nodes, std::size_t at) {
  std::string text;
  for (std::size_t i = at; i < nodes[at].end; ++i)
    if (nodes[i].kind == HtmlNode::Kind::text) text += nodes[i].text;
  return folded_blanks(text);
}

std::string read_metadata(const std::vector<HtmlNode>& nodes, RawArticle& article) {
  std::string body;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != "script" || lower_ascii(nodes[i].attribute("type")) != "application/ld+json") continue;
    std::string source, reason;
    for (std::size_t child = i + 1; child < nodes[i].end; ++child) source += nodes[child].text;
    if (const std::optional<Json> json = parse_json(source, reason)) {
      std::string found = read_json_ld(*json, article);
      if (body.empty()) body = std::move(found);
    }
  }
  read_metas(metas_of(nodes), article);
  read_elements(nodes, article);
  read_weak_elements(nodes, article);
  return body;
}

}  // namespace dateline::indexer
