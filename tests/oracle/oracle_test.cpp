// Random questions of every form, answered by the archive and by the oracle. Both must say the same.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <sstream>

#include "tests/oracle/archives.hpp"
#include "tests/oracle/generator.hpp"
#include "tests/support/catch.hpp"
#include "text/names/alias_table.hpp"

using namespace dateline;
using namespace dateline::oracle;

namespace {

// Any other seed is as good: DATELINE_ORACLE_SEED=7 test_oracle
const unsigned seed = [] {
  const char* given = std::getenv("DATELINE_ORACLE_SEED");
  return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 1u;
}();
constexpr std::size_t questions = 1'000;

const Corpus& corpus() {
  static const Corpus read = read_corpus(*archives().old, archives().aliases, archives().sources);
  return read;
}

using Ids = std::set<std::string>;

Ids ids(const SearchAnswer& answer, std::size_t from, std::size_t to) {
  Ids ids;
  for (std::size_t i = from; i < std::min(to, answer.hits.size()); ++i) ids.insert(answer.hits[i].id);
  return ids;
}

std::string named(const std::string& id) {
  for (const ReadArticle& article : corpus().articles)
    if (article.article.id == id)
      return "\n    " + id + " [" + article.article.language.value_or("?") + "] " +
             article.article.title.value_or("(no title)").substr(0, 80);
  return "\n    " + id;
}

// What is in one and not in the other, named.
std::string difference(const char* what, const Ids& expected, const Ids& found) {
  std::string text;
  const auto list = [&](const char* how, const Ids& a, const Ids& b) {
    std::vector<std::string> only;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
    if (only.empty()) return;
    text += "\n  " + std::string(what) + " " + how + " (" + std::to_string(only.size()) + "):";
    for (std::size_t i = 0; i < std::min<std::size_t>(only.size(), 8); ++i) text += named(only[i]);
  };
  list("not found", expected, found);
  list("found in error", found, expected);
  return text;
}

std::string difference(const std::string& what, std::size_t expected, std::size_t found) {
  if (expected == found) return {};
  return "\n  " + what + " " + std::to_string(found) + ", not " + std::to_string(expected);
}

const char* name_of(Facet facet) {
  static const char* const names[] = {"source", "speaker", "date",     "year",   "month",
                                      "week",   "day",     "language", "byline", "tag"};
  return names[static_cast<std::size_t>(facet)];
}

std::map<std::string, std::size_t> counts(const FacetAnswer& answer) {
  std::map<std::string, std::size_t> counts;
  for (const FacetCount& count : answer.counts)
    if (count.value) counts[answer.facet == Facet::speaker ? text::name_id(*count.value) : *count.value] += count.count;
  return counts;
}

std::string difference(const ExpectedFacet& expected, const FacetAnswer& answer) {
  const std::string name = name_of(answer.facet);
  std::string text = difference(name + ": missing", expected.missing, answer.missing) +
                     difference(name + ": unknown", expected.unknown, answer.unknown) +
                     difference(name + ": imprecise", expected.imprecise, answer.imprecise) +
                     difference(name + ": more", 0, answer.more);
  text += difference(name + ": holes", expected.holes, answer.holes);
  if (expected.granularity != answer.granularity)
    text += "\n  " + name + ": granularity " + answer.granularity + ", not " + expected.granularity;
  std::map<std::string, std::size_t> found = counts(answer);
  std::map<std::string, std::size_t> all = expected.counts;
  all.insert(found.begin(), found.end());
  for (const auto& [value, count] : all) {
    const auto wanted = expected.counts.find(value);
    text += difference(name + " " + value, wanted == expected.counts.end() ? 0 : wanted->second, found[value]);
  }
  text += difference(name + ": values", expected.counts.size(), counts(answer).size());
  return text;
}

bool is_in_order(const SearchAnswer& answer, Sort sort) {
  const auto day = [](const Hit& hit) -> std::int64_t {
    return (hit.date->year * 16 + hit.date->month) * 64 + hit.date->day;
  };
  return std::is_sorted(answer.hits.begin(), answer.hits.end(), [&](const Hit& a, const Hit& b) {
    if (!a.date || !b.date) return a.date.has_value() && !b.date;
    return sort == Sort::newest ? day(a) > day(b) : day(a) < day(b);
  });
}

bool is_by_score(const SearchAnswer& answer, std::size_t from, std::size_t to) {
  const auto first = answer.hits.begin();
  return std::is_sorted(first + static_cast<std::ptrdiff_t>(from), first + static_cast<std::ptrdiff_t>(to),
                        [](const Hit& a, const Hit& b) { return a.score > b.score; });
}

bool has_words(const Expression& e) {
  if (e.form == Form::negation || e.form == Form::byline || e.form == Form::tag) return false;
  if (e.form >= Form::word && e.form <= Form::phrase) return true;
  return std::any_of(e.children.begin(), e.children.end(), has_words);
}

// By date, articles with a part of what was asked for are listed only when there is nothing else.
std::string differences(const Question& question, const Expected& expected, const SearchAnswer& answer) {
  const Sort sort = question.request.sort.value_or(has_words(question.query) ? Sort::relevance : Sort::newest);
  const bool lists_partial = sort == Sort::relevance || expected.full.empty();
  const std::size_t full = std::min(answer.total, answer.hits.size());
  std::string text;
  text += difference("total", expected.full.size(), answer.total);
  text += difference("total_partial", expected.partial.size(), answer.total_partial);
  text += difference("undated", expected.undated, answer.undated);
  text += difference("hits", expected.full.size() + (lists_partial ? expected.partial.size() : 0), answer.hits.size());
  text += difference("matches", expected.full, ids(answer, 0, answer.total));
  text += difference("partial matches", lists_partial ? expected.partial : Ids{},
                     ids(answer, answer.total, answer.hits.size()));
  if (sort != Sort::relevance && !is_in_order(answer, sort)) text += "\n  not in the order of time";
  if (sort == Sort::relevance && !(is_by_score(answer, 0, full) && is_by_score(answer, full, answer.hits.size())))
    text += "\n  not the best first";
  for (const FacetAnswer& facet : answer.facets) text += difference(expected.facets.at(facet.facet), facet);
  return text;
}

std::string listed(const char* name, const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += std::string(" ") + name + "=" + value;
  return text;
}

std::string describe(const SearchRequest& request, const SearchAnswer& answer) {
  static const char* const matches[] = {"auto", "all", "any"};
  static const char* const sorts[] = {"relevance", "newest", "oldest"};
  std::string text = "query:       " + request.query + "\ninterpreted: " + answer.interpreted + "\nmatch " +
                     matches[static_cast<std::size_t>(request.match)] + ", sort " +
                     (request.sort ? sorts[static_cast<std::size_t>(*request.sort)] : "by default") +
                     listed("source", request.sources) + listed("speaker", request.speakers) +
                     listed("language", request.languages);
  if (request.from) text += " from " + *request.from;
  if (request.to) text += " to " + *request.to;
  for (const std::string& warning : answer.warnings) text += "\nwarning: " + warning;
  return text;
}

// Everything that an answer says, but for how long it took.
std::string whole(const SearchAnswer& answer) {
  std::ostringstream text;
  text.precision(9);
  text << answer.interpreted << '\n'
       << answer.total << '+' << answer.total_partial << " of " << answer.articles << ", undated " << answer.undated;
  for (const std::string& warning : answer.warnings) text << '\n' << warning;
  for (const Hit& hit : answer.hits) text << '\n' << hit.id << ' ' << hit.score;
  for (const FacetAnswer& facet : answer.facets) {
    text << '\n'
         << name_of(facet.facet) << ' ' << facet.granularity << " missing " << facet.missing << " unknown "
         << facet.unknown << " imprecise " << facet.imprecise << " more " << facet.more << ':';
    for (const FacetCount& count : facet.counts) text << ' ' << count.value.value_or("?") << '=' << count.count;
  }
  return text.str();
}

// The first line that differs.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream in_a(a), in_b(b);
  for (std::string line_a, line_b;;) {
    const bool more_a = static_cast<bool>(std::getline(in_a, line_a)),
               more_b = static_cast<bool>(std::getline(in_b, line_b));
    if (!more_a && !more_b) return {};
    if (!more_a) line_a = "(nothing)";
    if (!more_b) line_b = "(nothing)";
    if (line_a != line_b) return "\n  long history: " + line_a + "\n  at once:      " + line_b;
  }
}

