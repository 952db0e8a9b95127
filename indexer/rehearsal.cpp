#include "indexer/rehearsal.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace dateline::indexer {
namespace {

using schema::StoredArticle;

struct Fact {
  const char* name;
  bool (*same)(const StoredArticle&, const StoredArticle&);
};

bool same_body(const StoredArticle& a, const StoredArticle& b) { return schema::body_of(a) == schema::body_of(b); }

bool same_speakers(const StoredArticle& a, const StoredArticle& b) {
  const auto same = [](const schema::StoredSpeaker& x, const schema::StoredSpeaker& y) { return x.id == y.id; };
  return std::equal(a.speakers.begin(), a.speakers.end(), b.speakers.begin(), b.speakers.end(), same);
}

bool same_quotations(const StoredArticle& a, const StoredArticle& b) {
  const auto same = [](const schema::StoredQuote& x, const schema::StoredQuote& y) {
    return x.begin == y.begin && x.end == y.end && x.direct == y.direct && x.speaker == y.speaker;
  };
  return std::equal(a.quotes.begin(), a.quotes.end(), b.quotes.begin(), b.quotes.end(), same);
}

// What somebody who searches would notice.
constexpr Fact facts[] = {
    {"the title", [](const StoredArticle& a, const StoredArticle& b) { return a.title == b.title; }},
    {"the subtitle", [](const StoredArticle& a, const StoredArticle& b) { return a.subtitle == b.subtitle; }},
    {"the byline", [](const StoredArticle& a, const StoredArticle& b) { return a.byline == b.byline; }},
    {"the date", [](const StoredArticle& a, const StoredArticle& b) { return a.date == b.date; }},
    {"sources", [](const StoredArticle& a, const StoredArticle& b) { return a.sources == b.sources; }},
    {"the language", [](const StoredArticle& a, const StoredArticle& b) { return a.language == b.language; }},
    {"the body", same_body},
    {"speakers", same_speakers},
    {"quotations", same_quotations},
    {"tags", [](const StoredArticle& a, const StoredArticle& b) { return a.tags == b.tags; }},
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

Rehearsal::Rehearsal(const CommittedArticles& live, const IndexOptions& options, const Rules& rules, KeptInputs* kept)
    : live_(live),
      options_(options),
      differing_(std::size(facts)),
      progress_(options),
      pass_(*this, options, rules, kept) {}

void Rehearsal::take(ReadPiece piece) {
  summary_.bytes += piece.bytes;
  for (ReadArticle& read : piece.articles) {
    if (auto* rejection = std::get_if<Rejection>(&read.article))
      reject(rejection->input, rejection->reason);
    else
      compare(std::get<StoredArticle>(read.article), read.place);
  }
  progress_.now.bytes = summary_.bytes;
  progress_.now.articles = seen_.size();
  progress_.now.inputs_done += piece.last;
  progress_.tell("comparing", pass_);
}

// It would be taken over as it is.
void Rehearsal::take_stored(StoredArticle article) {
  if (seen_.insert(schema::hash64(article.key)).second) ++summary_.unchanged;
}

void Rehearsal::compare(const StoredArticle& article, const std::string& place) {
  const std::uint64_t key = schema::hash64(article.key);
  if (!seen_.insert(key).second) return reject(place, "has the same key as another article");
  const std::optional<StoredArticle> before = live_.article(key);
  if (!before) {
    ++summary_.added;
    return report(place, article.id, Outcome::added);
  }
  const std::vector<std::string> differing = differing_facts(*before, article);
  ++(differing.empty() ? summary_.unchanged : summary_.updated);
  report(place, article.id, differing.empty() ? Outcome::unchanged : Outcome::updated, joined(differing));
}

std::vector<std::string> Rehearsal::differing_facts(const StoredArticle& before, const StoredArticle& after) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::size(facts); ++i) {
    if (facts[i].same(before, after)) continue;
    ++differing_[i];
    names.emplace_back(facts[i].name);
  }
  return names;
}

void Rehearsal::reject(std::string place, std::string reason) {
  ++summary_.rejected;
  report(std::move(place), {}, Outcome::rejected, std::move(reason));
}

void Rehearsal::report(std::string input, std::string id, Outcome outcome, std::string reason) {
  if (options_.on_report) options_.on_report({std::move(input), std::move(id), outcome, std::move(reason)});
}

IndexSummary Rehearsal::finish() {
  pass_.finish();
  live_.for_each([&](const StoredArticle& article) {
    if (seen_.count(schema::hash64(article.key)) > 0) return true;
    ++summary_.removed;
    report(article.input + article.member, article.id, Outcome::removed);
    return true;
  });
  summary_.articles = seen_.size();
  for (std::size_t i = 0; i < std::size(facts); ++i)
    if (differing_[i] > 0)
      summary_.notes.push_back(std::string(facts[i].name) + " would be another in " + std::to_string(differing_[i]) +
                               (differing_[i] == 1 ? " article." : " articles."));
  return summary_;
}

}  // namespace dateline::indexer
