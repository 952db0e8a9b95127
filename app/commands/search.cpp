#include "app/commands/search.hpp"

#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/commands/query_file.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

// Where an answer goes; `id` is that of its query when there are many.
using Id = std::optional<std::string>;

void print_text(const SearchAnswer& answer, const SearchRequest& request, const Id& id, Session& session) {
  for (const std::string& warning : answer.warnings) session.warn("warning: " + warning);
  if (id) session.out << session.page.bold(*id + ": " + answer.query) << '\n';
  session.out << answer_as_text(answer, {request.offset, request.explain, session.options.verbose}, session.page);
  if (id) session.out << '\n';
}

void print_lines(const SearchAnswer& answer, const Id& id, Session& session) {
  if (id) {
    session.out << to_json(answer, Layout::compact, id) << '\n';
  } else {
    for (const Hit& hit : answer.hits) session.out << hit_to_json(hit) << '\n';
  }
}

void print_object(const SearchAnswer& answer, const Id& id, Session& session) {
  const bool for_eyes = session.out_is_terminal && !id;
  session.out << to_json(answer, for_eyes ? Layout::indented : Layout::compact, id) << '\n';
}

void print(const SearchAnswer& answer, const SearchRequest& request, const Id& id, Session& session) {
  switch (session.options.format) {
    case Format::text:
      return print_text(answer, request, id, session);
    case Format::json:
      return print_object(answer, id, session);
    case Format::jsonl:
      return print_lines(answer, id, session);
    case Format::csv:
      session.out << csv_of_hits(answer, id ? &*id : nullptr);
      return;
    case Format::trec:
      session.out << trec_lines(answer, request.offset, id.value_or("1"));
      return;
  }
}

ExitCode run_search(const SearchOptions& options, Session& session) {
  if (options.queries && !options.words.empty()) throw UsageError("a query and --queries exclude each other");
  const Archive archive = Archive::open(session.options.archive);
  SearchRequest request = options.request;
  request.timezone = session.options.timezone;
  if (session.options.format == Format::csv) session.out << csv_header_of_hits(options.queries.has_value());
  if (!options.queries) {
    request.query = query_of(options.words);
    print(archive.search(request), request, std::nullopt, session);
    return ExitCode::done;
  }
  for_each_query_of(*options.queries, [&](const std::string& id, const std::string& query) {
    request.query = query;
    print(archive.search(request), request, id, session);
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
  set.choice("--match", request.match,
             OptionSet::Choices<Match>{{"auto", Match::match_auto}, {"all", Match::all}, {"any", Match::any}},
             "auto: articles with all words first, then the best that have some of them (default)");
  declare_filters(set, request);
  set.choices("--facet", request.facets, "FIELD,...", facet_choices(), "count the articles by");
  set.number("--facet-limit", request.facet_limit, "values a facet (default 10, and of dates all)");
  set.flag("--group", request.group, "fold copies of a story into one hit (default)");
  set.flag("--no-group", request.group, "one hit for every article", false);
  set.number("--snippets", request.snippets, "passages a hit (default 2)");
  set.number("--snippet-length", request.snippet_length, "characters a passage, about (default 240)");
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
