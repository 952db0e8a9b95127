// The public form of a stored article.
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::schema {
namespace {

std::vector<Speaker> present_speakers(const StoredArticle& article) {
  std::vector<Speaker> speakers;
  speakers.reserve(article.speakers.size());
  for (const StoredSpeaker& stored : article.speakers) {
    Speaker speaker;
    speaker.name = stored.name;
    speaker.id = stored.id;
    speaker.kind = stored.kind;
    speaker.as_written = stored.as_written;
    speaker.evidence = stored.evidence;
    speakers.push_back(std::move(speaker));
  }
  for (const StoredQuote& quote : article.quotes)
    if (quote.speaker) ++speakers[*quote.speaker].quotes;
  return speakers;
}

Quote present_quote(const StoredQuote& stored, const StoredArticle& article, std::string_view body,
                    text::CodePointCounter& code_points) {
  Quote quote;
  quote.text = body.substr(stored.begin, stored.end - stored.begin);
  if (stored.speaker) quote.speaker = article.speakers[*stored.speaker].name;
  quote.direct = stored.direct;
  quote.verb = stored.verb;
  quote.start = code_points.at(stored.begin);
  quote.end = code_points.at(stored.end);
  quote.evidence = stored.evidence;
  quote.confidence = stored.confidence;
  return quote;
}

std::optional<std::string> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

Article present(const StoredArticle& stored) {
  Article article;
  article.id = stored.id.empty() ? hex16(hash64(stored.key)) : stored.id;
  article.path = unless_empty(stored.input + stored.member);
  article.url = stored.url;
  article.title = stored.title;
  article.subtitle = stored.subtitle;
  article.byline = stored.byline;
  article.date = stored.date;
  article.updated = stored.updated;
  article.sources = stored.sources;
  article.language = unless_empty(stored.language);
  article.languages = stored.languages;
  article.speakers = present_speakers(stored);
  article.tags = stored.tags;
  article.body = body_of(stored);
  text::CodePointCounter code_points(article.body);
  for (const StoredQuote& quote : stored.quotes)
    article.quotes.push_back(present_quote(quote, stored, article.body, code_points));
  for (const Cut& cut : stored.removed)
    article.removed.push_back({stored.text.substr(cut.span.begin, cut.span.end - cut.span.begin), cut.reason});
  article.evidence = stored.evidence;
  article.extra = stored.extra;
  article.key = stored.key;
  article.member = stored.member;
  article.paragraph_languages = stored.paragraph_languages;
  return article;
}

}  // namespace dateline::schema
