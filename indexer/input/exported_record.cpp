#include "indexer/input/exported_record.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::string text_of(const Json* value) {
  return value && value->is_string() ? text::repair(value->text).text : std::string();
}

std::optional<std::string> optional_text(const Json* value) {
  if (!value || !value->is_string()) return std::nullopt;
  return text_of(value);
}

template <class Number>
Number number_of(const Json* value) {
  Number number{};
  if (value && value->kind == Json::Kind::number)
    std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  return number;
}

std::vector<std::string> texts_of(const Json* value) {
  std::vector<std::string> texts;
  if (value && value->is_array())
    for (const Json& item : value->items)
      if (item.is_string()) texts.push_back(text_of(&item));
  return texts;
}

template <class Item, class Convert>
std::vector<Item> objects_of(const Json* value, Convert&& convert) {
  std::vector<Item> list;
  if (value && value->is_array())
    for (const Json& item : value->items)
      if (item.is_object()) list.push_back(convert(item));
  return list;
}

SpeakerKind kind_named(std::string_view name) {
  return name == "body" ? SpeakerKind::body : name == "group" ? SpeakerKind::group : SpeakerKind::person;
}

Confidence confidence_named(std::string_view name) {
  return name == "high" ? Confidence::high : name == "medium" ? Confidence::medium : Confidence::low;
}

Speaker speaker_of(const Json& item) {
  return {text_of(item.find("name")),
          text_of(item.find("id")),
          kind_named(text_of(item.find("kind"))),
          texts_of(item.find("as_written")),
          number_of<int>(item.find("quotes")),
          text_of(item.find("evidence"))};
}

Quote quote_of(const Json& item) {
  Quote quote;
  quote.text = text_of(item.find("text"));
  quote.speaker = optional_text(item.find("speaker"));
  const Json* direct = item.find("direct");
  quote.direct = !direct || direct->text != "false";
  quote.verb = text_of(item.find("verb"));
  quote.start = number_of<std::size_t>(item.find("start"));
  quote.end = number_of<std::size_t>(item.find("end"));
  quote.evidence = text_of(item.find("evidence"));
  quote.confidence = confidence_named(text_of(item.find("confidence")));
  return quote;
}

// One fact may have several pieces of evidence: a string, or an array of strings.
std::vector<std::pair<std::string, std::string>> evidence_of(const Json* value) {
  std::vector<std::pair<std::string, std::string>> evidence;
  if (!value) return evidence;
  for (const auto& [fact, where] : value->members) {
    if (where.is_string()) evidence.emplace_back(fact, text_of(&where));
    for (const std::string& one : texts_of(&where)) evidence.emplace_back(fact, one);
  }
  return evidence;
}

bool is_known(std::string_view name) {
  for (const std::string_view known : {"format",   "dateline_export",
                                       "id",       "path",
                                       "url",      "title",
                                       "subtitle", "byline",
                                       "date",     "date_precision",
                                       "updated",  "sources",
                                       "language", "languages",
                                       "speakers", "quotes",
                                       "tags",     "body",
                                       "removed",  "evidence",
                                       "extra",    "key",
                                       "member",   "paragraph_languages"})
    if (name == known) return true;
  return false;
}

}  // namespace

bool is_exported(const Json& record) {
  const Json* mark = record.find("dateline_export");
  return mark && mark->kind == Json::Kind::number && mark->text == "1";
}

Article exported_article(const Json& record) {
  Article article;
  article.id = text_of(record.find("id"));
  article.path = optional_text(record.find("path"));
  article.url = optional_text(record.find("url"));
  article.title = optional_text(record.find("title"));
  article.subtitle = optional_text(record.find("subtitle"));
  article.byline = optional_text(record.find("byline"));
  article.date = schema::parse_iso(text_of(record.find("date")));
  article.updated = schema::parse_iso(text_of(record.find("updated")));
  article.sources = texts_of(record.find("sources"));
  article.language = optional_text(record.find("language"));
  article.languages = objects_of<LanguageShare>(record.find("languages"), [](const Json& item) {
    return LanguageShare{text_of(item.find("language")), number_of<double>(item.find("share"))};
  });
  article.speakers = objects_of<Speaker>(record.find("speakers"), speaker_of);
  article.quotes = objects_of<Quote>(record.find("quotes"), quote_of);
  article.tags = texts_of(record.find("tags"));
  article.body = text_of(record.find("body"));
  article.removed = objects_of<Removed>(record.find("removed"), [](const Json& item) {
    return Removed{text_of(item.find("text")), text_of(item.find("reason"))};
  });
  article.evidence = evidence_of(record.find("evidence"));
  article.key = text_of(record.find("key"));
  article.member = text_of(record.find("member"));
  article.paragraph_languages = texts_of(record.find("paragraph_languages"));
  if (const Json* extra = record.find("extra"))
    for (const auto& [name, value] : extra->members) article.extra.emplace_back(name, to_text(value));
  for (const auto& [name, value] : record.members)
    if (!is_known(name)) article.extra.emplace_back(name, to_text(value));
  return article;
}

}  // namespace dateline::indexer
