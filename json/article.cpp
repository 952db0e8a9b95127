// An article as `show` and `export` print it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/answers.hpp"
#include "json/citation.hpp"
#include "json/parts.hpp"

namespace dateline::json {
namespace {

void write_speaker(Writer& json, const Speaker& speaker) {
  json.member("name", speaker.name);
  json.member("id", speaker.id);
  json.member("kind", name_of(speaker.kind));
  json.member("as_written", speaker.as_written);
  json.member("quotes", speaker.quotes);
  json.member("evidence", if_any(speaker.evidence));
}

void write_quote(Writer& json, const Quote& quote) {
  json.member("text", quote.text);
  json.member("speaker", quote.speaker);
  json.member("direct", quote.direct);
  json.member("verb", if_any(quote.verb));
  json.member("start", quote.start);
  json.member("end", quote.end);
  json.member("evidence", quote.evidence);
  json.member("confidence", name_of(quote.confidence));
}

void write_removed(Writer& json, const Removed& removed) {
  json.member("text", removed.text);
  json.member("reason", removed.reason);
}

// Where each fact was found, facts in the order of their first evidence.
std::vector<std::pair<std::string_view, std::vector<std::string_view>>> gathered(const Article& article) {
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> facts;
  for (const auto& entry : article.evidence) {
    const auto is_same = [&](const auto& fact) { return fact.first == entry.first; };
    const auto known = std::find_if(facts.begin(), facts.end(), is_same);
    if (known == facts.end())
      facts.push_back({entry.first, {entry.second}});
    else
      known->second.push_back(entry.second);
  }
  return facts;
}

// Sources are many, so their evidence is always a list; another fact has a list only if it was found twice.
void write_evidence(Writer& json, const Article& article) {
  for (const auto& [fact, places] : gathered(article)) {
    if (fact == "sources" || places.size() > 1)
      json.member(fact, places);
    else
      json.member(fact, places.front());
  }
}

enum class Shares { rounded, exact };

void write_article(Writer& json, const Article& article, Shares shares) {
  json.member("id", article.id);
  json.member("path", article.path);
  json.member("url", article.url);
  json.member("title", article.title);
  json.member("subtitle", article.subtitle);
  json.member("byline", article.byline);
  write_date(json, article.date);
  json.member("updated", article.updated);
  json.member("sources", article.sources);
  json.member("language", article.language);
  json.array("languages", article.languages, [&](const LanguageShare& share) {
    json.object([&] {
      json.member("language", share.language);
      json.member("share", shares == Shares::exact ? share.share : thousandths(share.share));
    });
  });
  json.array("speakers", article.speakers,
             [&](const Speaker& speaker) { json.object([&] { write_speaker(json, speaker); }); });
  json.array("quotes", article.quotes, [&](const Quote& quote) { json.object([&] { write_quote(json, quote); }); });
  json.member("tags", article.tags);
  json.member("body", article.body);
  json.array("removed", article.removed,
             [&](const Removed& removed) { json.object([&] { write_removed(json, removed); }); });
  json.object("evidence", [&] { write_evidence(json, article); });
}

// The given fields byte for byte: a number of thirty digits would not survive being a number of ours.
void write_extra(Writer& json, const Article& article) {
  if (article.extra.empty()) return;
  json.object("extra", [&] {
    for (const auto& [name, text] : article.extra) {
      json.key(name);
      const bool is_json = nlohmann::json::accept(text) && text.find('\n') == std::string::npos;
      is_json ? json.raw(text) : json.value(text);
    }
  });
}

// What makes an exported article the same one when it comes back.
void write_identity(Writer& json, const Article& article) {
  json.member("key", if_any(article.key));
  if (!article.member.empty()) json.member("member", article.member);
  const auto is_other = [&](const std::string& language) { return language != article.language.value_or(""); };
  const auto& languages = article.paragraph_languages;
  if (std::any_of(languages.begin(), languages.end(), is_other)) json.member("paragraph_languages", languages);
}

}  // namespace

std::string to_json(const Article& article, Layout layout, bool cited) {
  return whole_object(layout, [&](Writer& json) {
    write_article(json, article, Shares::rounded);
    write_extra(json, article);
    if (cited) json.member("citation", citation(article));
  });
}

std::string export_to_json(const Article& article) {
  return whole_object(Layout::compact, [&](Writer& json) {
    write_article(json, article, Shares::exact);
    write_identity(json, article);
    write_extra(json, article);
    json.member("dateline_export", 1);
  });
}

}  // namespace dateline::json
