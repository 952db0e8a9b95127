#include "searcher/answer/hit.hpp"

#include <algorithm>

#include "searcher/answer/targets.hpp"
#include "searcher/snippets/snippets.hpp"

namespace dateline::searcher {
namespace {

std::optional<std::string> if_any(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

void add_facts(schema::StoredArticle& article, Hit& hit) {
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.date = article.date;
  hit.sources = std::move(article.sources);
  hit.byline = std::move(article.byline);
  for (const schema::StoredSpeaker& speaker : article.speakers) hit.speakers.push_back(speaker.name);
  hit.language = if_any(article.language);
  hit.url = std::move(article.url);
  hit.path = if_any(article.input);
}

}  // namespace

std::vector<std::string> languages_of(const schema::StoredArticle& article) {
  std::vector<std::string> languages{article.language};
  languages.insert(languages.end(), article.paragraph_languages.begin(), article.paragraph_languages.end());
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

const MatchTargets& Highlighter::targets_in(const schema::StoredArticle& article) {
  std::vector<std::string> languages = languages_of(article);
  auto known = targets_.find(languages);
  if (known == targets_.end()) {
    MatchTargets targets = targets_of(plan_, languages);
    known = targets_.emplace(std::move(languages), std::move(targets)).first;
  }
  return known->second;
}

schema::StoredArticle stored_article(SegmentMatcher& segment, std::uint32_t article) {
  return schema::decode_article(segment.postings().database().get_document(article + 1).get_data());
}

HitMaker::HitMaker(QueryRun& run, const Plan& plan, const Matched& matched, const SearchRequest& request,
                   text::Analyzer& analyzer)
    : run_(run), matched_(matched), request_(request), analyzer_(analyzer), highlighter_(plan) {}

Hit HitMaker::operator()(const Candidate& candidate, const Ranking& ranking) {
  SegmentMatcher& segment = run_.segments()[candidate.segment];
  schema::StoredArticle article = stored_article(segment, candidate.article);
  Hit hit;
  add_snippets(article, hit);
  add_facts(article, hit);
  hit.score = candidate.score;
  for (const std::uint32_t member : copies_of(run_, candidate)) hit.copies.push_back(copy(candidate.segment, member));
  if (request_.explain) hit.explanation = ranking.explain(candidate.segment, candidate.article);
  return hit;
}

void HitMaker::add_snippets(const schema::StoredArticle& article, Hit& hit) {
  const MatchTargets& targets = highlighter_.targets_in(article);
  if (article.title) hit.title_highlights = highlight(*article.title, article.language, targets, analyzer_);
  if (request_.snippets == 0) return;
  const std::string body = schema::body_of(article);
  hit.snippets = make_snippets({body, article.language, article.paragraph_languages}, targets,
                               {request_.snippets, request_.snippet_length}, analyzer_);
}

Copy HitMaker::copy(std::uint32_t segment, std::uint32_t article) const {
  schema::StoredArticle stored = stored_article(run_.segments()[segment], article);
  return {std::move(stored.id), std::move(stored.sources), stored.date, matched_[segment][article]};
}

}  // namespace dateline::searcher
