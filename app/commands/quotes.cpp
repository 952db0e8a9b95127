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
  std::vector<std::string> words;
  bool cite = false;
};

void declare_quotes(OptionSet& set, QuotesOptions& options) {
  set.positionals("QUERY", options.words, 0, any_number);
  set.number("-n,--limit", options.request.limit, "quotations at most (default 20)");
  set.number("--offset", options.request.offset, "quotations to leave out before the first (default 0)");
  declare_sort(set, options.request);
  declare_filters(set, options.request);
  declare_citation(set, options.cite);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_quotes(const QuotesOptions& options, Session& session) {
  QuoteRequest request = options.request;
  request.query = query_of(options.words);
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
                                     "dateline quotes 'speaker:\"Dmitry Peskov\"' --sort oldest --format csv",
                                     declare_quotes, run_quotes);
}

}  // namespace dateline::app
