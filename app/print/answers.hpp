// Answers for people: what stands on the page of `search`, `facets`, `quotes`, `speakers`, `suggest` and `stats`.
#pragma once

#include <string>
#include <vector>

#include "app/print/page.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::app {

struct AnswerStyle {
  std::size_t offset = 0;    // hits before the first
  bool explained = false;    // with scores and their explanations
  bool interpreted = false;  // with the query as it was read
  bool cited = false;        // with a citation below each hit
};

std::string answer_as_text(const SearchAnswer& answer, const AnswerStyle& style, const Page& page);

// "25 more: --offset 10", where an answer goes on behind the `shown` ones; else empty.
std::string what_follows(std::size_t total, std::size_t shown, bool empty_page, const Page& page);

// "3 articles and 9 partial matches (of 5) in 0.8 ms", and what else is to be known about the answer as a whole.
std::string totals_as_text(const SearchAnswer& answer, bool interpreted, const Page& page);
std::string facets_as_text(const std::vector<FacetAnswer>& facets, const Page& page);
// What the values of a facet leave out: "2 more values · 1 dated less precisely · 3 without". May be empty.
std::string remainder(const FacetAnswer& facet);
std::string quotes_as_text(const QuoteAnswer& answer, const AnswerStyle& style, const Page& page);
std::string speakers_as_text(const std::vector<SpeakerEntry>& speakers, const Page& page);
// Each pair with the row that makes it one, ready to be pasted into a file of aliases.
std::string pairs_as_text(const std::vector<SpeakerPair>& pairs, const Page& page);
std::string suggestions_as_text(const std::vector<Suggestion>& suggestions, const Page& page);
std::string stats_as_text(const ArchiveStats& stats, const Page& page);
std::string index_parts_as_text(const std::vector<IndexPart>& parts, const Page& page);

}  // namespace dateline::app
