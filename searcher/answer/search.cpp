#include "searcher/answer/search.hpp"

#include <algorithm>

#include "searcher/answer/hit.hpp"
#include "searcher/answer/order.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/answer/today.hpp"
#include "searcher/facets/count.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {
namespace {

Criteria criteria_of(const SearchRequest& request) {
  return {request.query, request.sources,  request.speakers, request.languages, request.from,
          request.to,    request.timezone, request.match,    request.stop};
}

// The articles with everything asked for; and, where `auto` is asked for, those with a part of it.
struct Matches {
  Matched full, partial;
};

Matches match(QueryRun& run, const Plan& plan, Match mode) {
  Matches matches;
  matches.full = run.match(plan, mode == Match::any ? ListReading::any : ListReading::all);
  for (const Bitmap& bitmap : matches.full) matches.partial.emplace_back(bitmap.size());
  if (mode != Match::match_auto) return matches;
  matches.partial = run.match(plan, ListReading::partial);
  for (std::size_t i = 0; i < matches.full.size(); ++i) matches.partial[i].and_not(matches.full[i]);
  return matches;
}

// Full matches first. By date there is no "best partial one", so those are only listed when there is nothing else.
std::vector<Candidate> listed(QueryRun& run, const Matches& matches, Ranking& ranking, Closeness& closeness, Sort sort,
                              const SearchRequest& request) {
  const std::size_t most = request.limit > SIZE_MAX - request.offset ? SIZE_MAX : request.offset + request.limit;
  const auto best_of = [&](const Matched& matched, std::size_t wanted) {
    const bool compares = sort == Sort::relevance && closeness.matters();
    if (sort == Sort::relevance) ranking.score(matched);
    std::vector<Candidate> found = best(run, matched, ranking, sort, request.group,
                                        compares ? std::max(wanted, Closeness::most_compared) : wanted);
    if (compares) prefer_close(found, closeness);
    found.resize(std::min(found.size(), wanted));
    return found;
  };
  std::vector<Candidate> all = best_of(matches.full, most);
  if (all.size() < most && (sort == Sort::relevance || all.empty())) {
    const std::vector<Candidate> rest = best_of(matches.partial, most - all.size());
    all.insert(all.end(), rest.begin(), rest.end());
  }
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, all.size())));
  return all;
}

// By date only what is shown needs a score.
void score_listed(Ranking& ranking, const Matches& matches, std::vector<Candidate>& listed) {
  Matched shown;
  for (const Bitmap& bitmap : matches.full) shown.emplace_back(bitmap.size());
  for (const Candidate& candidate : listed) shown[candidate.segment].set(candidate.article);
  ranking.score(shown);
  for (Candidate& candidate : listed) candidate.score = ranking.score(candidate.segment, candidate.article);
}

Matched united(const Matches& matches) {
  Matched united = matches.full;
  for (std::size_t i = 0; i < united.size(); ++i) united[i] |= matches.partial[i];
  return united;
}

// Without the facet's own filter, so that its other values stay to be chosen.
FacetAnswer widened_facet(QueryRun& run, Facet facet, const SearchRequest& request) {
  const Plan& plan = run.plan(run.tree(), facet);
  const Matches without = match(run, plan, request.match);
  const Matched& matched = count(without.full) == 0 ? without.partial : without.full;
  return count_facets({run.state(), matched, request.group}, {&facet, 1}, request.facet_limit).front();
}

std::vector<FacetAnswer> facets(QueryRun& run, const MatchedStories& articles, const SearchRequest& request) {
  const auto is_widened = [&](Facet facet) { return !request.narrow_facets && run.has_filter_of(facet); };
  std::vector<Facet> plain;
  for (const Facet facet : request.facets)
    if (!is_widened(facet)) plain.push_back(facet);
  std::vector<FacetAnswer> counted = count_facets(articles, plain, request.facet_limit), answers;
  auto next = counted.begin();
  for (const Facet facet : request.facets)
    answers.push_back(is_widened(facet) ? widened_facet(run, facet, request) : std::move(*next++));
  return answers;
}

}  // namespace

SearchAnswer search(const State& state, text::Analyzer& analyzer, const SearchRequest& request,
                    const RankingRules& rules) {
  std::vector<Hit> hits;
  const auto keep = [&hits](Hit&& hit) { return hits.push_back(std::move(hit)), true; };
  SearchAnswer answer = for_each_hit(state, analyzer, request, keep, rules);
  answer.hits = std::move(hits);
  return answer;
}

SearchAnswer for_each_hit(const State& state, text::Analyzer& analyzer, const SearchRequest& request,
                          const std::function<bool(Hit&&)>& each, const RankingRules& rules) {
  QueryRun run(state, analyzer, criteria_of(request), rules);
  const Plan& plan = run.plan(run.tree());
  Matches matches = match(run, plan, request.match);
  const Matched both = united(matches);
  // A story of which one copy has everything is no partial match besides.
  const MatchedStories full(state, matches.full, request.group);
  remove_stories(full, matches.partial);
  const MatchedStories partial(state, matches.partial, request.group);
  Ranking ranking(plan, state, run.segments(), {request.recency, today(request.timezone)}, rules);
  Closeness closeness(plan, run.segments(), rules.closeness);
  const Sort sort = request.sort.value_or(has_words(plan) ? Sort::relevance : Sort::newest);

  SearchAnswer answer;
  answer.query = request.query;
  answer.interpreted = run.interpreted();
  answer.articles = state.snapshot().articles();
  answer.total = full.count();
  answer.total_partial = partial.count();
  answer.undated =
      run.count_undated(plan, request.match == Match::any ? ListReading::any : ListReading::all, matches.full);
  const bool only_partial = answer.total == 0 && answer.total_partial > 0;
  if (only_partial)
    run.warn("No article has everything that was asked for; those with a part of it are shown and counted.");
  HitMaker make_hit(run, plan, both, request, analyzer);
  std::vector<Candidate> shown = listed(run, matches, ranking, closeness, sort, request);
  if (sort != Sort::relevance) score_listed(ranking, matches, shown);
  for (const Candidate& candidate : shown)
    if (!each(make_hit(candidate, ranking))) break;
  answer.facets = facets(run, only_partial ? partial : full, request);
  answer.warnings = run.warnings();
  return answer;
}

}  // namespace dateline::searcher
