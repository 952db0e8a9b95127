#include <algorithm>

#include "schema/structure.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/order.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/answer/said_tree.hpp"
#include "searcher/answer/search.hpp"
#include "searcher/answer/targets.hpp"
#include "searcher/snippets/snippets.hpp"

namespace dateline::searcher {
namespace {

Criteria criteria_of(const QuoteRequest& request) {
  return {request.query, request.sources,  request.speakers, request.languages, request.from,
          request.to,    request.timezone, Match::all,       request.stop};
}

// The stored quotations as the structure has them: by place, without those that it left out (no word, overlapping).
std::vector<const schema::StoredQuote*> in_structure_order(const schema::StoredArticle& article,
                                                           const schema::Structure& structure) {
  std::vector<const schema::StoredQuote*> by_place, kept;
  for (const schema::StoredQuote& quote : article.quotes) by_place.push_back(&quote);
  std::stable_sort(by_place.begin(), by_place.end(), [](const auto* a, const auto* b) { return a->begin < b->begin; });
  if (by_place.size() == structure.quotes.size()) return by_place;
  for (const schema::StoredQuote* quote : by_place) {
    if (kept.size() == structure.quotes.size()) break;
    const schema::QuotePositions& next = structure.quotes[kept.size()];
    if (next.direct == quote->direct && next.speaker == (quote->speaker ? *quote->speaker + 1 : 0))
      kept.push_back(quote);
  }
  return kept;
}

class RowMaker {
 public:
  RowMaker(const schema::StoredArticle& article, const MatchTargets& targets, text::Analyzer& analyzer)
      : article_(article), body_(schema::body_of(article)), targets_(targets), analyzer_(analyzer) {}

  QuoteHit operator()(const schema::StoredQuote& quote) const {
    QuoteHit row;
    row.text = body_.substr(quote.begin, quote.end - quote.begin);
    const bool named = quote.speaker && article_.speakers[*quote.speaker].kind != SpeakerKind::group;
    if (named) row.speaker = article_.speakers[*quote.speaker].name;
    row.direct = quote.direct;
    row.date = article_.date;
    row.sources = article_.sources;
    row.article = article_.id;
    row.title = article_.title;
    row.url = article_.url;
    if (!article_.language.empty()) row.language = article_.language;
    row.highlights = highlight(row.text, article_.language, targets_, analyzer_);
    return row;
  }

 private:
  const schema::StoredArticle& article_;
  std::string body_;
  const MatchTargets& targets_;
  text::Analyzer& analyzer_;
};

class QuoteLister {
 public:
  QuoteLister(QueryRun& run, const Plan& plan, const QuoteRequest& request, text::Analyzer& analyzer)
      : run_(run), plan_(plan), request_(request), analyzer_(analyzer), highlighter_(plan) {}

  // Counts the quotations of one more article; lists those of the page.
  void add(const Candidate& candidate, QuoteAnswer& answer) {
    run_.stop().ask_sometimes();
    SegmentMatcher& segment = run_.segments()[candidate.segment];
    const auto structure = schema::decode_structure(segment.segment().columns->structure(candidate.article));
    if (!structure) return;
    const std::vector<bool> matching = segment.matching_quotes(plan_, candidate.article, *structure);
    const std::size_t before = answer.total;
    answer.total += static_cast<std::size_t>(std::count(matching.begin(), matching.end(), true));
    const bool on_page = answer.total > request_.offset && answer.quotes.size() < request_.limit;
    if (on_page && answer.total > before) list(segment, candidate.article, *structure, matching, before, answer);
  }

 private:
  void list(SegmentMatcher& segment, std::uint32_t article, const schema::Structure& structure,
            const std::vector<bool>& matching, std::size_t number, QuoteAnswer& answer) {
    const schema::StoredArticle stored = stored_article(segment, article);
    const auto quotes = in_structure_order(stored, structure);
    const RowMaker make_row(stored, highlighter_.targets_in(languages_of(stored)), analyzer_);
    for (std::size_t i = 0; i < matching.size(); ++i) {
      if (!matching[i] || number++ < request_.offset) continue;
      if (answer.quotes.size() == request_.limit) return;
      if (i < quotes.size()) answer.quotes.push_back(make_row(*quotes[i]));
    }
  }

  QueryRun& run_;
  const Plan& plan_;
  const QuoteRequest& request_;
  text::Analyzer& analyzer_;
  Highlighter highlighter_;
};

}  // namespace

QuoteAnswer quotes(const State& state, text::Analyzer& analyzer, const QuoteRequest& request) {
  QueryRun run(state, analyzer, criteria_of(request));
  const Plan& plan = run.plan(said_tree(run.tree()));
  const Matched matched = run.match(plan, ListReading::all);
  Ranking ranking(plan, state, run.segments());
  ranking.score(matched);
  const Sort sort = request.sort.value_or(has_words(plan) ? Sort::relevance : Sort::newest);

  QuoteAnswer answer;
  answer.query = request.query;
  answer.interpreted = run.interpreted();
  QuoteLister lister(run, plan, request, analyzer);
  for (const Candidate& article : best(run, matched, ranking, sort, false, count(matched))) lister.add(article, answer);
  answer.warnings = run.warnings();
  return answer;
}

}  // namespace dateline::searcher
