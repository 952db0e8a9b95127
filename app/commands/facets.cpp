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

enum class Counted { articles, quotes };

struct FacetsOptions {
  Counted counted = Counted::articles;
  SearchRequest request;
  std::vector<std::string> words;
};

void declare_facets(OptionSet& set, FacetsOptions& options) {
  SearchRequest& request = options.request;
  set.positionals("QUERY", options.words, 0, any_number);
  set.choices("--by", request.facets, "FIELD,...", facet_choices(), "count the articles by");
  set.number("-n,--limit", request.facet_limit, "values a facet (default 10, and of dates all)");
  set.choice("--count", options.counted,
             OptionSet::Choices<Counted>{{"articles", Counted::articles}, {"quotes", Counted::quotes}},
             "count articles, or, by speaker, quotations of those articles (default articles)");
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

// Of the articles that the query finds, as `search` does; `said:` and `speaker:` choose among their quotations.
QuoteRequest quotes_of(const SearchRequest& request) {
  QuoteRequest quotes;
  quotes.query = request.query;
  quotes.words_in_quotes = false;
  quotes.group = request.group;
  quotes.limit = 0;
  quotes.speaker_counts = request.facet_limit.value_or(10);
  quotes.sources = request.sources;
  quotes.speakers = request.speakers;
  quotes.languages = request.languages;
  quotes.from = request.from;
  quotes.to = request.to;
  quotes.timezone = request.timezone;
  return quotes;
}

ExitCode count_quotes(const SearchRequest& request, Session& session) {
  if (request.facets != std::vector<Facet>{Facet::speaker})
    throw UsageError("quotations are counted by speaker alone", "Write --by speaker --count quotes.");
  const QuoteAnswer answer = Archive::open(session.options.archive).quotes(quotes_of(request));
  session.pass_on(answer.warnings);
  SearchAnswer facets;
  facets.facets.push_back(*answer.speakers);
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(answer, session.layout()) << '\n';
      break;
    case Format::text:
      session.out << quotes_as_text(answer, {0, false, session.options.verbose, false}, session.page) << '\n'
                  << facets_as_text(facets.facets, session.page);
      break;
    default:
      print(facets, session);
  }
  return ExitCode::done;
}

ExitCode run_facets(const FacetsOptions& options, Session& session) {
  if (options.request.facets.empty()) throw UsageError("facets needs --by", "For instance: --by source,date");
  SearchRequest request = options.request;
  request.query = query_of(options.words);
  request.timezone = session.options.timezone;
  request.limit = 0;
  if (options.counted == Counted::quotes) return count_quotes(request, session);
  const SearchAnswer answer = Archive::open(session.options.archive).search(request);
  session.pass_on(answer.warnings);
  print(answer, session);
  return ExitCode::done;
}

}  // namespace

Command facets_command() {
  return make_command<FacetsOptions>("facets", "exact counts by source, speaker, date, language and more",
                                     "dateline facets restraint --by source\n"
                                     "dateline facets lang:ru --by speaker,date --format csv\n"
                                     "dateline facets ceasefire --by speaker --count quotes",
                                     declare_facets, run_facets);
}

}  // namespace dateline::app
