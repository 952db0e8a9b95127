#include "indexer/stored_from_given.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/input/json.hpp"
#include "schema/days.hpp"
#include "text/identify.hpp"
#include "text/names/alias_table.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

using schema::StoredArticle;

// Byte offset of the code point with that number.
std::uint32_t byte_offset(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < code_points && at < text.size(); ++i) text::next_code_point(text, at);
  return static_cast<std::uint32_t>(at);
}

void set_body(StoredArticle& stored, std::string body) {
  stored.text = text::repair(body).text;
  const std::string_view text = stored.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    if (end > begin)
      stored.paragraphs.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = text.find_first_not_of('\n', end);
    if (begin == std::string_view::npos) break;
  }
}

void set_languages(StoredArticle& stored, const Article& article) {
  std::vector<std::string_view> paragraphs;
  for (const schema::Paragraph& paragraph : stored.paragraphs)
    paragraphs.push_back(
        std::string_view(stored.text).substr(paragraph.front().begin, paragraph.front().end - paragraph.front().begin));
  text::DocumentLanguages found = text::identify_paragraphs(paragraphs, article.language.value_or(""));
  stored.language = article.language.value_or(found.language);
  stored.paragraph_languages = std::move(found.paragraphs);
  stored.languages = article.languages;
  if (stored.languages.empty())
    for (const auto& [language, share] : found.shares) stored.languages.push_back({language, share});
}

void set_speech(StoredArticle& stored, const Article& article) {
  for (const Speaker& speaker : article.speakers)
    stored.speakers.push_back({speaker.name, text::name_id(speaker.name), speaker.kind, speaker.as_written,
                               speaker.evidence.empty() ? "given" : speaker.evidence});
  const std::string body = schema::body_of(stored);
  for (const Quote& quote : article.quotes) {
    schema::StoredQuote kept{byte_offset(body, quote.start),
                             byte_offset(body, quote.end),
                             std::nullopt,
                             quote.direct,
                             quote.verb,
                             quote.evidence,
                             quote.confidence};
    for (std::uint32_t i = 0; quote.speaker && i < stored.speakers.size(); ++i)
      if (stored.speakers[i].name == *quote.speaker) kept.speaker = i;
    if (kept.begin < kept.end) stored.quotes.push_back(std::move(kept));
  }
}

// On one line, as a reader of JSONL would keep it; what is no JSON is a string.
std::string as_json(const std::string& text) {
  std::string reason;
  if (const std::optional<Json> value = parse_json(text, reason)) return to_text(*value);
  Json string;
  string.kind = Json::Kind::string;
  string.text = text::repair(text).text;
  return to_text(string);
}

std::string content_of(const Article& article) {
  std::string content = article.title.value_or("") + '\0' + article.body + '\0' + article.byline.value_or("") + '\0';
  if (article.date) content += schema::to_string(*article.date);
  for (const std::string& source : article.sources) content += '\0' + source;
  for (const std::string& tag : article.tags) content += '\0' + tag;
  for (const auto& [name, json] : article.extra) content += '\0' + name + '=' + json;
  return content;
}

}  // namespace

schema::StoredArticle stored_from_given(const Article& article, const std::string& collection) {
  StoredArticle stored;
  const std::string content = content_of(article);
  stored.content_hash = schema::hash64(content);
  if (!article.id.empty())
    stored.key = "id:" + collection + ":" + article.id;
  else
    stored.key = article.url ? "url:" + *article.url : "content:" + content;
  stored.id = article.id.empty() ? schema::hex16(schema::hash64(stored.key)) : article.id;
  stored.url = article.url;
  stored.title = article.title;
  stored.subtitle = article.subtitle;
  stored.byline = article.byline;
  stored.date = article.date;
  stored.updated = article.updated;
  stored.sources = article.sources;
  stored.tags = article.tags;
  stored.evidence = article.evidence;
  for (const auto& [name, text] : article.extra) stored.extra.emplace_back(name, as_json(text));
  set_body(stored, article.body);
  set_languages(stored, article);
  set_speech(stored, article);
  return stored;
}

}  // namespace dateline::indexer
