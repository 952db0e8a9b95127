// What an input reader hands on: decoded text and the facts that its format states. Nothing is understood yet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/article.hpp"

namespace dateline::indexer {

// A text of more is no article. Six megabytes of words that are all different take 1.3 GB to index.
inline constexpr std::size_t largest_text = 6 << 20;
inline constexpr const char* text_too_large = "a text of more than 6 MB; divide it into articles";

// A fact that the input's format states, with its origin: metadata of a page, a field of a record.
struct Stated {
  std::string value;
  std::string origin;  // "field date", "JSON-LD datePublished", "meta og:title": becomes evidence
};

struct RawArticle {
  std::string input;   // path as recorded: relative to the indexed root
  std::string member;  // ":12" for line 12; empty when the input is one article
  std::string text;    // UTF-8, repaired; the body's text for structured input, all lines for plain text
  std::size_t repaired = 0;
  bool structured = false;         // a record with fields (JSONL): a given field wins over a derived one
  bool page = false;               // extracted from HTML: `text` is the main text, navigation already gone
  std::uint64_t content_hash = 0;  // of the bytes that it was read from

  std::optional<Stated> id, url, title, subtitle, byline, date, updated, language;
  std::vector<Stated> sources, tags, speakers;
  std::optional<Stated> page_title;  // what a page calls itself, often with the site's name: weaker than a headline
  std::vector<std::string> dated;    // a page's lines that their elements' names call its byline or date
  std::string first_heading;         // of a page whose text begins with one that is no headline
  std::vector<std::string> removed;  // parts a page lost before the text was made
  std::vector<std::pair<std::string, std::string>> extra;  // unknown fields: name -> JSON text
  std::optional<Article> exported;                         // a record that `export` wrote: restored, not read again
};

// Why an input, or a part of it, gave no article.
struct Rejection {
  std::string input;   // with member
  std::string reason;  // one sentence with a remedy where there is one
};

}  // namespace dateline::indexer
