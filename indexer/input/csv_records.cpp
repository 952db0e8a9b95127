#include "indexer/input/csv_records.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/input/csv_rows.hpp"
#include "indexer/input/decode.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/record_fields.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t longest_header = 4096;
constexpr std::size_t sample = 64 << 10;

struct Header {
  char delimiter = ',';
  Names names;
  int known = 0;          // fields that are ours
  bool has_text = false;  // one of them is the title or the text
};

Header header_with(std::string_view text, char delimiter) {
  Header header{delimiter, first_csv_row(text, delimiter)};
  for (const std::string& name : header.names) {
    const std::string_view field = known_field(name);
    header.known += !field.empty();
    header.has_text = header.has_text || field == "title" || field == "text";
  }
  return header;
}

// "sep=;", as spreadsheets write and read it.
std::size_t separator_line(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 6) return 0;
  const std::size_t end = text.find('\n');
  return end == 5 || (end == 6 && text[5] == '\r') ? end + 1 : 0;
}

// With the delimiter that makes most sense of it.
Header header_of(std::string_view text) {
  const std::size_t skipped = separator_line(text);
  if (skipped > 0) return header_with(text.substr(skipped), text[4]);
  Header best;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    Header header = header_with(text, delimiter);
    if (std::pair(header.known, header.names.size()) > std::pair(best.known, best.names.size()))
      best = std::move(header);
  }
  return best;
}

bool is_name(const std::string& name) {
  return !name.empty() && name.size() <= 40 && name.find('\n') == std::string::npos;
}

// The row below has as many fields: what a line of prose with commas has by chance only.
bool is_followed_by_row(std::string_view text, const Header& header) {
  ByteReader bytes(text);
  CsvRows rows(bytes, header.delimiter);
  if (rows.next() != CsvRows::Found::row) return false;
  switch (rows.next()) {
    case CsvRows::Found::row:
      return rows.fields().size() == header.names.size() || bytes.ahead(0).size() == rows.written().size();
    case CsvRows::Found::bad_quotes:  // or a row that is longer than what is looked at
      return true;
    default:
      return false;
  }
}

bool is_list(std::string_view field) { return field == "source" || field == "tags" || field == "speakers"; }

Json string_of(std::string_view text) {
  Json value;
  value.kind = Json::Kind::string;
  value.text = text;
  return value;
}

// "europe; trade", "europe|trade", of tags "europe, trade" as well.
Json list_of(std::string_view text, std::string_view field) {
  std::string_view divider = text.find(';') != std::string_view::npos ? ";" : "|";
  if (field == "tags" && text.find_first_of(";|") == std::string_view::npos) divider = ",";
  Json list;
  list.kind = Json::Kind::array;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(divider, begin), text.size());
    std::string_view item = text.substr(begin, end - begin);
    item.remove_prefix(std::min(item.find_first_not_of(" \t"), item.size()));
    item = item.substr(0, item.find_last_not_of(" \t") + 1);
    if (!item.empty()) list.items.push_back(string_of(item));
    begin = end + 1;
  }
  return list;
}

std::string listed(const Names& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < 12; ++i)
    list += (i ? ", " : "") + text::repair(names[i]).text.substr(0, 60);
  return names.size() > 12 ? list + ", ..." : list;
}

class CsvReader {
 public:
  CsvReader(ByteReader& bytes, const Place& place, const InputSink& sink) : bytes_(bytes), place_(place), sink_(sink) {}

  void run() {
    const std::string_view beginning = bytes_.ahead(sample).substr(0, sample);
    if (const std::optional<Decoded> decoded = decode(beginning); !decoded)
      return sink_.rejection(place_.rejected(no_text));
    else if (decoded->encoding != "UTF-8")
      encoding_ = decoded->encoding;
    const std::size_t skipped = separator_line(beginning);
    Header header = header_of(beginning);
    names_ = std::move(header.names);
    for (std::string& name : names_) name = in_utf8(name);
    if (!header.has_text)
      return sink_.rejection(place_.rejected(
          names_.empty() ? std::string("no header can be read in its first line; CSV needs one that names its columns")
                         : "no column is called title or text; the header has: " + listed(names_)));
    bytes_.skip(skipped);
    read_rows(header.delimiter, skipped > 0);
  }

 private:
  void read_rows(char delimiter, std::size_t lines_before) {
    CsvRows rows(bytes_, delimiter);
    rows.next();  // the header
    while (true) {
      const CsvRows::Found found = rows.next();
      const Place place = place_.numbered(rows.line() + lines_before);
      if (found == CsvRows::Found::end || found == CsvRows::Found::cut_off) return;
      if (found == CsvRows::Found::bad_quotes)
        sink_.rejection(place.rejected("a quotation mark where none can be; double those inside a quoted field"));
      else if (found == CsvRows::Found::too_long)
        sink_.rejection(place.rejected("a row of more than 64 MB; divide it into articles"));
      else if (!is_blank(rows.fields()))
        row(rows.fields(), rows.written(), place);
    }
  }

  static bool is_blank(const Names& fields) {
    return fields.size() == 1 && fields[0].find_first_not_of(" \t") == std::string::npos;
  }

  void row(const Names& fields, std::string_view written, const Place& place) {
    if (fields.size() != names_.size())
      return sink_.rejection(place.rejected(std::to_string(fields.size()) + " fields where the header has " +
                                            std::to_string(names_.size()) +
                                            "; quote fields that have the delimiter or a line end in them"));
    Json record;
    record.kind = Json::Kind::object;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].find_first_not_of(" \t\r\n") == std::string::npos) continue;
      const std::string value = in_utf8(fields[i]);
      const std::string_view field = known_field(names_[i]);
      record.members.push_back({names_[i], is_list(field) ? list_of(value, field) : string_of(value)});
    }
    RawArticle article = article_of_record(record);
    if (article.text.empty() && !article.title) return sink_.rejection(place.rejected("a row without text and title"));
    place.put_into(article);
    article.content_hash = schema::hash64(written);
    sink_.article(std::move(article));
  }

  std::string in_utf8(const std::string& field) const {
    if (text::is_utf8(field)) return field;
    std::optional<Decoded> decoded = decode(field, encoding_);
    return decoded ? std::move(decoded->text) : text::repair(field).text;
  }

  ByteReader& bytes_;
  const Place& place_;
  const InputSink& sink_;
  std::string encoding_;  // of what is not UTF-8
  Names names_;
};

}  // namespace

bool is_csv(const Head& head) {
  const std::string_view start = std::string_view(head.text).substr(0, longest_header);
  const Header header = header_of(start);
  if (header.names.empty() || !std::all_of(header.names.begin(), header.names.end(), is_name)) return false;
  if (head.is_named({".csv", ".tsv", ".tab"})) return header.has_text || header.names.size() > 1;
  return header.has_text && header.known > 1 && is_followed_by_row(head.text.substr(separator_line(start)), header);
}

void read_csv(ByteReader& bytes, const Place& place, const InputSink& sink) { CsvReader(bytes, place, sink).run(); }

}  // namespace dateline::indexer
