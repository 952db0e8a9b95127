#include "indexer/input/json_records.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/input/decode.hpp"
#include "indexer/input/exported_record.hpp"
#include "indexer/input/json.hpp"
#include "indexer/input/json_array.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/record_fields.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr const char* too_long = "a record of more than 64 MB; divide it into articles";

class RecordReader {
 public:
  RecordReader(const Place& place, const InputSink& sink) : place_(place), sink_(sink) {}

  void record(const Json& record, std::string_view bytes, const Place& place) {
    if (!record.is_object()) return sink_.rejection(place.rejected("not a JSON object"));
    RawArticle article;
    if (is_exported(record))
      article.exported = exported_article(record);
    else
      article = article_of_record(record);
    article.structured = true;
    if (!article.exported && article.text.empty() && !article.title)
      return sink_.rejection(place.rejected("a record without text and title"));
    place.put_into(article);
    article.content_hash = schema::hash64(bytes);
    sink_.article(std::move(article));
  }

  void array(ByteReader& bytes) {
    JsonArray elements(bytes);
    for (std::size_t number = 1;; ++number) {
      const Place place = place_.numbered(number);
      switch (elements.next()) {
        case JsonArray::Found::element:
          written(elements.element(), place, Hashed::as_printed);
          break;
        case JsonArray::Found::damaged:
          sink_.rejection(place.rejected("not JSON: a line end within a string, or more than 64 MB"));
          break;
        case JsonArray::Found::cut_off:
          if (bytes.broken().empty()) sink_.rejection(place.rejected("not JSON: the array has no end"));
          return;
        case JsonArray::Found::end:
          return;
      }
    }
  }

  void lines(ByteReader& bytes) {
    std::size_t number = 0;
    while (const std::optional<ByteReader::Line> line = bytes.line(largest_record)) {
      const Place place = place_.numbered(++number);
      const bool is_cut_off = !line->ended && !bytes.broken().empty();
      if (is_cut_off) return;
      if (line->too_long)
        sink_.rejection(place.rejected(too_long));
      else if (line->text.find_first_not_of(" \t\r") != std::string_view::npos)
        written(line->text, place, Hashed::as_written);
    }
  }

 private:
  // An array may be laid out anew without a change of what it says.
  enum class Hashed : std::uint8_t { as_written, as_printed };

  void written(std::string_view bytes, const Place& place, Hashed hashed) {
    std::string converted;
    std::string_view text = bytes;
    if (!text::is_utf8(bytes)) {
      std::optional<Decoded> decoded = decode(bytes);
      if (!decoded) return sink_.rejection(place.rejected(no_text));
      converted = std::move(decoded->text);
      text = converted;
    }
    std::string reason;
    const std::optional<Json> value = parse_json(text, reason);
    if (!value) return sink_.rejection(place.rejected(std::move(reason)));
    const std::string printed = hashed == Hashed::as_printed ? to_text(*value) : std::string();
    record(*value, hashed == Hashed::as_printed ? printed : bytes, place);
  }

  const Place& place_;
  const InputSink& sink_;
};

// One record over several lines: the first is no complete value, all of them are.
bool read_as_one_record(ByteReader& bytes, const Place& place, RecordReader& reader) {
  const std::string_view head = bytes.ahead(1 << 16);
  std::string reason;
  const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::size_t end = head.find('\n', begin);
  if (end == std::string_view::npos || parse_json(head.substr(begin, end - begin), reason)) return false;
  const std::optional<std::string_view> all = bytes.whole(largest_record);
  if (!all || !bytes.broken().empty()) return false;
  const std::optional<Json> whole = parse_json(*all, reason);
  if (whole) reader.record(*whole, *all, place);
  return whole.has_value();
}

}  // namespace

void read_records(ByteReader& bytes, const Place& place, const InputSink& sink) {
  RecordReader reader(place, sink);
  const std::string_view head = bytes.ahead(1 << 16);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head[first] == '[') {
    bytes.skip(first);
    reader.array(bytes);
  } else if (read_as_one_record(bytes, place, reader)) {
    return;
  }
  reader.lines(bytes);
}

}  // namespace dateline::indexer
