#include "app/commands/search.hpp"

#include <ostream>

#include "app/commands/answer_printer.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/commands/query_file.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

ExitCode run_search(const SearchOptions& options, Session& session) {
  if (options.queries && !options.words.empty()) throw UsageError("a query and --queries exclude each other");
  const Archive archive = Archive::open(session.options.archive);
  SearchRequest request = options.request;
  request.timezone = session.options.timezone;
  const AnswerPrinter print({request.offset, request.explain, session.options.verbose, options.cite},
                            options.queries.has_value(), session);
  if (!options.queries) {
    request.query = query_of(options.words);
    print(archive.search(request));
    return ExitCode::done;
  }
  for_each_query_of(*options.queries, [&](const std::string& id, const std::string& query) {
    request.query = query;
    print(archive.search(request), id);
    session.out.flush();  // somebody may be waiting for this answer before asking the next
  });
  return ExitCode::done;
}

}  // namespace

void declare_search(OptionSet& set, SearchOptions& options) {
  SearchRequest& request = options.request;
  set.positionals("QUERY", options.words, 0, any_number);
  set.number("-n,--limit", request.limit, "hits at most (default 10)");
  set.number("--offset", request.offset, "hits to leave out before the first (default 0)");
  declare_sort(set, request);
  set.number("--recency", request.recency, "prefer newer articles a little; their lead halves every so many days");
  declare_match(set, request);
  declare_filters(set, request);
  set.choices("--facet", request.facets, "FIELD,...", facet_choices(), "count the articles by");
  set.number("--facet-limit", request.facet_limit, "values a facet (default 10, and of dates all)");
  declare_grouping(set, request);
  set.number("--snippets", request.snippets, "passages a hit (default 2)");
  set.number("--snippet-length", request.snippet_length, "characters a passage, about (default 240)");
  declare_citation(set, options.cite);
  set.flag("--explain", request.explain, "say why each hit scored as it did");
  set.value("--queries", options.queries, "FILE", "answer many queries, one a line: id<TAB>query").completes =
      Completes::files;
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv, Format::trec});
}

Command search_command() {
  return make_command<SearchOptions>("search", "ranked articles with snippets and facets",
                                     "dateline search restraint israel\n"
                                     "dateline search '\"maximum restraint\" -fleet' --from 2024-04\n"
                                     "dateline search speaker:peskov said:restraint --facet source,date\n"
                                     "dateline search --source AFP --sort newest --json\n"
                                     "dateline search --queries queries.tsv --format trec -n 100",
                                     declare_search, run_search);
}

}  // namespace dateline::app
