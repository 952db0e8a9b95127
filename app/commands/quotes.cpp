#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct QuotesOptions {
  QuoteRequest request;
  std::optional<std::size_t> limit;
  std::vector<std::string> words;
  bool cite = false;
  bool first = false, last = false;
};

void declare_quotes(OptionSet& set, QuotesOptions& options) {
  set.positionals("QUERY", options.words, 0, any_number);
  set.number("-n,--limit", options.limit, "quotations at most (default 20; with --first or --last 1)");
  set.number("--offset", options.request.offset, "quotations to leave out before the first (default 0)");
  declare_sort(set, options.request);
  set.flag("--first", options.first, "the earliest saying: --sort oldest --limit 1");
  set.flag("--last", options.last, "the latest saying: --sort newest --limit 1");
  set.flag("--group", options.request.group, "take what copies of a story quote for one quotation (default)");
  set.flag("--no-group", options.request.group, "the quotations of every article by itself", false);
  declare_filters(set, options.request);
  declare_citation(set, options.cite);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

void order_by_time(const QuotesOptions& options, QuoteRequest& request) {
  if (options.first && options.last) throw UsageError("--first and --last exclude each other", "Ask twice.");
  if (request.sort) throw UsageError("--first and --last say the order themselves", "Leave out --sort.");
  request.sort = options.first ? Sort::oldest : Sort::newest;
}

ExitCode run_quotes(const QuotesOptions& options, Session& session) {
  QuoteRequest request = options.request;
  request.query = query_of(options.words);
  if (options.first || options.last) order_by_time(options, request);
  request.limit = options.limit.value_or(options.first || options.last ? 1 : request.limit);
  request.timezone = session.options.timezone;
  const QuoteAnswer answer = Archive::open(session.options.archive).quotes(request);
  session.pass_on(answer.warnings);
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(answer, session.layout(), options.cite) << '\n';
      break;
    case Format::jsonl:
      for (const QuoteHit& quote : answer.quotes) session.out << quote_to_json(quote, options.cite) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_quotes(answer, options.cite);
      break;
    default:
      session.out << quotes_as_text(answer, {request.offset, false, session.options.verbose, options.cite},
                                    session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command quotes_command() {
  return make_command<QuotesOptions>("quotes", "who said what: one row a quotation",
                                     "dateline quotes restraint --speaker peskov\n"
                                     "dateline quotes 'speaker:\"Dmitry Peskov\"' --sort oldest --format csv\n"
                                     "dateline quotes 'said:\"red line\"' --first",
                                     declare_quotes, run_quotes);
}

}  // namespace dateline::app
