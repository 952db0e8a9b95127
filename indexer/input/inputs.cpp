#include "indexer/input/inputs.hpp"

#include <optional>

#include "indexer/input/decode.hpp"
#include "indexer/input/detect.hpp"
#include "indexer/input/html_page.hpp"
#include "indexer/input/json_records.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

void read_text(std::string_view bytes, const std::string& name, const InputSink& sink) {
  std::optional<Decoded> decoded = decode(bytes);
  if (!decoded) return sink.rejection({name, "binary, not text"});
  if (is_blank(decoded->text)) return sink.rejection({name, "empty"});
  RawArticle article;
  article.input = name;
  article.text = std::move(decoded->text);
  article.repaired = decoded->repaired;
  article.content_hash = schema::hash64(bytes);
  sink.article(std::move(article));
}

void read_page(std::string_view bytes, const std::string& name, const InputSink& sink) {
  if (bytes.size() > largest_page)
    return sink.rejection({name, "an HTML page of more than 16 MB; give its text instead"});
  const std::optional<Decoded> decoded = decode(bytes, declared_encoding(bytes));
  if (!decoded) return sink.rejection({name, "binary, not text"});
  RawArticle article = extract_page(decoded->text);
  if (is_blank(article.text) && !article.title) return sink.rejection({name, "a page without text"});
  article.input = name;
  article.repaired = decoded->repaired;
  article.content_hash = schema::hash64(bytes);
  sink.article(std::move(article));
}

}  // namespace

void read_input(std::string_view bytes, const std::string& name, InputFormat format, const InputSink& sink) {
  if (is_blank(bytes)) return sink.rejection({name, "empty"});
  if (format == InputFormat::detect) format = detect_format(bytes, name);
  switch (format) {
    case InputFormat::html:
      return read_page(bytes, name, sink);
    case InputFormat::jsonl:
      return read_records(bytes, name, sink);
    case InputFormat::text:
    case InputFormat::detect:
      return read_text(bytes, name, sink);
  }
}

}  // namespace dateline::indexer
