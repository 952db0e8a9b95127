#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/answers.hpp"
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
  set.choice("--match", request.match,
             OptionSet::Choices<Match>{{"auto", Match::match_auto}, {"all", Match::all}, {"any", Match::any}},
             "which articles count, as with search");
  declare_filters(set, request);
  set.flag("--group", request.group, "count a story once, however often it was printed (default)");
  set.flag("--no-group", request.group, "count every article", false);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_facets(const FacetsOptions& options, Session& session) {
  if (options.request.facets.empty()) throw UsageError("facets needs --by", "For instance: --by source,date");
  SearchRequest request = options.request;
  request.query = query_of(options.words);
  request.timezone = session.options.timezone;
  request.limit = 0;
  request.snippets = 0;
  const SearchAnswer answer = Archive::open(session.options.archive).search(request);
  const bool for_eyes = session.out_is_terminal && session.options.format == Format::json;
  if (session.options.format == Format::csv) {
    session.out << csv_of_facets(answer.facets);
  } else if (session.options.format != Format::text) {
    session.out << facets_to_json(answer, for_eyes ? Layout::indented : Layout::compact) << '\n';
  } else {
    for (const std::string& warning : answer.warnings) session.warn("warning: " + warning);
    session.out << totals_as_text(answer, session.options.verbose, session.page) << '\n'
                << facets_as_text(answer.facets, session.page);
  }
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
