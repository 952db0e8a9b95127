// An article with everything in it, its content drawn from a generator.
#pragma once

#include <random>
#include <string>

#include "schema/stored_article.hpp"

namespace dateline::tests {

inline std::string random_text(std::mt19937& random, std::size_t most) {
  static const char* const pieces[] = {"harbour ", "Ministerin ", "порт ", "港", "الميناء ", "é",
                                       "\n",       ". ",          "1923 ", "“",  "🚢"};
  std::string text;
  for (std::size_t n = random() % (most + 1); n > 0; --n) text += pieces[random() % std::size(pieces)];
  return text;
}

inline schema::StoredArticle random_article(std::mt19937& random) {
  schema::StoredArticle article;
  const auto maybe = [&] { return random() % 2 == 0; };
  const auto number = [&](std::size_t below) { return static_cast<std::uint32_t>(random() % below); };
  article.key = random_text(random, 5);
  article.id = random_text(random, 2);
  article.input = random_text(random, 4);
  article.member = maybe() ? ":" + std::to_string(number(1000)) : "";
  article.content_hash = (std::uint64_t{random()} << 32) | random();
  article.rules = "rules";
  article.as_given = maybe();
  article.text = random_text(random, 400);
  std::uint32_t at = 0, body = 0;
  const auto size = static_cast<std::uint32_t>(article.text.size());
  while (at < size) {
    schema::Paragraph paragraph;
    for (std::uint32_t spans = number(3); spans > 0 && at < size; --spans) {
      const std::uint32_t begin = at + number(3) < size ? at + number(2) : at;
      const std::uint32_t end = begin + number(size - begin + 1);
      paragraph.push_back({begin, end});
      body += end - begin;
      at = end + 1;
    }
    at += number(10);
    if (!article.paragraphs.empty()) body += 2;
    article.paragraphs.push_back(paragraph);
  }
  if (size > 0) article.removed.push_back({{number(size), size}, "photo credit"});
  if (maybe()) article.url = "https://www.news.example/" + std::to_string(number(100));
  if (maybe()) article.title = random_text(random, 8);
  if (maybe()) article.subtitle = "";
  if (maybe()) article.byline = "Ada Pryce";
  if (maybe())
    article.date = Date{1990 + static_cast<int>(number(40)), 1 + static_cast<int>(number(12)), 1, DatePrecision::month};
  if (number(3) == 0) article.updated = Date{2020, 1 + static_cast<int>(number(12)), 5, DatePrecision::day};
  for (std::uint32_t n = number(3); n > 0; --n) article.sources.push_back(random_text(random, 2));
  article.language = maybe() ? "en" : "";
  for (std::uint32_t n = number(4); n > 0; --n) article.paragraph_languages.push_back(maybe() ? "ru" : "");
  article.languages = {{"en", 0.75}, {"ru", 0.1 + 0.15}};
  for (std::uint32_t n = number(4); n > 0; --n)
    article.speakers.push_back({"Speaker " + std::to_string(n),
                                "speaker-" + std::to_string(n),
                                static_cast<SpeakerKind>(number(3)),
                                {"Speaker", "speaker " + random_text(random, 2)},
                                "as written"});
  for (std::uint32_t n = number(4); n > 0 && body > 0; --n) {
    schema::StoredQuote quote;
    quote.begin = number(body);
    quote.end = quote.begin + number(body - quote.begin + 1);
    if (!article.speakers.empty() && maybe()) quote.speaker = number(article.speakers.size());
    quote.direct = maybe();
    quote.verb = maybe() ? "said" : "";
    quote.evidence = "name after verb";
    quote.confidence = static_cast<Confidence>(number(3));
    article.quotes.push_back(quote);
  }
  if (maybe()) article.tags = {"ports", ""};
  article.evidence = {{"date", "line 2"}, {"", ""}};
  article.extra = {{"desk", "\"foreign\""}};
  return article;
}

}  // namespace dateline::tests
