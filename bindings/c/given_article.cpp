#include "bindings/c/given_article.hpp"

#include <algorithm>
#include <string_view>

#include "bindings/c/fields.hpp"
#include "dateline/error.hpp"
#include "json/facts.hpp"
#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::c {
namespace {

// What an article is shown with, and a program that hands one on does not give.
constexpr std::string_view found_out[] = {
    "format", "date_precision",      "path",           "languages", "removed", "evidence", "citation", "key",
    "member", "paragraph_languages", "dateline_export"};

void take_date(Fields& fields, std::string_view name, std::optional<Date>& date) {
  std::optional<std::string> text;
  fields.take(name, text);
  if (!text) return;
  date = schema::parse_iso(*text);
  if (!date) refuse(name, "is \"" + *text + "\", which is no date such as 2024, 2024-04 or 2024-04-11");
}

const Names<SpeakerKind>& kinds() {
  static const Names<SpeakerKind> names = {
      {"person", SpeakerKind::person}, {"body", SpeakerKind::body}, {"group", SpeakerKind::group}};
  return names;
}

const Names<Confidence>& confidences() {
  static const Names<Confidence> names = {
      {"low", Confidence::low}, {"medium", Confidence::medium}, {"high", Confidence::high}};
  return names;
}

// An empty name is nobody's.
std::string speaker_name(std::string name) {
  if (name.empty()) refuse("speakers", "has one without a name");
  return name;
}

Speaker speaker(const Json& json) {
  Speaker speaker;
  if (json.is_string()) {
    speaker.name = speaker_name(json.text);
    return speaker;
  }
  if (!json.is_object()) refuse("speakers", "has what is neither a name nor an object");
  Fields fields(json);
  std::optional<std::string> evidence;
  fields.take("name", speaker.name);
  speaker.name = speaker_name(std::move(speaker.name));
  fields.take("kind", kinds(), speaker.kind);
  fields.take("as_written", speaker.as_written);
  fields.take("evidence", evidence);
  speaker.evidence = evidence.value_or("");
  fields.take("id");      // made of the name
  fields.take("quotes");  // counted
  fields.expect_no_more();
  return speaker;
}

// In code points, the first place where the body has the text.
void find_in_body(Quote& quote, std::string_view body) {
  const std::size_t at = body.find(quote.text);
  if (quote.text.empty() || at == std::string_view::npos)
    refuse("quotes", "has a text that is not in the body: \"" + quote.text + "\"");
  quote.start = text::count_code_points(body.substr(0, at));
  quote.end = quote.start + text::count_code_points(quote.text);
}

Quote quote(const Json& json, const std::string& body) {
  if (!json.is_object()) refuse("quotes", "has what is no object");
  Quote quote;
  Fields fields(json);
  std::optional<std::string> verb, evidence;
  std::optional<std::uint64_t> start, end;
  quote.confidence = Confidence::high;  // who gives it knows it
  fields.take("text", quote.text);
  fields.take("speaker", quote.speaker);
  fields.take("direct", quote.direct);
  fields.take("verb", verb);
  fields.take("start", start);
  fields.take("end", end);
  fields.take("evidence", evidence);
  fields.take("confidence", confidences(), quote.confidence);
  fields.expect_no_more();
  quote.verb = verb.value_or("");
  quote.evidence = evidence.value_or("given");
  if (!start || !end) {
    find_in_body(quote, body);
    return quote;
  }
  if (*start >= *end || *end > text::count_code_points(body)) refuse("quotes", "has a range that is not in the body");
  quote.start = *start;
  quote.end = *end;
  return quote;
}

// Who is quoted is a speaker, also where the list of speakers does not say so.
void add_quoted(Article& article) {
  for (const Quote& quote : article.quotes) {
    const auto is_named = [&](const Speaker& speaker) { return speaker.name == quote.speaker; };
    if (quote.speaker && std::none_of(article.speakers.begin(), article.speakers.end(), is_named))
      article.speakers.emplace_back().name = *quote.speaker;
  }
}

void add_extra(const Fields& fields, Article& article) {
  for (const indexer::JsonMember* member : fields.rest())
    article.extra.emplace_back(member->name, indexer::to_text(member->value));
}

}  // namespace

Article given_article(const char* text) {
  Article article;
  Fields fields(text, "article");
  fields.take("id", article.id);
  fields.take("url", article.url);
  fields.take("title", article.title);
  fields.take("subtitle", article.subtitle);
  fields.take("byline", article.byline);
  take_date(fields, "date", article.date);
  take_date(fields, "updated", article.updated);
  fields.take("sources", article.sources);
  fields.take("language", article.language);
  fields.take("tags", article.tags);
  fields.take("body", article.body);
  if (const Json* list = fields.take("speakers")) {
    if (!list->is_array()) refuse("speakers", "is no array");
    for (const Json& item : list->items) article.speakers.push_back(speaker(item));
  }
  if (const Json* list = fields.take("quotes")) {
    if (!list->is_array()) refuse("quotes", "is no array");
    for (const Json& item : list->items) article.quotes.push_back(quote(item, article.body));
  }
  add_quoted(article);
  if (const Json* extra = fields.take("extra")) {
    if (!extra->is_object()) refuse("extra", "is no object");
    add_extra(Fields(*extra), article);
  }
  for (const std::string_view name : found_out) fields.take(name);
  add_extra(fields, article);
  if (!article.title && article.body.empty()) refuse("body", "is empty, and there is no title either");
  return article;
}

}  // namespace dateline::c
