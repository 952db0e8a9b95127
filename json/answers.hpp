// Answers as JSON: one object without a line break at its end. The shapes are those of docs/JSON.md, and every object
// of a program's own starts with "format": 1.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/indexer.hpp"
#include "dateline/integrity.hpp"
#include "dateline/log.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"
#include "json/layout.hpp"

namespace dateline::json {

// `id`: of the query, when there are many. `cited`: with a citation for each hit, quotation or article.
std::string to_json(const SearchAnswer& answer, Layout layout = Layout::compact,
                    const std::optional<std::string>& id = std::nullopt, bool cited = false);
std::string hit_to_json(const Hit& hit, bool cited = false);
std::string facets_to_json(const SearchAnswer& answer, Layout layout = Layout::compact);
std::string facet_value_to_json(Facet facet, const FacetCount& count);
// `answer.facets` has one facet, and it is one of time.
std::string timeline_to_json(const SearchAnswer& answer, Layout layout = Layout::compact);
std::string bucket_to_json(const FacetCount& count);
std::string to_json(const QuoteAnswer& answer, Layout layout = Layout::compact, bool cited = false);
std::string quote_to_json(const QuoteHit& quote, bool cited = false);
std::string to_json(const Article& article, Layout layout = Layout::compact, bool cited = false);
std::string export_to_json(const Article& article);
std::string to_json(const std::vector<SpeakerEntry>& speakers, Layout layout = Layout::compact);
std::string to_json(const std::vector<SpeakerPair>& pairs, Layout layout = Layout::compact);
std::string pair_to_json(const SpeakerPair& pair);
std::string speaker_to_json(const SpeakerEntry& speaker);
std::string suggestions_to_json(std::string_view text, const std::vector<Suggestion>& suggestions,
                                Layout layout = Layout::compact);
std::string suggestion_to_json(const Suggestion& suggestion);
// `parts` are left out when there are none.
std::string to_json(const ArchiveStats& stats, Layout layout = Layout::compact,
                    const std::vector<IndexPart>& parts = {});
std::string to_json(const IndexSummary& summary, Layout layout = Layout::compact);
std::string to_json(const CompactSummary& summary, Layout layout = Layout::compact);
// Of a check as well, which did nothing.
std::string to_json(const RepairReport& report, Layout layout = Layout::compact);
std::string to_json(const ReportEntry& entry);
std::string to_json(const std::vector<ReportEntry>& entries);
std::string to_json(const Progress& progress);
std::string to_json(const LogEntry& entry);
std::string to_json(const std::vector<IndexPart>& parts);
std::string to_json(const std::vector<InputFormatName>& formats);
// What an input would become, and what of it was rejected.
std::string inspected_to_json(const std::vector<Article>& articles, const std::vector<ReportEntry>& rejected);

}  // namespace dateline::json
