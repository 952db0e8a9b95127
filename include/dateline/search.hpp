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

// The order of hits.
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

// What is asked, and how the answer is to look.
struct SearchRequest {
  std::string query = {};         // the query language of docs/QUERY_LANGUAGE.md; any string is a query
  std::size_t limit = 10;         // hits of one page
  std::size_t offset = 0;         // hits before the page
  std::optional<Sort> sort = {};  // default: relevance, or newest when the query has no words
  // By relevance, newer articles lead a little: what is of today weighs 1.5 times, and the lead halves every so many
  // days.
  std::uint32_t recency = 0;        // 0: no preference
  Match match = Match::match_auto;  // what an article must have of the words
  // Filters: several of one kind are OR, kinds are AND. Each facet is counted without its own kind.
  std::vector<std::string> sources = {};
  std::vector<std::string> speakers = {};       // names or ids
  std::vector<std::string> languages = {};      // BCP 47: "en", "zh"
  std::optional<std::string> from = {};         // "2024", "2024-04", "2024-04-11"; the interval's first day
  std::optional<std::string> to = {};           //   ... its last day
  std::vector<Facet> facets = {};               // which facets to count
  std::optional<std::size_t> facet_limit = {};  // values a facet, the fullest; default: 10, and of time all
  bool narrow_facets = false;                   // count each facet with the filters of its own kind, too
  bool group = true;                            // fold copies of one story into one hit
  std::size_t snippets = 2;                     // fragments a hit; 0 for none
  std::size_t snippet_length = 240;             // code points a fragment, about
  bool explain = false;                         // fill Hit::explanation
  std::string timezone = {};                    // IANA name for `since:`; default: the machine's
  StopCheck stop = {};                          // e.g. stop_after(50ms)
};

// [start, end) in code points of the string that it accompanies.
using Range = std::pair<std::size_t, std::size_t>;

// A piece of an article that shows why it was found.
struct Snippet {
  std::string text;               // on one line
  std::vector<Range> highlights;  // what was asked for, in `text`
  std::string field;              // "title" or "body"
};

// Another article of the story of a hit.
struct Copy {
  std::string id;                    // Article::id
  std::vector<std::string> sources;  // who printed it
  std::optional<Date> date;          // when it was printed
  bool matched = false;              // whether this copy, too, has what was asked for
};

// An article that was found.
struct Hit {
  std::string id;                          // Article::id: what show() takes
  double score = 0;                        // comparable within one answer only
  std::optional<std::string> title;        // the headline
  std::vector<Range> title_highlights;     // what was asked for, in `title`
  std::optional<Date> date;                // when it was printed
  std::vector<std::string> sources;        // publisher first, then agencies
  std::optional<std::string> byline;       // who wrote it
  std::vector<std::string> speakers;       // who is quoted, by name
  std::optional<std::string> language;     // of most of the body
  std::optional<std::string> url;          // where it was published
  std::optional<std::string> path;         // the input it came from
  std::vector<Snippet> snippets;           // in the order of the article
  std::vector<Copy> copies;                // the other articles of its story
  std::optional<std::string> explanation;  // with SearchRequest::explain
};

// A value of a facet.
struct FacetCount {
  std::optional<std::string> value;  // empty: `unknown` (a speaker who is not named)
  std::size_t count = 0;             // articles, or stories where copies are folded
};

// The values of one facet among the articles that were found.
struct FacetAnswer {
  Facet facet = Facet::source;     // which one
  std::vector<FacetCount> counts;  // most frequent first; dates in order of time
  std::size_t more = 0;            // values beyond the limit
  std::size_t missing = 0;         // articles without any value
  std::size_t unknown = 0;         // speaker: articles with a quotation tied to nobody named
  std::string granularity;         // of time: "day", "week", "month" or "year"
  std::size_t imprecise = 0;       // of time: articles whose date is coarser than that
  bool holes = false;              // of time: empty values were too many to be shown
};

// What a search found.
struct SearchAnswer {
  std::string query;                  // as it was asked
  std::string interpreted;            // how it was read; itself a query that means the same
  std::vector<std::string> warnings;  // sentences for a person: what was odd about the query
  // Where little was found: the query with words that the archive does not have replaced by the nearest that it has.
  std::optional<std::string> suggestion;
  std::size_t total = 0;            // full matches; exact
  std::size_t total_partial = 0;    // articles with some of the words only
  std::size_t articles = 0;         // in the archive
  std::size_t undated = 0;          // left out by a date filter for having no date
  double took_ms = 0;               // from the call to the answer
  std::vector<Hit> hits;            // the page that was asked for
  std::vector<FacetAnswer> facets;  // in the order of the request
};

