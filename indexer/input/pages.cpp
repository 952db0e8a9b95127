#include "indexer/input/pages.hpp"

#include <utility>

#include "indexer/input/decode.hpp"
#include "indexer/input/html_page.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/xml.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t sample = 64 << 10;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

void hand_on(std::variant<RawArticle, Rejection> result, const InputSink& sink) {
  if (auto* rejection = std::get_if<Rejection>(&result))
    sink.rejection(std::move(*rejection));
  else
    sink.article(std::move(std::get<RawArticle>(result)));
}

using Make = std::variant<RawArticle, Rejection> (*)(std::string_view, const Place&, std::string_view);

void read_whole(ByteReader& bytes, const Place& place, const InputSink& sink, std::size_t longest, Make make) {
  // What is no text is not fetched to its end to see that.
  if (!bytes.is_in_memory() && !decode(bytes.ahead(sample).substr(0, sample)))
    return sink.rejection(place.rejected(no_text));
  bytes.whole(longest);
  if (bytes.broken().empty()) hand_on(make(bytes.ahead(longest + 1), place, {}), sink);
}

}  // namespace

std::variant<RawArticle, Rejection> text_of(std::string_view bytes, const Place& place, std::string_view declared) {
  if (bytes.size() > largest_text) return place.rejected(text_too_large);
  std::optional<Decoded> decoded = decode(bytes, declared);
  if (!decoded) return place.rejected(no_text);
  if (is_blank(decoded->text)) return place.rejected("empty");
  RawArticle article;
  place.put_into(article);
  article.text = std::move(decoded->text);
  article.repaired = decoded->repaired;
  article.content_hash = schema::hash64(bytes);
  return article;
}

std::variant<RawArticle, Rejection> page_of(std::string_view html, const Place& place, std::string_view declared) {
  if (html.size() > largest_page) return place.rejected("an HTML page of more than 16 MB; give its text instead");
  std::string named(declared);
  if (named.empty()) named = declared_encoding(html);
  if (named.empty()) named = declared_xml_encoding(html);
  const std::optional<Decoded> decoded = decode(html, named);
  if (!decoded) return place.rejected(no_text);
  RawArticle article = extract_page(decoded->text);
  if (is_blank(article.text) && !article.title) return place.rejected("a page without text");
  place.put_into(article);
  article.repaired = decoded->repaired;
  article.content_hash = schema::hash64(html);
  return article;
}

void read_text(ByteReader& bytes, const Place& place, const InputSink& sink) {
  read_whole(bytes, place, sink, largest_text, text_of);
}

void read_page(ByteReader& bytes, const Place& place, const InputSink& sink) {
  read_whole(bytes, place, sink, largest_page, page_of);
}

}  // namespace dateline::indexer
