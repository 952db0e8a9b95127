// The options that narrow an answer down, the same for all commands that take a query.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "dateline/search.hpp"

namespace dateline::app {

// `Request`: SearchRequest or QuoteRequest.
template <class Request>
void declare_filters(OptionSet& set, Request& request) {
  set.list("--source", request.sources, "NAME", "printed by this source (several: any of them)");
  set.list("--speaker", request.speakers, "NAME", "quoting this speaker (several: any of them)");
  set.list("--lang", request.languages, "CODE", "in this language, such as en (several: any of them)");
  set.date("--from", request.from, "published on or after: 2024, 2024-04 or 2024-04-11");
  set.date("--to", request.to, "published on or before, the whole of that year, month or day");
}

template <class Request>
void declare_sort(OptionSet& set, Request& request) {
  set.choice(
      "--sort", request.sort,
      OptionSet::Choices<Sort>{{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}},
      "order (default: relevance, or newest when the query has no words)");
}

void declare_match(OptionSet& set, SearchRequest& request);
void declare_citation(OptionSet& set, bool& cite);
void declare_grouping(OptionSet& set, SearchRequest& request);

const OptionSet::Choices<Facet>& facet_choices();

// The words of a query as they were typed, one after the other.
std::string query_of(const std::vector<std::string>& words);

}  // namespace dateline::app
