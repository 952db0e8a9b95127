#include "indexer/input/record_fields.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

// One field a row; its documented name, then what else it is called, folded, the better name first.
struct FieldRow {
  std::string_view name;
  std::vector<std::string_view> others;
};

const std::vector<FieldRow>& field_rows() {
  static const std::vector<FieldRow> rows{
      {"id", {"articleid", "docid", "documentid", "uuid", "guid"}},
      {"url", {"link", "permalink", "articleurl", "weburl", "canonicalurl"}},
      {"title", {"headline", "articletitle", "heading"}},
      {"subtitle", {"subheadline", "subheading", "standfirst", "deck"}},
      {"byline", {"author", "authors", "creator", "writer", "articleauthor"}},
      {"date",
       {"datepublished", "publisheddate", "publisheddateutc", "publishedat", "published", "publishdate",
        "publicationdate", "pubdate", "articledate"}},
      {"updated",
       {"datemodified", "modified", "modifieddate", "modifiedat", "dateupdated", "updateddate", "updatedat",
        "lastupdated", "lastmodified", "lastmodifieddate"}},
      {"language", {"lang", "languagecode"}},
      {"text", {"body", "content", "articletext", "articlebody", "maintext", "bodytext", "fulltext", "article"}},
      {"source", {"sources", "publisher", "publication", "newspaper", "outlet", "sourcename"}},
      {"tags", {"tag", "keywords", "categories", "category", "topics"}},
      {"speakers", {"speaker"}},
  };
  return rows;
}

struct FieldName {
  const FieldRow* row;
  std::size_t rank;  // 0: as documented
};

const FieldName* field_named(std::string_view name) {
  static const auto names = [] {
    std::unordered_map<std::string_view, FieldName> all;
    for (const FieldRow& row : field_rows()) {
      all.emplace(row.name, FieldName{&row, 0});
      for (std::size_t i = 0; i < row.others.size(); ++i) all.emplace(row.others[i], FieldName{&row, i + 1});
    }
    return all;
  }();
  const auto found = names.find(folded_name(name));
  return found == names.end() ? nullptr : &found->second;
}

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

std::optional<Stated>* single_field(RawArticle& article, std::string_view name) {
  if (name == "id") return &article.id;
  if (name == "url") return &article.url;
  if (name == "title") return &article.title;
  if (name == "subtitle") return &article.subtitle;
  if (name == "byline") return &article.byline;
  if (name == "date") return &article.date;
  if (name == "updated") return &article.updated;
  if (name == "language") return &article.language;
  return nullptr;
}

std::vector<Stated>* list_field(RawArticle& article, std::string_view name) {
  if (name == "source") return &article.sources;
  if (name == "tags") return &article.tags;
  if (name == "speakers") return &article.speakers;
  return nullptr;
}

// False when the value is of another kind, or the field has one already.
bool take(RawArticle& article, std::string_view field, const std::string& name, const Json& value) {
  if (std::optional<Stated>* single = single_field(article, field)) {
    std::optional<Stated> fact = stated(value, name);
    if (!fact || *single) return false;
    *single = std::move(fact);
  } else if (std::vector<Stated>* list = list_field(article, field)) {
    std::vector<Stated> facts = stated_list(value, name);
    if (facts.empty() || !list->empty()) return false;
    *list = std::move(facts);
  } else {
    if (!value.is_string() || !article.text.empty()) return false;
    text::Repaired text = text::repair(value.text);
    article.text = std::move(text.text);
    article.repaired = text.replaced;
  }
  return true;
}

struct KnownMember {
  const FieldName* field;
  std::size_t at;  // among the members
};

}  // namespace

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const char c : name)
    if (c >= 'A' && c <= 'Z')
      folded += static_cast<char>(c + ('a' - 'A'));
    else if (c != ' ' && c != '_' && c != '-' && c != '.')
      folded += c;
  return folded;
}

std::string_view known_field(std::string_view name) {
  const FieldName* field = field_named(name);
  return field ? field->row->name : std::string_view{};
}

RawArticle article_of_record(const Json& record) {
  RawArticle article;
  article.structured = true;
  std::vector<KnownMember> known;
  for (std::size_t i = 0; i < record.members.size(); ++i)
    if (const FieldName* field = field_named(record.members[i].name)) known.push_back({field, i});
  std::stable_sort(known.begin(), known.end(),
                   [](const KnownMember& a, const KnownMember& b) { return a.field->rank < b.field->rank; });
  std::vector<bool> taken(record.members.size());
  for (const KnownMember& member : known) {
    const auto& [name, value] = record.members[member.at];
    taken[member.at] = is_absent(value) || take(article, member.field->row->name, clean(name), value);
  }
  for (std::size_t i = 0; i < record.members.size(); ++i)
    if (!taken[i] && !is_absent(record.members[i].value))
      article.extra.emplace_back(clean(record.members[i].name), to_text(record.members[i].value));
  return article;
}

}  // namespace dateline::indexer
