// Answers and articles as plain values: what is printed needs no archive.
#pragma once

#include "dateline/article.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::tests {

inline Date day(int year, int month, int day_of_month) { return {year, month, day_of_month, DatePrecision::day}; }

inline Hit hit_with_everything() {
  Hit hit;
  hit.id = "9f3e2a1b00c4d5e6";
  hit.score = 7.25;
  hit.title = "Envoys ask for restraint as the strait closes for a third night";
  hit.title_highlights = {{15, 24}};
  hit.date = day(2024, 10, 2);
  hit.sources = {"Harbour Ledger", "AFP"};
  hit.byline = "AFP";
  hit.speakers = {"Mara Lindqvist", "海運大臣"};
  hit.language = "en";
  hit.url = "https://ledger.example/strait";
  hit.path = "strait.html";
  hit.snippets = {
      {"The envoy asked both sides for “maximum restraint” while pilots waited for the tide.", {{32, 49}}, "body"}};
  hit.copies = {{"00aa", {"Reuters"}, day(2024, 10, 3), true}};
  return hit;
}

inline Hit hit_without_a_title() {
  Hit hit;
  hit.id = "feed item 7";
  hit.score = 3.5;
  hit.date = Date{2024, 9, 1, DatePrecision::month};
  hit.sources = {"海峡新聞"};
  hit.language = "ja";
  hit.snippets = {
      {"海峡の閉鎖について当局は最大限の自制を求めたと述べ、船会社は代替航路を検討している。", {{12, 18}}, "body"}};
  return hit;
}

inline FacetAnswer source_facet() {
  FacetAnswer facet;
  facet.facet = Facet::source;
  facet.counts = {{"Harbour Ledger", 12}, {"海峡新聞", 6}, {"AFP", 1}};
  facet.more = 2;
  return facet;
}

inline FacetAnswer date_facet() {
  FacetAnswer facet;
  facet.facet = Facet::date;
  facet.granularity = "month";
  facet.counts = {{"2024-09", 1}, {"2024-10", 2}};
  facet.imprecise = 1;
  facet.missing = 3;
  return facet;
}

inline FacetAnswer speaker_facet() {
  FacetAnswer facet;
  facet.facet = Facet::speaker;
  facet.counts = {{"Mara Lindqvist", 2}, {std::nullopt, 1}};
  facet.unknown = 1;
  return facet;
}

inline SearchAnswer answer() {
  SearchAnswer answer;
  answer.query = "restraint";
  answer.interpreted = "restraint";
  answer.total = 2;
  answer.total_partial = 9;
  answer.articles = 12345;
  answer.took_ms = 0.8214;
  answer.hits = {hit_with_everything(), hit_without_a_title()};
  answer.facets = {source_facet(), date_facet(), speaker_facet()};
  return answer;
}

inline std::vector<Suggestion> suggestions() {
  return {{"pestilence", SuggestionKind::word, 1200, "", "pestilence"},
          {"Dmitry Peskov", SuggestionKind::speaker, 3, "dmitry-peskov", "speaker:\"Dmitry Peskov\""}};
}

inline Article article() {
  Article article;
  article.id = "9f3e2a1b00c4d5e6";
  article.path = "strait.html";
  article.title = "Envoys ask for restraint";
  article.byline = "AFP";
  article.date = day(2024, 10, 2);
  article.updated = day(2024, 10, 3);
  article.sources = {"Harbour Ledger", "AFP"};
  article.language = "en";
  article.languages = {{"en", 0.93}, {"ja", 0.07}};
  article.speakers = {
      {"Mara Lindqvist", "mara-lindqvist", SpeakerKind::person, {"Mara Lindqvist", "Lindqvist"}, 1, "as written"}};
  article.quotes = {{"We wait.", "Mara Lindqvist", true, "said", 1, 9, "name after verb", Confidence::high},
                    {"the tide was late", std::nullopt, false, "", 30, 47, "no name near", Confidence::low}};
  article.tags = {"shipping"};
  article.body = "“We wait.” Lindqvist said.\n\nSome held the tide was late.";
  article.removed = {{"Read more", "boilerplate"}};
  article.evidence = {{"date", "line 5: October 2"}, {"sources", "url host"}, {"sources", "byline"}};
  article.extra = {{"desk", "{\"floor\":2}"}, {"odd", "not json"}};
  return article;
}

}  // namespace dateline::tests
