#include "indexer/input/html_metadata.hpp"

#include <algorithm>
#include <optional>

#include "indexer/input/html_blocks.hpp"
#include "indexer/input/html_titles.hpp"
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

bool has_type(const Json& value, std::initializer_list<std::string_view> endings) {
  const Json* type = value.find("@type");
  if (!type) return false;
  const auto is_one = [&](const Json& name) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return name.text.ends_with(end); });
  };
  return type->is_array() ? std::any_of(type->items.begin(), type->items.end(), is_one) : is_one(*type);
}

bool is_article(const Json& value) {
  return value.is_object() && has_type(value, {"Article", "BlogPosting", "Report", "LiveBlogPosting",
                                               "SocialMediaPosting", "DiscussionForumPosting", "Review", "Recipe"});
}

// The articles among whatever a page describes: at the top, in an array, in @graph, or as mainEntity.
void find_articles(const Json& value, std::vector<const Json*>& found, int depth = 0) {
  if (depth > 4 || found.size() > 50) return;
  if (is_article(value)) found.push_back(&value);
  for (const Json& item : value.items) find_articles(item, found, depth + 1);
  for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (const Json* inner = value.find(name)) find_articles(*inner, found, depth + 1);
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

// Data of a page is JSON as people write it: in comment marks, with line ends inside strings, commas too many.
std::string mended_json(std::string_view source) {
  std::string mended;
  bool in_string = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (in_string && c == '\\' && i + 1 < source.size()) {
      mended += c;
      mended += source[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (!in_string && (c == '}' || c == ']')) {
      const std::size_t last = mended.find_last_not_of(' ');
      if (last != std::string::npos && mended[last] == ',') mended.resize(last);
    }
    mended += control ? ' ' : c;
  }
  const std::size_t begin = mended.find_first_of("{["), end = mended.find_last_of("}]");
  return begin == std::string::npos || end == std::string::npos || end < begin ? std::string()
                                                                               : mended.substr(begin, end + 1 - begin);
}

std::vector<Json> json_ld_of(const HtmlTree& tree) {
  std::vector<Json> all;
  for (const HtmlTree::Data& data : tree.data()) {
    if (data.tag.find("ld+json") == std::string::npos) continue;
    std::string reason;
    std::optional<Json> json = parse_json(data.content, reason);
    if (!json) json = parse_json(mended_json(data.content), reason);
    if (json) all.push_back(std::move(*json));
  }
  return all;
}

// Some pages describe the articles that they link to as well: theirs has the page's title.
const Json* article_of(const std::vector<const Json*>& articles, const PageTitles& titles) {
  for (const Json* article : articles) {
    const std::string_view headline = string_in(*article, "headline");
    if (headline.empty()) continue;
    if (are_alike(headline, titles.element) || (titles.social && are_alike(headline, titles.social->value)) ||
        std::any_of(titles.headings.begin(), titles.headings.end(),
                    [&](const std::string& heading) { return are_alike(headline, heading); }))
      return article;
  }
  return articles.empty() ? nullptr : articles.front();
}

// A date that one of the objects states: WordPress gives it to the article, to the page, or to both.
std::string_view page_date(const std::vector<Json>& all) {
  for (const Json& json : all) {
    const Json* graph = json.find("@graph");
    const std::vector<Json>& objects = graph ? graph->items : json.items;
    for (const Json& object : objects)
      if (object.is_object() && has_type(object, {"WebPage"}))
        if (const std::string_view date = string_in(object, "datePublished"); !date.empty()) return date;
    if (json.is_object() && has_type(json, {"WebPage"}))
      if (const std::string_view date = string_in(json, "datePublished"); !date.empty()) return date;
  }
  return {};
}

std::string read_json_ld(const std::vector<Json>& all, RawArticle& article, PageTitles& titles) {
  std::vector<const Json*> articles;
  for (const Json& json : all) find_articles(json, articles);
  const Json* found = article_of(articles, titles);
  if (!found) {
    state(article.date, page_date(all), "JSON-LD datePublished");
    return {};
  }
  state(titles.structured, unescape_html(string_in(*found, "headline")), "JSON-LD headline");
  state(article.subtitle, unescape_html(string_in(*found, "alternativeHeadline")), "JSON-LD alternativeHeadline");
  state(article.date, string_in(*found, "datePublished"), "JSON-LD datePublished");
  state(article.date, page_date(all), "JSON-LD datePublished");
  state(article.date, string_in(*found, "dateCreated"), "JSON-LD dateCreated");
  state(article.updated, string_in(*found, "dateModified"), "JSON-LD dateModified");
  state(article.language, string_in(*found, "inLanguage"), "JSON-LD inLanguage");
  state(article.byline, joined(names_in(found->find("author"))), "JSON-LD author");
  if (const std::string_view url = url_in(*found); url.starts_with("http")) state(article.url, url, "JSON-LD url");
  if (article.sources.empty())
    for (std::string& name : names_in(found->find("publisher")))
      article.sources.push_back({std::move(name), "JSON-LD publisher"});
  if (article.tags.empty())
    for (std::string& name : names_in(found->find("keywords")))
      article.tags.push_back({std::move(name), "JSON-LD keywords"});
  return unescape_html(string_in(*found, "articleBody"));
}

struct MetaRule {
  std::string_view name;
  std::optional<Stated> RawArticle::*fact;
};

// In order of trust.
constexpr MetaRule meta_rules[] = {
    {"article:published_time", &RawArticle::date},
    {"og:article:published_time", &RawArticle::date},
    {"og:url", &RawArticle::url},
    {"article:author", &RawArticle::byline},
    {"datepublished", &RawArticle::date},
    {"pubdate", &RawArticle::date},
    {"publishdate", &RawArticle::date},
    {"publish-date", &RawArticle::date},
    {"parsely-pub-date", &RawArticle::date},
    {"sailthru.date", &RawArticle::date},
    {"dc.date.issued", &RawArticle::date},
    {"dcterms.issued", &RawArticle::date},
    {"dcterms.date", &RawArticle::date},
    {"date", &RawArticle::date},
    {"dc.date", &RawArticle::date},
    {"dcterms.created", &RawArticle::date},
    {"dc.date.created", &RawArticle::date},
    {"article:published", &RawArticle::date},
    {"article.published", &RawArticle::date},
    {"rnews:datepublished", &RawArticle::date},
    {"originalpublicationdate", &RawArticle::date},
    {"publication_date", &RawArticle::date},
    {"publish_date", &RawArticle::date},
    {"published_date", &RawArticle::date},
    {"article_date_original", &RawArticle::date},
    {"og:published_time", &RawArticle::date},
    {"og:pubdate", &RawArticle::date},
    {"cxenseparse:recs:publishtime", &RawArticle::date},
    {"cxenseparse:publishtime", &RawArticle::date},
    {"bt:pubdate", &RawArticle::date},
    {"ptime", &RawArticle::date},
    {"pdate", &RawArticle::date},
    {"datecreated", &RawArticle::date},
    {"article:modified_time", &RawArticle::updated},
    {"og:article:modified_time", &RawArticle::updated},
    {"datemodified", &RawArticle::updated},
    {"dcterms.modified", &RawArticle::updated},
    {"dc.date.modified", &RawArticle::updated},
    {"og:updated_time", &RawArticle::updated},
    {"article:modified", &RawArticle::updated},
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

std::vector<Meta> metas_of(const HtmlNodes& nodes) {
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

void read_elements(const HtmlNodes& nodes, RawArticle& article) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    if (node.tag == "html") {
      state(article.language, node.attribute("lang"), "attribute lang");
    } else if (node.tag == "link" && node.attribute("rel") == "canonical" &&
               node.attribute("href").starts_with("http")) {
      state(article.url, node.attribute("href"), "link canonical");
    } else if (node.attribute("itemprop") == "datePublished") {
      const std::string_view time = node.attribute("datetime"), content = node.attribute("content");
      state(article.date, time.empty() ? content : time, "itemprop datePublished");
    } else if (node.tag == "time" && node.has("pubdate")) {
      state(article.date, node.attribute("datetime"), "time element");
    }
  }
}

bool has_year(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i)
    if ((text.substr(i, 2) == "19" || text.substr(i, 2) == "20") && text[i + 2] >= '0' && text[i + 2] <= '9' &&
        text[i + 3] >= '0' && text[i + 3] <= '9')
      return true;
  return false;
}

// The time that stands below the headline; one above it, or any of many, may be another article's, or today's.
void read_time_elements(const HtmlNodes& nodes, RawArticle& article) {
  std::size_t headline = 0, times = 0;
  std::string only, below;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag == "h1" && article.title && are_alike(inner_text(nodes, i), article.title->value)) headline = i;
    if (nodes[i].tag != "time") continue;
    std::string value(nodes[i].attribute("datetime"));
    if (!has_year(value)) value = inner_text(nodes, i);
    if (!has_year(value)) continue;
    if (times++ == 0) only = value;
    if (headline != 0 && below.empty()) below = value;
  }
  if (!below.empty())
    state(article.date, below, "time element");
  else if (headline == 0 || times == 1)
    state(article.date, only, "time element");
}

