#include <algorithm>
#include <unordered_map>

#include "schema/structure.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/order.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/answer/quote_folding.hpp"
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

// What a plan means among the quotations of one article after another, in the order of the answer.
class QuoteFinder {
 public:
  QuoteFinder(QueryRun& run, const Plan& plan, bool group) : run_(run), plan_(plan), group_(group) {}

  struct Found {
    schema::Structure structure;
    std::vector<bool> matching;  // one a quotation of the structure
  };

  // Empty when no quotation is meant, or all are those of copies before it.
  std::optional<Found> find(const Candidate& candidate) {
    run_.stop().ask_sometimes();
    std::optional<Found> found = all_of(candidate.segment, candidate.article);
    if (!found) return found;
    const std::uint32_t story = run_.state().story_of(candidate.segment, candidate.article);
    if (group_ && story != State::no_story)
      folding_.fold(story, found->structure, columns(candidate.segment), candidate.article, found->matching);
    return any(*found) ? std::move(found) : std::nullopt;
  }

  // The other articles of its story that have a quotation like it, in their order.
  std::vector<schema::ArticlePlace> copies_of(const Candidate& candidate, const schema::QuotePositions& quote) {
    std::vector<schema::ArticlePlace> copies;
    const std::uint32_t story = run_.state().story_of(candidate.segment, candidate.article);
    if (!group_ || story == State::no_story) return copies;
    const QuoteLikeness asked = likeness_of(quote, columns(candidate.segment), candidate.article);
    for (const schema::ArticlePlace& member : run_.state().members_of(story)) {
      if (member == schema::ArticlePlace{candidate.segment, candidate.article}) continue;
      const auto structure = schema::decode_structure(columns(member.segment).structure(member.article));
      if (structure && std::any_of(structure->quotes.begin(), structure->quotes.end(), [&](const auto& other) {
            return likeness_of(other, columns(member.segment), member.article) == asked;
          }))
        copies.push_back(member);
    }
    return copies;
  }

  const schema::Columns& columns(std::uint32_t segment) const { return *run_.state().segment(segment).columns; }

 private:
  static bool any(const Found& found) {
    return std::find(found.matching.begin(), found.matching.end(), true) != found.matching.end();
  }

  std::optional<Found> all_of(std::uint32_t segment, std::uint32_t article) {
    auto structure = schema::decode_structure(columns(segment).structure(article));
    if (!structure) return std::nullopt;
    Found found{*std::move(structure), {}};
    found.matching = run_.segments()[segment].matching_quotes(plan_, article, found.structure);
    if (!any(found)) return std::nullopt;
    return found;
  }

  QueryRun& run_;
  const Plan& plan_;
  const bool group_;
  QuoteFolding folding_;
};

class QuoteLister {
 public:
  QuoteLister(QueryRun& run, const Plan& plan, const QuoteRequest& request, text::Analyzer& analyzer)
      : run_(run), finder_(run, plan, request.group), request_(request), analyzer_(analyzer), highlighter_(plan) {}

  // Counts the quotations of one more article; lists those of the page.
  void add(const Candidate& candidate, QuoteAnswer& answer) {
    const auto found = finder_.find(candidate);
    if (!found) return;
    const std::size_t before = answer.total;
    answer.total += static_cast<std::size_t>(std::count(found->matching.begin(), found->matching.end(), true));
    if (answer.total > request_.offset && answer.quotes.size() < request_.limit)
      list(candidate, *found, before, answer);
  }

 private:
  void list(const Candidate& candidate, const QuoteFinder::Found& found, std::size_t number, QuoteAnswer& answer) {
    SegmentMatcher& segment = run_.segments()[candidate.segment];
    schema::StoredArticle stored = segment.postings().stored_article(candidate.article);
    const auto quotes = in_structure_order(stored, found.structure);  // before links join speakers: it tells them apart
    schema::apply(run_.state().snapshot().speaker_links(), stored);
    const RowMaker make_row(stored, highlighter_.targets_in(languages_of(stored)), analyzer_);
    for (std::size_t i = 0; i < found.matching.size(); ++i) {
      if (!found.matching[i] || number++ < request_.offset) continue;
      if (answer.quotes.size() == request_.limit) return;
      if (i >= quotes.size()) continue;
      answer.quotes.push_back(make_row(*quotes[i]));
      for (const schema::ArticlePlace& copy : finder_.copies_of(candidate, found.structure.quotes[i]))
        answer.quotes.back().copies.push_back(described(copy));
    }
  }