template <class Each>
void for_each_question(unsigned with_seed, std::size_t count, Each&& each) {
  Generator generator(corpus(), archives().gone, archives().aliases, with_seed);
  for (std::size_t i = 0; i < count; ++i) each(generator.next());
}

}  // namespace

TEST_CASE("the archive under test has a history") {
  CHECK(archives().old->stats().segments >= 4);
  CHECK(archives().fresh->stats().segments == 1);
  CHECK(archives().gone.size() > 30);
  CHECK(corpus().articles.size() > 350);
  CHECK(corpus().languages.size() >= 18);
}

TEST_CASE("answers are the oracle's") {
  std::size_t with_hits = 0, not_everything = 0, with_partial = 0, with_undated = 0;
  for_each_question(seed, questions, [&](const Question& question) {
    const Expected expected = expect(question, corpus());
    const SearchAnswer answer = archives().old->search(question.request);
    const std::string wrong = differences(question, expected, answer);
    if (!wrong.empty()) FAIL_CHECK(describe(question.request, answer) << wrong);
    with_hits += !expected.full.empty();
    not_everything += expected.full.size() < corpus().articles.size();
    with_partial += !expected.partial.empty();
    with_undated += expected.undated > 0;
  });
  // Questions that nothing or everything answers show little.
  CHECK(with_hits * 100 >= questions * 60);
  CHECK(not_everything * 100 >= questions * 60);
  CHECK(with_partial * 100 >= questions * 5);
  CHECK(with_undated * 100 >= questions * 2);
}

