#include "indexer/input/html_roles.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {
namespace {

// Classes and ids longer than this name nothing: they list states and experiments.
constexpr std::size_t longest_names = 400;

using Words = std::unordered_map<std::string_view, Role>;

const Words& roles_of_tags() {
  static const Words roles = [] {
    Words words;
    for (const std::string_view tag :
         {"script",        "style",      "noscript",  "template",    "svg",         "iframe",
          "head",          "button",     "select",    "option",      "input",       "textarea",
          "object",        "embed",      "canvas",    "audio",       "video",       "math",
          "nav",           "menu",       "amp-ad",    "amp-sidebar", "amp-consent", "amp-social-share",
          "amp-analytics", "amp-iframe", "amp-video", "amp-youtube"})
      words[tag] = Role::nothing;
    for (const std::string_view tag : {"aside", "footer", "figcaption", "dialog"}) words[tag] = Role::beside;
    words["figure"] = Role::picture;
    for (const std::string_view tag : {"form", "fieldset", "label"}) words[tag] = Role::perhaps;
    return words;
  }();
  return roles;
}

// Single words of names, and two that follow each other: "c-articleBody__related" is c, article, body, related.
const Words& roles_of_words() {
  static const Words roles = [] {
    Words words;
    for (const std::string_view word : {"nav", "navbar", "gnav", "navigation", "breadcrumb", "breadcrumbs", "topbar",
                                        "toolbar", "pagination", "pager", "skip", "skiplink", "masthead", "megamenu",
                                        "menu", "visually-hidden", "screen-reader", "sr-only", "hamburger"})
      words[word] = Role::furniture;
    for (const std::string_view word : {"advert",
                                        "advertisement",
                                        "adsbygoogle",
                                        "sponsored",
                                        "newsletter",
                                        "newsletters",
                                        "cookie",
                                        "cookies",
                                        "consent",
                                        "gdpr",
                                        "onetrust",
                                        "share",
                                        "sharing",
                                        "sharebar",
                                        "sharedaddy",
                                        "addtoany",
                                        "addthis",
                                        "related",
                                        "recommended",
                                        "recommendation",
                                        "recommendations",
                                        "recirc",
                                        "recirculation",
                                        "ranking",
                                        "trending",
                                        "popular",
                                        "comments-area",
                                        "comment-list",
                                        "comment-body",
                                        "comment-content",
                                        "comment-text",
                                        "kommentare",
                                        "kommentarer",
                                        "comentarios",
                                        "commentaires",
                                        "commenti",
                                        "komentarze",
                                        "komentare",
                                        "komentari",
                                        "reacties",
                                        "yorumlar",
                                        "kommentarii",
                                        "comments",
                                        "commentlist",
                                        "disqus",
                                        "livefyre",
                                        "respond",
                                        "sidebar",
                                        "infobox",
                                        "factbox",
                                        "popup",
                                        "modal",
                                        "pullquote",
                                        "caption",
                                        "outbrain",
                                        "taboola",
                                        "zergnet",
                                        "author-bio",
                                        "authorbio",
                                        "author-box",
                                        "authorbox",
                                        "bio",
                                        "about-author",
                                        "author-info",
                                        "writer-bio",
                                        "read-more",
                                        "readmore",
                                        "read-next",
                                        "see-also",
                                        "more-on",
                                        "more-from",
                                        "also-read",
                                        "most-read",
                                        "mostread",
                                        "most-viewed",
                                        "up-next",
                                        "next-article",
                                        "related-posts",
                                        "jp-relatedposts",
                                        "yarpp",
                                        "signup",
                                        "sign-up",
                                        "subscribe",
                                        "signin",
                                        "login",
                                        "tags",
                                        "tag-list",
                                        "taglist",
                                        "topics",
                                        "corrections-link",
                                        "copyright",
                                        "disclaimer",
                                        "legal",
                                        "colophon",
                                        "footer",
                                        "regwall",
                                        "paywall-prompt",
                                        "paywall-message",
                                        "paywall-overlay",
                                        "paywall-banner",
                                        "paywall-offer",
                                        "credit",
                                        "photo-credit",
                                        "image-credit",
                                        "gallery",
                                        "slideshow",
                                        "carousel",
                                        "lightbox",
                                        "twitter-tweet",
                                        "instagram-media",
                                        "tweet",
                                        "fb-post",
                                        "poll",
                                        "quiz",
                                        "donate",
                                        "donation",
                                        "contribute",
                                        "support-us",
                                        "storylines",
                                        "story-package",
                                        "rightrail",
                                        "right-rail",
                                        "skyscraper",
                                        "leaderboard",
                                        "toc",
                                        "wp-caption-text",
                                        "print-only",
                                        "rating",
                                        "ratings",
                                        "reactions",
                                        "noprint",
                                        "no-print",
                                        "navbox",
                                        "metadata-box",
                                        "hatnote",
                                        "editsection",
                                        "shopping-list",
                                        "alsoread",
                                        "zn-body__read-all",
                                        "video-player",
                                        "player",
                                        "weather",
                                        "stock-ticker",
                                        "ticker",
                                        "teasers",
                                        "feedback",
                                        "survey",
                                        "app-download",
                                        "partner-links",
                                        "promobox",
                                        "inset-related",
                                        "reply",
                                        "replies",
                                        "paywall-teaser",
                                        "story-highlights",
                                        "highlights-box",
                                        "nl-signup",
                                        "correspondent-bio",
                                        "byline-bio",
                                        "postmetadata",
                                        "back-to-top"})
      words[word] = Role::beside;
    for (const std::string_view word :
         {"ad",         "ads",      "banner",      "sponsor",   "promo",         "promotion",    "subscription",
          "social",     "more",     "teaser",      "comment",   "foot",          "pull",         "links",
          "list-links", "hidden",   "widget-area", "extra",     "rail",          "aside",        "bottom",
          "tag",        "tools",    "alert",       "notice",    "cta",           "overlay",      "follow",
          "print",      "profile",  "about",       "secondary", "latest",        "headlines",    "category",
          "categories", "external", "embed",       "popover",   "tooltip",       "meta-links",   "callout",
          "note-box",   "badge",    "thumb",       "thumbnail", "image-caption", "media-caption"})
      words[word] = Role::perhaps;
    for (const std::string_view word :
         {"dek", "deck", "standfirst", "subtitle", "sub-title", "subheadline", "sub-headline", "subhead", "strapline",
          "tagline", "chapo", "chapeau", "entradilla", "article-summary", "entry-summary"})
      words[word] = Role::subtitle;
    for (const std::string_view word :
         {"image", "images", "img", "photo", "photos", "picture", "foto", "bild", "figure", "illustration"})
      words[word] = Role::picture;
    for (const std::string_view word :
         {"byline",       "bylines",      "dateline",  "timestamp",    "published",    "pubdate",
          "author",       "authors",      "post-meta", "entry-meta",   "article-meta", "submitted",
          "posted",       "postmeta",     "post-info", "article-info", "entry-date",   "post-date",
          "article-date", "publish-date", "posted-on", "meta"})
      words[word] = Role::writer;
    return words;
  }();
  return roles;
}

const std::unordered_set<std::string_view>& article_words() {
  static const std::unordered_set<std::string_view> words = {"articlebody",
                                                             "article-body",
                                                             "article-content",
                                                             "articlecontent",
                                                             "article-text",
                                                             "articletext",
                                                             "article-copy",
                                                             "entry-content",
                                                             "entrycontent",
                                                             "post-content",
                                                             "postcontent",
                                                             "post-body",
                                                             "postbody",
                                                             "post-text",
                                                             "story-body",
                                                             "storybody",
                                                             "story-content",
                                                             "storycontent",
                                                             "story-text",
                                                             "storytext",
                                                             "story-copy",
                                                             "content-body",
                                                             "body-content",
                                                             "body-text",
                                                             "bodytext",
                                                             "body-copy",
                                                             "text-content",
                                                             "news-text",
                                                             "newstext",
                                                             "news-content",
                                                             "news-body",
                                                             "news-detail",
                                                             "rich-text",
                                                             "richtext",
                                                             "main-text",
                                                             "single-content",
                                                             "page-content",
                                                             "blog-content",
                                                             "blog-post",
                                                             "field-body",
                                                             "detail-content",
                                                             "content-text",
                                                             "text-body",
                                                             "td-content",
                                                             "article-detail",
                                                             "paragraph-container",
                                                             "article-main",
                                                             "artikel-text",
                                                             "zn-body",
                                                             "hentry",
                                                             "post-entry",
                                                             "content-article",
                                                             "article-page-content",
                                                             "wysiwyg"};
  return words;
}

bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The strongest role among the words of classes and ids.
class NameReader {
 public:
  Naming read(std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find_first_of(" \t\n", at), names.size());
      const std::string_view name = names.substr(at, end - at);
      if (!is_state(name)) read_name(name);
      at = end + 1;
    }
    return naming_;
  }

  // Each comment is an <article> to many programs.
  bool names_comment() const { return comment_; }

 private:
  // "comments-open", "category-weather": what an article is about, or may have, is not what its element is.
  static bool is_state(std::string_view name) {
    for (const std::string_view start :
         {"has-", "with-", "no-", "is-", "category-", "tag-", "format-", "status-", "type-"})
      if (name.starts_with(start)) return true;
    for (const std::string_view end : {"-open", "-closed", "-enabled", "-active", "-disabled"})
      if (name.ends_with(end)) return true;
    return false;
  }

  void read_name(std::string_view name) {
    std::string word;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      if (is_upper(c) && i > 0 && is_lower(name[i - 1])) finish(word);
      if (is_upper(c) || is_lower(c))
        word += static_cast<char>(is_upper(c) ? c | 0x20 : c);
      else
        finish(word);
    }
    finish(word);
    before_.clear();
  }

  void finish(std::string& word) {
    if (word.empty()) return;
    note(word);
    if (!before_.empty()) note(before_ + "-" + word);
    before_.swap(word);
    word.clear();
  }

  void note(std::string_view word) {
    const auto found = roles_of_words().find(word);
    if (found != roles_of_words().end()) naming_.role = std::max(naming_.role, found->second);
    naming_.article = naming_.article || article_words().count(word) > 0;
    comment_ = comment_ || word == "comment";
  }

  Naming naming_;
  bool comment_ = false;
  std::string before_;
};