// More like one article. The answer has the shape of a search: `query` is the id, `interpreted` the words and speakers
// that were found telling, `hits` and `total` the articles that are alike, best first, without the asked one. What has
// too little in common with it is not listed, so there may be none.
struct SimilarRequest {
  std::string id = {};                      // as shown in answers
  bool duplicates = false;                  // instead list the copies of its story, earliest first
  std::size_t limit = 10;                   // hits of one page
  std::size_t offset = 0;                   // hits before the page
  std::vector<std::string> sources = {};    // filter, as of SearchRequest
  std::vector<std::string> speakers = {};   // filter
  std::vector<std::string> languages = {};  // filter
  std::optional<std::string> from = {};     // as of SearchRequest
  std::optional<std::string> to = {};       // as of SearchRequest
  bool group = true;                 // fold copies of one story into one hit, and leave out those of the asked article
  std::size_t snippets = 2;          // fragments a hit
  std::size_t snippet_length = 240;  // code points a fragment, about
  StopCheck stop = {};               // ends it early
};

// Which quotations are wanted.
struct QuoteRequest {
  std::string query = {};       // as of SearchRequest
  bool words_in_quotes = true;  // words are looked for inside quotations; else in the article, and `said:` inside them
  bool group = true;            // what copies of one story quote alike is one quotation
  std::size_t speaker_counts = 0;           // also count the quotations by speaker: so many speakers at most
  std::size_t limit = 20;                   // quotations of one page
  std::size_t offset = 0;                   // quotations before the page
  std::optional<Sort> sort = {};            // as of SearchRequest
  std::vector<std::string> sources = {};    // filter, as of SearchRequest
  std::vector<std::string> speakers = {};   // filter
  std::vector<std::string> languages = {};  // filter
  std::optional<std::string> from = {};     // as of SearchRequest
  std::optional<std::string> to = {};       // as of SearchRequest
  std::string timezone = {};                // as of SearchRequest
  StopCheck stop = {};                      // ends it early
};

// A quotation that was found, and where it stands.
struct QuoteHit {
  std::string text;                     // without the marks around it
  std::optional<std::string> speaker;   // empty when nobody is named
  bool direct = true;                   // false: reported speech
  std::optional<Date> date;             // of the article, as the next ones
  std::vector<std::string> sources;     // publisher first, then agencies
  std::string article;                  // id
  std::optional<std::string> title;     // the headline
  std::optional<std::string> language;  // of most of the body
  std::optional<std::string> url;       // where it was published
  std::vector<Range> highlights;        // what was asked for, in `text`
  std::vector<Copy> copies;             // other articles of the story that have it
};

// The quotations that were found.
struct QuoteAnswer {
  std::string query;                  // as it was asked
  std::string interpreted;            // how it was read
  std::vector<std::string> warnings;  // sentences for a person
  std::size_t total = 0;              // quotations
  double took_ms = 0;                 // from the call to the answer
  std::vector<QuoteHit> quotes;       // the page that was asked for
  // With QuoteRequest::speaker_counts. `unknown`: quotations of nobody named; `missing`: matching articles without one.
  std::optional<FacetAnswer> speakers;
};

// One named speaker of the archive.
struct SpeakerEntry {
  std::string name;                        // as the archive calls them
  std::string id;                          // Speaker::id
  SpeakerKind kind = SpeakerKind::person;  // person, body or group
  std::vector<std::string> spellings;      // as written anywhere, most frequent first
  std::size_t articles = 0;                // that quote them
  std::size_t quotes = 0;                  // tied to them
  std::optional<Date> first;               // day of the first article that quotes them
  std::optional<Date> last;                // ... of the last one
};

// Two named speakers who are perhaps one: their names sound alike, but not so that the archive takes them for one.
struct SpeakerPair {
  SpeakerEntry speaker;   // the one that a table or more articles know; without spellings and days
  SpeakerEntry other;     // likewise without
  double score = 0;       // 0 to 1
  std::string alias_row;  // for a file of --aliases, by which they are one
};

// What a part of the index takes on disk.
struct IndexPart {
  std::string name;             // "words", "stems", ...
  std::uint64_t bytes = 0;      // of postings; of a part that is no index, of all
  std::uint64_t positions = 0;  // bytes of positions
};

// Figures of an archive.
struct ArchiveStats {
  std::size_t articles = 0;           // that can be found
  std::size_t segments = 0;           // databases that they are in
  std::string generation;             // name of the live one
  std::uint64_t bytes_on_disk = 0;    // of the whole folder, the generation before included
  std::uint64_t bytes_of_text = 0;    // of the articles as stored, before compression
  std::optional<Date> first;          // day of the first article
  std::optional<Date> last;           // ... of the last one
  std::size_t undated = 0;            // articles without a date
  std::vector<FacetCount> languages;  // of articles, most first
  std::size_t sources = 0;            // different ones
  std::size_t speakers = 0;           // different ones that have a name
  std::size_t quotes = 0;             // in all articles
  int format_version = 0;             // of the files on disk
  std::vector<std::string> features;  // that a reader must know
  std::vector<std::string> advice;    // e.g. that `reindex` would apply newer rules
};

}  // namespace dateline
