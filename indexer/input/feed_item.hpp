// What a feed says of one article, and what that makes of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/xml.hpp"
#include "indexer/raw_article.hpp"

namespace dateline::indexer {

struct FeedValue {
  enum class Kind : std::uint8_t { text, html, xhtml };

  std::string name;  // "pubDate", "dc:creator", "author/name": as formats call it, not as a feed abbreviates it
  std::string text;  // html and xhtml: markup
  Kind kind = Kind::text;
  XmlAttributes attributes;
};

// In the order of the feed.
using FeedItem = std::vector<FeedValue>;

// `channel`: what the feed says of itself. Empty when there is neither title nor text.
std::optional<RawArticle> article_of_item(const FeedItem& item, const FeedItem& channel);

}  // namespace dateline::indexer