  Copy described(const schema::ArticlePlace& place) {
    schema::StoredArticle head = run_.segments()[place.segment].postings().stored_head(place.article);
    return {std::move(head.id), std::move(head.sources), head.date, true};
  }

  QueryRun& run_;
  QuoteFinder finder_;
  const QuoteRequest& request_;
  text::Analyzer& analyzer_;
  Highlighter highlighter_;
};

// How many quotations each speaker has.
class SpeakerCounter {
 public:
  void add(const QuoteFinder::Found& found, const schema::Columns& columns, std::uint32_t article) {
    const auto speakers = columns.speakers_of()[article];
    for (std::size_t i = 0; i < found.matching.size(); ++i) {
      if (!found.matching[i]) continue;
      const std::uint32_t speaker = found.structure.quotes[i].speaker;
      const bool named = speaker > 0 && speaker <= speakers.size() &&
                         columns.speaker_kind(speakers[speaker - 1]) != SpeakerKind::group;
      if (!named) {
        ++answer_.unknown;
        continue;
      }
      Count& count = by_id_[columns.speaker_ids()[speakers[speaker - 1]]];
      if (count.quotes++ == 0) count.name = columns.speaker_names()[speakers[speaker - 1]];
    }
  }
  void add_without_quotes() { ++answer_.missing; }

  FacetAnswer answer(std::size_t limit) {
    std::vector<Count> counts;
    for (const auto& [id, count] : by_id_) counts.push_back(count);
    std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) {
      return a.quotes != b.quotes ? a.quotes > b.quotes : a.name < b.name;
    });
    answer_.facet = Facet::speaker;
    answer_.more = counts.size() - std::min(limit, counts.size());
    counts.resize(std::min(limit, counts.size()));
    for (const Count& count : counts) answer_.counts.push_back({std::string(count.name), count.quotes});
    return std::move(answer_);
  }

 private:
  struct Count {
    std::string_view name;
    std::size_t quotes = 0;
  };
  std::unordered_map<std::string_view, Count> by_id_;
  FacetAnswer answer_;
};

Node tree_of(const QueryRun& run, const QuoteRequest& request) {
  return request.words_in_quotes ? said_tree(run.tree()) : run.tree();
}

// Like every facet without its own filter.
FacetAnswer count_speakers(QueryRun& run, const QuoteRequest& request) {
  const Plan& plan = run.plan(tree_of(run, request), Facet::speaker);
  const Matched matched = run.match(plan, ListReading::all);
  Ranking ranking(plan, run.state(), run.segments());
  QuoteFinder finder(run, plan, request.group);
  SpeakerCounter counter;
  for (const Candidate& article : best(run, matched, ranking, Sort::oldest, false, count(matched))) {
    const schema::Columns& columns = finder.columns(article.segment);
    if (const auto found = finder.find(article))
      counter.add(*found, columns, article.article);
    else if (columns.quotes()[article.article] == 0)
      counter.add_without_quotes();
  }
  return counter.answer(request.speaker_counts);
}

}  // namespace

QuoteAnswer quotes(const State& state, text::Analyzer& analyzer, const QuoteRequest& request) {
  QueryRun run(state, analyzer, criteria_of(request));
  const Plan& plan = run.plan(tree_of(run, request));
  const Matched matched = run.match(plan, ListReading::all);
  Ranking ranking(plan, state, run.segments());
  ranking.score(matched);
  const Sort sort = request.sort.value_or(has_words(plan) ? Sort::relevance : Sort::newest);

  QuoteAnswer answer;
  answer.query = request.query;
  answer.interpreted = run.interpreted();
  QuoteLister lister(run, plan, request, analyzer);
  for (const Candidate& article : best(run, matched, ranking, sort, false, count(matched))) lister.add(article, answer);
  if (request.speaker_counts > 0) answer.speakers = count_speakers(run, request);
  answer.warnings = run.warnings();
  return answer;
}

}  // namespace dateline::searcher
