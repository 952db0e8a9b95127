#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct FacetsOptions {
  SearchRequest request;
  std::vector<std::string> words;
};

void declare_facets(OptionSet& set, FacetsOptions& options) {
  SearchRequest& request = options.request;
  set.positionals("QUERY", options.words, 0, any_number);
  set.choices("--by", request.facets, "FIELD,...", facet_choices(), "count the articles by");
  set.number("-n,--limit", request.facet_limit, "values a facet (default 10, and of dates all)");
  declare_match(set, request);
  declare_filters(set, request);
  declare_grouping(set, request);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

void print(const SearchAnswer& answer, Session& session) {
  switch (session.options.format) {
    case Format::json:
      session.out << facets_to_json(answer, session.layout()) << '\n';
      return;
    case Format::jsonl:
      for (const FacetAnswer& facet : answer.facets) {
        for (const FacetCount& count : counts_with_unknown(facet)) {
          session.out << facet_value_to_json(facet.facet, count) << '\n';
        }
      }
      return;
    case Format::csv:
      session.out << csv_of_facets(answer.facets);
      return;
    default:
      session.out << totals_as_text(answer, session.options.verbose, session.page) << '\n'
                  << facets_as_text(answer.facets, session.page);
  }
}

ExitCode run_facets(const FacetsOptions& options, Session& session) {
  if (options.request.facets.empty()) throw UsageError("facets needs --by", "For instance: --by source,date");
  SearchRequest request = options.request;
  request.query = query_of(options.words);
  request.timezone = session.options.timezone;
  request.limit = 0;
  const SearchAnswer answer = Archive::open(session.options.archive).search(request);
  session.pass_on(answer.warnings);
  print(answer, session);
  return ExitCode::done;
}

}  // namespace

Command facets_command() {
  return make_command<FacetsOptions>("facets", "exact counts by source, speaker, date, language and more",
                                     "dateline facets restraint --by source\n"
                                     "dateline facets lang:ru --by speaker,date --format csv",
                                     declare_facets, run_facets);
}

}  // namespace dateline::app