void read_author_elements(const HtmlNodes& nodes, RawArticle& article) {
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].attribute("rel") == "author" || nodes[i].attribute("itemprop") == "author")
      state(article.byline, inner_text(nodes, i), "author element");
}

std::string host_label(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 3, url.find('/', begin + 3) - begin - 3);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host.substr(0, host.find('.')));
}

// "/" or "https://paper.example/": the first page of the site.
bool leads_home(std::string_view url) {
  if (url == "/") return true;
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return false;
  const std::size_t end = url.find_first_of("/?#", host + 3);
  return end == std::string_view::npos || end + 1 == url.size();
}

// A heading that leads home is the name of the site.
bool is_name_of_site(const HtmlNodes& nodes, std::size_t heading) {
  for (std::size_t i = heading + 1; i < nodes[heading].end; ++i)
    if (nodes[i].tag == "a") return leads_home(nodes[i].attribute("href"));
  return false;
}

PageTitles titles_of(const HtmlNodes& nodes, const std::vector<Meta>& metas) {
  PageTitles titles;
  for (const std::string_view name : {"og:title", "headline", "twitter:title", "dc.title"})
    for (const Meta& meta : metas)
      if (meta.name == name) state(titles.social, meta.content, "meta " + meta.name);
  for (const Meta& meta : metas)
    if (meta.name == "og:site_name" || meta.name == "application-name" || meta.name == "twitter:site" ||
        meta.name == "apple-mobile-web-app-title")
      titles.sites.emplace_back(meta.content);
    else if (meta.name == "og:url")
      titles.sites.push_back(host_label(meta.content));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    if (node.tag == "h1" && titles.headings.size() < 20) {
      std::string text = inner_text(nodes, i);
      if (!text.empty()) (is_name_of_site(nodes, i) ? titles.sites : titles.headings).push_back(std::move(text));
    } else if (node.tag == "title" && titles.element.empty()) {
      titles.element = inner_text(nodes, i);
    } else if (node.tag == "link" && node.attribute("rel") == "canonical") {
      titles.sites.push_back(host_label(node.attribute("href")));
    } else if (node.attribute("itemprop") == "headline") {
      state(titles.structured, node.has("content") ? std::string(node.attribute("content")) : inner_text(nodes, i),
            "itemprop headline");
    }
  }
  return titles;
}

}  // namespace

std::string read_metadata(const HtmlTree& tree, RawArticle& article) {
  const HtmlNodes& nodes = tree.nodes();
  const std::vector<Meta> metas = metas_of(nodes);
  PageTitles titles = titles_of(nodes, metas);
  state(article.page_title, titles.element, "title element");
  std::optional<Stated> microdata = std::move(titles.structured);
  titles.structured.reset();
  std::string body = read_json_ld(json_ld_of(tree), article, titles);
  if (!titles.structured) titles.structured = std::move(microdata);
  for (const Stated& source : article.sources) titles.sites.push_back(source.value);
  article.title = choose_title(titles);
  read_metas(metas, article);
  read_elements(nodes, article);
  read_time_elements(nodes, article);
  read_author_elements(nodes, article);
  return body;
}

}  // namespace dateline::indexer
