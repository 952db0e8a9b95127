#include "searcher/answer/hit.hpp"

#include <algorithm>
#include <cstdio>

#include "searcher/answer/targets.hpp"
#include "searcher/snippets/snippets.hpp"

namespace dateline::searcher {
namespace {

std::optional<std::string> if_any(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// The names of an article's speakers are in the columns, in the article's order; one who is written in two ways once.
std::vector<std::string> speakers_of(const schema::Columns& columns, std::uint32_t article) {
  std::vector<std::string> names;
  const auto speakers = columns.speakers_of()[article];
  for (auto speaker = speakers.begin(); speaker != speakers.end(); ++speaker)
    if (std::find(speakers.begin(), speaker, *speaker) == speaker)
      names.emplace_back(columns.speaker_names()[*speaker]);
  return names;
}

void add_facts(schema::StoredArticle& article, Hit& hit) {
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.date = article.date;
  hit.sources = std::move(article.sources);
  hit.byline = std::move(article.byline);
  hit.language = if_any(article.language);
  hit.url = std::move(article.url);
  hit.path = if_any(article.input + article.member);
}

std::string explanation(const Candidate& candidate, const Ranking& ranking) {
  std::string text = ranking.explain(candidate.segment, candidate.article);
  if (candidate.closeness > 1) {
    char line[64];
    std::snprintf(line, sizeof line, "times %.4f for words that stand together\n", candidate.closeness);
    text += line;
  }
  return text;
}

}  // namespace

std::vector<std::string> languages_of(const schema::StoredArticle& article) {
  std::vector<std::string> languages{article.language};
  languages.insert(languages.end(), article.paragraph_languages.begin(), article.paragraph_languages.end());
  // Words are read for "en", whose articles those in "en-GB" are.
  for (std::size_t i = languages.size(); i-- > 0;) languages.push_back(languages[i].substr(0, languages[i].find('-')));
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

const MatchTargets& Highlighter::targets_in(std::vector<std::string> languages) {
  auto known = targets_.find(languages);
  if (known == targets_.end()) {
    MatchTargets targets = targets_of(plan_, languages);
    known = targets_.emplace(std::move(languages), std::move(targets)).first;
  }
  return known->second;
}

schema::StoredArticle stored_article(const State& state, SegmentMatcher& segment, std::uint32_t article) {
  schema::StoredArticle stored = segment.postings().stored_article(article);
  schema::apply(state.snapshot().speaker_links(), stored);
  return stored;
}

HitMaker::HitMaker(QueryRun& run, const Plan& plan, const Matched& matched, const SearchRequest& request,
                   text::Analyzer& analyzer)
    : run_(run), matched_(matched), request_(request), analyzer_(analyzer), highlighter_(plan) {}

Hit HitMaker::operator()(const Candidate& candidate, const Ranking& ranking) {
  run_.stop().ask();
  SegmentMatcher& segment = run_.segments()[candidate.segment];
  const Postings& postings = segment.postings();
  Hit hit;
  schema::StoredArticle article =
      request_.snippets > 0 ? postings.stored_article(candidate.article) : postings.stored_head(candidate.article);
  if (article.title) {
    const MatchTargets& targets = highlighter_.targets_in({article.language});
    hit.title_highlights = highlight(*article.title, article.language, targets, analyzer_);
  }
  if (request_.snippets > 0) add_snippets(article, hit);
  add_facts(article, hit);
  hit.speakers = speakers_of(*segment.segment().columns, candidate.article);
  hit.score = candidate.score;
  if (request_.group) add_copies(candidate, hit);
  if (request_.explain) hit.explanation = explanation(candidate, ranking);
  return hit;
}

void HitMaker::add_snippets(const schema::StoredArticle& article, Hit& hit) {
  const std::string body = schema::body_of(article);
  hit.snippets = make_snippets({body, article.language, article.paragraph_languages},
                               highlighter_.targets_in(languages_of(article)),
                               {request_.snippets, request_.snippet_length}, analyzer_);
}

void HitMaker::add_copies(const Candidate& candidate, Hit& hit) {
  const State& state = run_.state();
  const std::uint32_t story = state.story_of(candidate.segment, candidate.article);
  if (story == State::no_story) return;
  for (const schema::ArticlePlace& member : state.members_of(story)) {
    if (member == schema::ArticlePlace{candidate.segment, candidate.article}) continue;
    schema::StoredArticle stored = run_.segments()[member.segment].postings().stored_head(member.article);
    const bool matched = matched_[member.segment][member.article];
    hit.copies.push_back({std::move(stored.id), std::move(stored.sources), stored.date, matched});
  }
}

}  // namespace dateline::searcher