TEST_CASE("a long history answers as if all had been indexed at once") {
  for_each_question(seed, questions, [&](const Question& question) {
    const SearchAnswer old = archives().old->search(question.request);
    const std::string differs = first_difference(whole(old), whole(archives().fresh->search(question.request)));
    if (!differs.empty()) FAIL_CHECK(describe(question.request, old) << differs);
  });
}

TEST_CASE("what was interpreted is a query that means the same") {
  for_each_question(seed + 1, 300, [&](const Question& question) {
    const SearchAnswer answer = archives().old->search(question.request);
    SearchRequest again = question.request;
    again.query = answer.interpreted;
    const SearchAnswer repeated = archives().old->search(again);
    const std::string wrong = difference("matches", ids(answer, 0, answer.total), ids(repeated, 0, repeated.total)) +
                              difference("partial", answer.total_partial, repeated.total_partial);
    if (!wrong.empty()) FAIL_CHECK(describe(question.request, answer) << wrong);
  });
}

namespace {

// `few`, with a limit, has the fullest values of `all`, with the same counts. Of a time facet's row only buckets with
// an article count towards the limit; empty ones between them are shown when there is room.
void check_fullest(const FacetAnswer& all, const FacetAnswer& few, std::size_t limit) {
  INFO(name_of(all.facet));
  std::multiset<std::size_t, std::greater<>> counts_of_all, counts_of_few;
  for (const FacetCount& count : all.counts)
    if (count.value && count.count > 0) counts_of_all.insert(count.count);
  for (const FacetCount& count : few.counts) {
    CHECK(std::any_of(all.counts.begin(), all.counts.end(), [&](const FacetCount& other) {
      return other.value == count.value && other.count == count.count;
    }));
    if (count.value && count.count > 0) counts_of_few.insert(count.count);
  }
  CHECK(counts_of_few.size() == std::min(counts_of_all.size(), limit));
  CHECK(few.more == counts_of_all.size() - counts_of_few.size());
  CHECK(std::equal(counts_of_few.begin(), counts_of_few.end(), counts_of_all.begin()));
}

}  // namespace

TEST_CASE("pages are pieces of the whole answer, facet limits its most frequent values") {
  std::mt19937 random(seed + 2);
  for_each_question(seed + 2, 200, [&](const Question& question) {
    const SearchAnswer answer = archives().old->search(question.request);
    SearchRequest request = question.request;
    request.offset = random() % (answer.hits.size() + 3);
    request.limit = 1 + random() % 20;
    const std::size_t limit = random() % 5;
    request.facet_limit = limit;
    const SearchAnswer page = archives().old->search(request);
    INFO(describe(request, page) << "\noffset " << request.offset << ", limit " << request.limit);
    CHECK(page.total == answer.total);
    CHECK(page.total_partial == answer.total_partial);
    const std::size_t begin = std::min(request.offset, answer.hits.size());
    const std::size_t end = std::min(begin + request.limit, answer.hits.size());
    REQUIRE(page.hits.size() == end - begin);
    for (std::size_t i = begin; i < end; ++i) CHECK(page.hits[i - begin].id == answer.hits[i].id);
    for (std::size_t i = 0; i < answer.facets.size(); ++i) check_fullest(answer.facets[i], page.facets[i], limit);
  });
}

namespace {

// The copies of one story, under the id of one of them.
std::map<std::string, std::string> stories() {
  SearchRequest request;
  request.limit = 100'000;
  request.snippets = 0;
  std::map<std::string, std::string> story_of;
  for (const Hit& hit : archives().old->search(request).hits) {
    story_of[hit.id] = hit.id;
    for (const Copy& copy : hit.copies) story_of[copy.id] = hit.id;
  }
  return story_of;
}

}  // namespace

TEST_CASE("copies of a story fold into one hit, and count once") {
  const std::map<std::string, std::string> story_of = stories();
  REQUIRE(story_of.size() == corpus().articles.size());
  const auto count_stories = [&](const Ids& articles) {
    Ids found;
    for (const std::string& id : articles) found.insert(story_of.at(id));
    return found.size();
  };
  for_each_question(seed + 3, 200, [&](const Question& question) {
    const Expected expected = expect(question, corpus());
    SearchRequest request = question.request;
    request.group = true;
    const SearchAnswer answer = archives().old->search(request);
    INFO(describe(request, answer));
    Ids both = expected.full;
    both.insert(expected.partial.begin(), expected.partial.end());
    CHECK(answer.total == count_stories(expected.full));
    CHECK(answer.total_partial == count_stories(both) - answer.total);
    Ids listed;
    for (std::size_t i = 0; i < std::min(answer.total, answer.hits.size()); ++i) {
      const Hit& hit = answer.hits[i];
      CHECK(expected.full.count(hit.id) == 1);
      CHECK(listed.insert(story_of.at(hit.id)).second);
      for (const Copy& copy : hit.copies) {
        CHECK(story_of.at(copy.id) == story_of.at(hit.id));
        CHECK(copy.matched == (both.count(copy.id) == 1));
      }
    }
  });
}
