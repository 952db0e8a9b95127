// What a search takes and what it answers. Plain values; UTF-8; offsets in code points.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/article.hpp"

namespace dateline {

// Asked now and then while an answer is computed, on the thread that waits for it. When it says true, the call ends
// with an Error of the code `cancelled`.
using StopCheck = std::function<bool()>;

// One that says true when so much time has passed from now on: a request with it is made for one call.
inline StopCheck stop_after(std::chrono::nanoseconds time) {
  return [end = std::chrono::steady_clock::now() + time] { return std::chrono::steady_clock::now() >= end; };
}

enum class Sort : std::uint8_t { relevance, newest, oldest };

// match_auto: articles with all words first, then the best that have some of them.
enum class Match : std::uint8_t { match_auto, all, any };

// The facets of an article, in the order in which they are shown.
enum class Facet : std::uint8_t { source, speaker, date, year, month, week, day, language, byline, tag };

// Facets of the time of publication. Their values are shown in order of time, those without an article between the
// first and the last too (unless there were more than 1,000 in all). An article counts at the precision of its date and
// at coarser ones. Weeks are those of ISO 8601: "2024-W15". Facet::date takes days, months or years: the finest with at
// most 60 values.
constexpr bool is_by_time(Facet facet) { return facet >= Facet::date && facet <= Facet::day; }

struct SearchRequest {
  std::string query = {};  // the query language of docs/QUERY_LANGUAGE.md; any string is a query
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::optional<Sort> sort = {};  // default: relevance, or newest when the query has no words
  // By relevance, newer articles lead a little: what is of today weighs 1.5 times, and the lead halves every so many
  // days.
  std::uint32_t recency = 0;  // 0: no preference
  Match match = Match::match_auto;
  // Filters: several of one kind are OR, kinds are AND. Each facet is counted without its own kind.
  std::vector<std::string> sources = {};
  std::vector<std::string> speakers = {};
  std::vector<std::string> languages = {};
  std::optional<std::string> from = {};         // "2024", "2024-04", "2024-04-11"; the interval's first day
  std::optional<std::string> to = {};           //   ... its last day
  std::vector<Facet> facets = {};               // which facets to count
  std::optional<std::size_t> facet_limit = {};  // values a facet, the fullest; default: 10, and of time all
  bool narrow_facets = false;                   // count each facet with the filters of its own kind, too
  bool group = true;                            // fold copies of one story into one hit
  std::size_t snippets = 2;                     // fragments a hit; 0 for none
  std::size_t snippet_length = 240;             // code points a fragment, about
  bool explain = false;
  std::string timezone = {};  // IANA name for `since:`; default: the machine's
  StopCheck stop = {};        // e.g. stop_after(50ms)
};

// [start, end) in code points of the string that it accompanies.
using Range = std::pair<std::size_t, std::size_t>;

struct Snippet {
  std::string text;
  std::vector<Range> highlights;
  std::string field;  // "title" or "body"
};

struct Copy {
  std::string id;
  std::vector<std::string> sources;
  std::optional<Date> date;
  bool matched = false;  // whether this copy, too, has what was asked for
};

struct Hit {
  std::string id;
  double score = 0;
  std::optional<std::string> title;
  std::vector<Range> title_highlights;
  std::optional<Date> date;
  std::vector<std::string> sources;
  std::optional<std::string> byline;
  std::vector<std::string> speakers;
  std::optional<std::string> language;
  std::optional<std::string> url;
  std::optional<std::string> path;
  std::vector<Snippet> snippets;
  std::vector<Copy> copies;
  std::optional<std::string> explanation;  // with SearchRequest::explain
};

struct FacetCount {
  std::optional<std::string> value;  // empty: `unknown` (a speaker who is not named)
  std::size_t count = 0;
};

struct FacetAnswer {
  Facet facet = Facet::source;
  std::vector<FacetCount> counts;  // most frequent first; dates in order of time
  std::size_t more = 0;            // values beyond the limit
  std::size_t missing = 0;         // articles without any value
  std::size_t unknown = 0;         // speaker: articles with a quotation tied to nobody named
  std::string granularity;         // of time: "day", "week", "month" or "year"
  std::size_t imprecise = 0;       // of time: articles whose date is coarser than that
  bool holes = false;              // of time: empty values were too many to be shown
};

struct SearchAnswer {
  std::string query;
  std::string interpreted;  // how it was read; itself a query that means the same
  std::vector<std::string> warnings;
  // Where little was found: the query with words that the archive does not have replaced by the nearest that it has.
  std::optional<std::string> suggestion;
  std::size_t total = 0;          // full matches; exact
  std::size_t total_partial = 0;  // articles with some of the words only
  std::size_t articles = 0;       // in the archive
  std::size_t undated = 0;        // left out by a date filter for having no date
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<FacetAnswer> facets;
};

// More like one article. The answer has the shape of a search: `query` is the id, `interpreted` the words and speakers
// that were found telling, `hits` and `total` the articles that are alike, best first, without the asked one. What has
// too little in common with it is not listed, so there may be none.
struct SimilarRequest {
  std::string id = {};      // as shown in answers
  bool duplicates = false;  // instead list the copies of its story, earliest first
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::vector<std::string> sources = {}, speakers = {}, languages = {};  // filters, as of SearchRequest
  std::optional<std::string> from = {}, to = {};
  bool group = true;  // fold copies of one story into one hit, and leave out those of the asked article
  std::size_t snippets = 2;
  std::size_t snippet_length = 240;
  StopCheck stop = {};
};

struct QuoteRequest {
  std::string query = {};  // words are looked for inside quotations
  std::size_t limit = 20;
  std::size_t offset = 0;
  std::optional<Sort> sort = {};
  std::vector<std::string> sources = {}, speakers = {}, languages = {};
  std::optional<std::string> from = {}, to = {};
  std::string timezone = {};
  StopCheck stop = {};
};

struct QuoteHit {
  std::string text;
  std::optional<std::string> speaker;
  bool direct = true;
  std::optional<Date> date;
  std::vector<std::string> sources;
  std::string article;  // id
  std::optional<std::string> title;
  std::optional<std::string> language;
  std::optional<std::string> url;
  std::vector<Range> highlights;
};

struct QuoteAnswer {
  std::string query;
  std::string interpreted;
  std::vector<std::string> warnings;
  std::size_t total = 0;  // quotations
  double took_ms = 0;
  std::vector<QuoteHit> quotes;
};

// One named speaker of the archive.
struct SpeakerEntry {
  std::string name;
  std::string id;
  SpeakerKind kind = SpeakerKind::person;
  std::vector<std::string> spellings;  // as written anywhere, most frequent first
  std::size_t articles = 0;
  std::size_t quotes = 0;
  std::optional<Date> first, last;
};

// What a part of the index takes on disk.
struct IndexPart {
  std::string name;             // "words", "stems", ...
  std::uint64_t bytes = 0;      // of postings; of a part that is no index, of all
  std::uint64_t positions = 0;  // bytes of positions
};

struct ArchiveStats {
  std::size_t articles = 0;
  std::size_t segments = 0;
  std::string generation;
  std::uint64_t bytes_on_disk = 0;
  std::uint64_t bytes_of_text = 0;
  std::optional<Date> first, last;
  std::size_t undated = 0;
  std::vector<FacetCount> languages;
  std::size_t sources = 0;
  std::size_t speakers = 0;
  std::size_t quotes = 0;
  int format_version = 0;
  std::vector<std::string> features;
  std::vector<std::string> advice;  // e.g. that `reindex` would apply newer rules
};

}  // namespace dateline
