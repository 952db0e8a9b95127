#include "indexer/input/json_records.hpp"

#include <optional>
#include <utility>

#include "indexer/input/decode.hpp"
#include "indexer/input/exported_record.hpp"
#include "indexer/input/json.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// One article of more than this is not an article.
constexpr std::size_t longest_line = 64 << 20;

// JSON escapes can spell what raw bytes may not: NUL and half surrogates.
std::string clean(const std::string& value) { return text::repair(value).text; }

std::string origin_of(const std::string& field) { return "field " + field; }

// A string or a number; empty for anything else and for blank strings.
std::optional<std::string> scalar(const Json& value) {
  if (value.kind != Json::Kind::string && value.kind != Json::Kind::number) return std::nullopt;
  std::string text = clean(value.text);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  return text;
}

// "x", ["x", "y"] and [{"name": "x"}] alike.
std::vector<Stated> stated_list(const Json& value, const std::string& field) {
  std::vector<Stated> list;
  const auto add = [&](const Json& item) {
    const Json* name = item.is_object() ? item.find("name") : &item;
    if (name)
      if (std::optional<std::string> text = scalar(*name)) list.push_back({std::move(*text), origin_of(field)});
  };
  if (value.is_array())
    for (const Json& item : value.items) add(item);
  else
    add(value);
  return list;
}

std::optional<Stated> stated(const Json& value, const std::string& field) {
  std::vector<Stated> list = stated_list(value, field);
  if (list.empty()) return std::nullopt;
  for (std::size_t i = 1; i < list.size(); ++i) list.front().value += ", " + list[i].value;
  return std::move(list.front());
}

bool is_absent(const Json& value) {
  return value.kind == Json::Kind::null || (value.is_string() && value.text.empty()) ||
         (value.is_array() && value.items.empty());
}

// The optional facts, by the names that a record may give them.
std::optional<Stated>* single_field(RawArticle& article, std::string_view name) {
  if (name == "id") return &article.id;
  if (name == "url") return &article.url;
  if (name == "title") return &article.title;
  if (name == "subtitle") return &article.subtitle;
  if (name == "byline" || name == "author") return &article.byline;
  if (name == "date") return &article.date;
  if (name == "language" || name == "lang") return &article.language;
  return nullptr;
}

std::vector<Stated>* list_field(RawArticle& article, std::string_view name) {
  if (name == "source" || name == "sources") return &article.sources;
  if (name == "tags") return &article.tags;
  if (name == "speakers") return &article.speakers;
  return nullptr;
}

// What is no value of the kind expected is kept as it was given: nothing is lost.
void take_field(RawArticle& article, const std::string& name, const Json& value) {
  if (is_absent(value)) return;
  if (name == "text" || name == "body") {
    if (value.is_string() && article.text.empty()) {
      text::Repaired text = text::repair(value.text);
      article.text = std::move(text.text);
      article.repaired = text.replaced;
      return;
    }
  } else if (std::optional<Stated>* single = single_field(article, name)) {
    std::optional<Stated> fact = stated(value, name);
    if (fact && !*single) {
      *single = std::move(fact);
      return;
    }
  } else if (std::vector<Stated>* list = list_field(article, name)) {
    std::vector<Stated> facts = stated_list(value, name);
    if (!facts.empty() && list->empty()) {
      *list = std::move(facts);
      return;
    }
  }
  article.extra.emplace_back(clean(name), to_text(value));
}

RawArticle article_of(const Json& record) {
  RawArticle article;
  article.structured = true;
  if (is_exported(record)) {
    article.exported = exported_article(record);
    return article;
  }
  for (const auto& [name, value] : record.members) take_field(article, name, value);
  return article;
}

class RecordReader {
 public:
  RecordReader(const std::string& name, const InputSink& sink) : name_(name), sink_(sink) {}

  void record(const Json& record, std::string_view bytes, const std::string& member) {
    if (!record.is_object()) return reject(member, "not a JSON object");
    RawArticle article = article_of(record);
    if (!article.exported && article.text.empty() && !article.title)
      return reject(member, "a record without text and title");
    article.input = name_;
    article.member = member;
    article.content_hash = schema::hash64(bytes);
    sink_.article(std::move(article));
  }

  void line(std::string_view line, std::size_t number) {
    const std::string member = ":" + std::to_string(number);
    if (line.size() > longest_line) return reject(member, "a line of more than 64 MB");
    std::string reason;
    std::string converted;
    std::string_view text = line;
    if (!text::is_utf8(line)) {
      std::optional<Decoded> decoded = decode(line);
      if (!decoded) return reject(member, "binary, not text");
      converted = std::move(decoded->text);
      text = converted;
    }
    if (const std::optional<Json> value = parse_json(text, reason))
      record(*value, line, member);
    else
      reject(member, reason);
  }

  void reject(const std::string& member, std::string reason) { sink_.rejection({name_ + member, std::move(reason)}); }

 private:
  const std::string& name_;
  const InputSink& sink_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// A whole file that is one value: an array of records, or one record over several lines.
bool read_as_one_value(std::string_view bytes, RecordReader& reader) {
  if (bytes.size() > longest_line) return false;
  std::string reason;
  const std::optional<Json> whole = parse_json(bytes, reason);
  if (!whole) return false;
  if (!whole->is_array()) {
    reader.record(*whole, bytes, "");
    return true;
  }
  for (std::size_t i = 0; i < whole->items.size(); ++i) {
    const std::string text = to_text(whole->items[i]);
    reader.record(whole->items[i], text, ":" + std::to_string(i + 1));
  }
  return true;
}

// Several lines, of which the first is no complete value.
bool may_be_one_value(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  const std::string_view first = bytes.substr(begin, std::min(bytes.find('\n', begin), bytes.size()) - begin);
  std::string reason;
  return bytes[begin] == '[' || !parse_json(first.substr(0, longest_line), reason);
}

}  // namespace

void read_records(std::string_view bytes, const std::string& name, const InputSink& sink) {
  RecordReader reader(name, sink);
  std::string converted;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    std::optional<Decoded> decoded = decode(bytes);
    if (!decoded) return sink.rejection({name, "binary, not text"});
    converted = std::move(decoded->text);
    bytes = converted;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_blank(bytes.substr(0, bytes.find_first_not_of(" \t\r\n"))) &&
      bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return;
  if (may_be_one_value(bytes) && read_as_one_value(bytes, reader)) return;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (!is_blank(line)) reader.line(line, number);
  }
}

}  // namespace dateline::indexer