bool is_invisible(const HtmlNode& node) {
  if (node.has("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style(node.attribute("style").substr(0, 200));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

Role role_of_aria(std::string_view role) {
  if (role == "navigation" || role == "search" || role == "menu" || role == "menubar" || role == "toolbar")
    return Role::furniture;
  if (role == "complementary" || role == "contentinfo" || role == "dialog" || role == "alertdialog")
    return Role::beside;
  return Role::plain;
}

bool states_article(const HtmlNode& node) {
  const std::string_view property = node.attribute("itemprop");
  return property == "articleBody" || property == "reviewBody" || node.attribute("name") == "articleBody";
}

}  // namespace

Naming naming_of(const HtmlNode& node) {
  if (node.tag == "html" || node.tag == "body" || node.tag == "main") return {};
  const auto tag = roles_of_tags().find(node.tag);
  Naming naming{tag == roles_of_tags().end() ? Role::plain : tag->second, node.tag == "article"};
  if (naming.role == Role::nothing || node.attributes.empty()) return naming;
  if (states_article(node)) return {Role::plain, true};
  naming.role = std::max(naming.role, role_of_aria(node.attribute("role")));
  if (is_invisible(node)) naming.role = std::max(naming.role, Role::perhaps);
  NameReader reader;
  Naming named;
  for (const std::string_view names : {node.attribute("class"), node.attribute("id")})
    if (!names.empty() && names.size() <= longest_names) named = reader.read(names);
  const std::string_view property = node.attribute("itemprop");
  if (property == "caption" || property == "comment") named.role = std::max(named.role, Role::beside);
  const bool tagged = naming.article && !reader.names_comment();
  return {std::max(naming.role, named.role), tagged || named.article};
}

bool is_block_element(std::string_view tag) {
  static const std::unordered_map<std::string_view, bool> blocks = [] {
    std::unordered_map<std::string_view, bool> set;
    for (const std::string_view name :
         {"p",       "div",        "h1",       "h2",      "h3",      "h4",          "h5",    "h6",         "li",
          "ul",      "ol",         "tr",       "td",      "th",      "table",       "tbody", "blockquote", "section",
          "article", "main",       "header",   "figure",  "hr",      "pre",         "dl",    "dt",         "dd",
          "body",    "time",       "address",  "details", "summary", "center",      "aside", "footer",     "nav",
          "form",    "figcaption", "fieldset", "html",    "dialog",  "amp-carousel"})
      set[name] = true;
    return set;
  }();
  return blocks.count(tag) > 0;
}

bool is_heading_element(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

}  // namespace dateline::indexer
