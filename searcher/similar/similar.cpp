#include "searcher/similar/similar.hpp"

#include <algorithm>
#include <utility>

#include "schema/terms.hpp"
#include "searcher/answer/article_with_id.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/order.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/facets/stories.hpp"
#include "searcher/query/parse.hpp"
#include "searcher/similar/telling_words.hpp"

namespace dateline::searcher {
namespace {

// An article is alike when it scores at least this part of what the asked one scores against itself. In the sample
// corpus versions of one story reach 0.3 to 0.9, articles about the same events 0.06 to 0.3 (in other languages, by
// names, hardly more than 0.06), and those that share a setting only stay below 0.05.
constexpr double least_likeness = 0.06;

// Whoever is quoted weighs as much as the most telling word.
constexpr double speaker_weight = 1;

Criteria criteria_of(const SimilarRequest& request) {
  return {"", request.sources, request.speakers, request.languages, request.from, request.to,
          "", Match::any,      request.stop};
}

// What making hits asks of a request.
SearchRequest shape_of(const SimilarRequest& request) {
  SearchRequest shape;
  shape.snippets = request.snippets;
  shape.snippet_length = request.snippet_length;
  shape.group = request.group && !request.duplicates;
  return shape;
}

std::optional<Candidate> find_article(QueryRun& run, const std::string& id) {
  for (std::uint32_t i = 0; i < run.segments().size(); ++i) {
    SegmentMatcher& segment = run.segments()[i];
    const auto article = article_with_id(segment.segment(), segment.postings().database(), id);
    if (article) return Candidate{0, 0, 0, i, *article};
  }
  return std::nullopt;
}

// The copies of one story: the one place here that knows how an archive groups them.
Matched copies_of_story(const QueryRun& run, const Candidate& asked) {
  Matched copies;
  for (std::size_t i = 0; i < run.state().size(); ++i) copies.emplace_back(run.state().segment(i).size());
  const std::uint32_t story = run.state().story_of(asked.segment, asked.article);
  if (story == State::no_story) return copies;
  for (const schema::ArticlePlace& member : run.state().members_of(story)) copies[member.segment].set(member.article);
  copies[asked.segment].clear(asked.article);
  return copies;
}

// What is telling about the asked article: as a plan that finds and ranks, and as a query for people.
struct Likeness {
  Plan plan;
  Node query;

  void add(std::vector<TermGroup> groups) {
    Plan word;
    word.kind = PlanKind::word;
    word.groups = std::move(groups);
    plan.children.push_back(std::move(word));
  }
  void add_for_people(NodeKind kind, const std::string& text) {
    Node node;
    node.kind = kind;
    node.text = text;
    query.children.push_back(std::move(node));
  }
};

// Articles have the ids of their own spellings.
std::vector<std::string> speaker_terms(const State& state, const std::string& id) {
  std::vector<std::string> terms{schema::term(schema::Field::speaker, id)};
  for (const std::string& linked : state.snapshot().speaker_links().linked_to(id))
    terms.push_back(schema::term(schema::Field::speaker, linked));
  return terms;
}

Likeness likeness_to(const schema::StoredArticle& article, QueryRun& run, text::Analyzer& analyzer) {
  Likeness likeness;
  likeness.plan.kind = PlanKind::any;
  likeness.query.kind = NodeKind::any;
  for (const TellingWord& telling : telling_words(article_words(article, analyzer), run.segments())) {
    likeness.add(telling.word.groups(telling.weight));
    if (telling.shared) likeness.add_for_people(NodeKind::word, telling.word.shown);
  }
  for (const schema::StoredSpeaker& speaker : article.speakers) {
    if (speaker.kind == SpeakerKind::group) continue;
    likeness.add({{speaker_terms(run.state(), speaker.id), speaker_weight, true, {}}});
    likeness.add_for_people(NodeKind::speaker, speaker.name);
  }
  if (likeness.query.children.empty()) likeness.query.kind = NodeKind::nothing;
  return likeness;
}

// The articles of the answer, and their scores.
class SimilarArticles {
 public:
  SimilarArticles(QueryRun& run, const Candidate& asked, const Likeness& likeness, const SimilarRequest& request)
      : run_(run), asked_(asked), request_(request), ranking_(likeness.plan, run.state(), run.segments()) {
    const Matched copies = copies_of_story(run, asked);
    found_ = request.duplicates ? copies : run.match(likeness.plan, ListReading::any);
    const Matched let_through = run.match(run.plan(run.tree()), ListReading::all);
    for (std::size_t i = 0; i < found_.size(); ++i) found_[i] &= let_through[i];
    found_[asked.segment].set(asked.article);  // so that it is scored
    ranking_.score(found_);
    if (!request.duplicates) drop_unlike();
    if (is_grouped()) drop(copies);
    found_[asked.segment].clear(asked.article);
  }

  const Matched& found() const { return found_; }
  const Ranking& ranking() const { return ranking_; }
  std::size_t total() const { return MatchedStories(run_.state(), found_, is_grouped()).count(); }

  std::vector<Candidate> listed() const {
    const std::size_t most = request_.limit > SIZE_MAX - request_.offset ? SIZE_MAX : request_.offset + request_.limit;
    const Sort sort = request_.duplicates ? Sort::oldest : Sort::relevance;
    std::vector<Candidate> all = best(run_, found_, ranking_, sort, is_grouped(), most);
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(request_.offset, all.size())));
    return all;
  }

 private:
  bool is_grouped() const { return request_.group && !request_.duplicates; }

  void drop_unlike() {
    const double least = least_likeness * ranking_.score(asked_.segment, asked_.article);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Bitmap unlike(found_[i].size());
      found_[i].for_each([&](std::uint32_t article) {
        if (ranking_.score(i, article) < least) unlike.set(article);
      });
      found_[i].and_not(unlike);
    }
  }

  void drop(const Matched& articles) {
    for (std::size_t i = 0; i < found_.size(); ++i) found_[i].and_not(articles[i]);
  }

  QueryRun& run_;
  const Candidate& asked_;
  const SimilarRequest& request_;
  Ranking ranking_;
  Matched found_;
};

}  // namespace

std::optional<SearchAnswer> similar(const State& state, text::Analyzer& analyzer, const SimilarRequest& request) {
  QueryRun run(state, analyzer, criteria_of(request));
  const std::optional<Candidate> asked = find_article(run, request.id);
  if (!asked) return std::nullopt;
  const Likeness likeness =
      likeness_to(stored_article(state, run.segments()[asked->segment], asked->article), run, analyzer);
  const SimilarArticles articles(run, *asked, likeness, request);

  SearchAnswer answer;
  answer.query = request.id;
  answer.interpreted = print(likeness.query);
  answer.articles = state.snapshot().articles();
  answer.total = articles.total();
  const SearchRequest shape = shape_of(request);
  HitMaker make_hit(run, likeness.plan, articles.found(), shape, analyzer);
  for (const Candidate& candidate : articles.listed()) answer.hits.push_back(make_hit(candidate, articles.ranking()));
  answer.warnings = run.warnings();
  return answer;
}

}  // namespace dateline::searcher
