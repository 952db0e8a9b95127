// Answers as rows for other programs: CSV (RFC 4180, lines ended as Unix does) and TREC run lines.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "app/print/tokens.hpp"
#include "dateline/article.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::app {

// Cells in one line; quoted where a comma, a quotation mark or a line break needs it.
std::string csv_line(const std::vector<std::string>& cells);

// `with_id`: a first column says which query a hit answers. `cited`: a last column has the citation.
std::string csv_header_of_hits(bool with_id, bool cited = false);
std::string csv_of_hits(const SearchAnswer& answer, const std::string* id, bool cited = false);
std::string csv_of_facets(const std::vector<FacetAnswer>& facets);           // with header
std::string csv_of_timeline(const FacetAnswer& facet);                       // with header
std::string csv_of_quotes(const QuoteAnswer& answer, bool cited = false);    // with header
std::string csv_of_speakers(const std::vector<SpeakerEntry>& speakers);      // with header
std::string csv_of_pairs(const std::vector<SpeakerPair>& pairs);             // with header
std::string csv_of_suggestions(const std::vector<Suggestion>& suggestions);  // with header

std::string csv_header_of_articles(bool cited = false);
std::string csv_of_article(const Article& article, bool cited = false);
std::string csv_of_stats(const ArchiveStats& stats,
                         const std::vector<IndexPart>& parts = {});  // with header; a figure a line
std::string csv_of_tokens(const AnalyzedText& analyzed);             // with header

// "id Q0 article rank score dateline" a hit. Blanks inside ids would be read as the end of a column: they become %20.
std::string trec_lines(const SearchAnswer& answer, std::size_t offset, std::string_view id);

}  // namespace dateline::app
