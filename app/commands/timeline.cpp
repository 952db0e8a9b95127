#include <cerrno>
#include <fstream>
#include <ostream>
#include <system_error>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "app/print/timeline.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct TimelineOptions {
  SearchRequest request;
  std::vector<std::string> words;
  std::optional<Facet> by;
  std::optional<std::string> svg;  // a file, or "-"
};

void declare_timeline(OptionSet& set, TimelineOptions& options) {
  set.positionals("QUERY", options.words, 0, any_number);
  set.choice("--by", options.by,
             OptionSet::Choices<Facet>{
                 {"day", Facet::day}, {"week", Facet::week}, {"month", Facet::month}, {"year", Facet::year}},
             "the width of a bar (default: the finest with at most 60 bars)");
  set.value("--svg", options.svg, "FILE", "also as a picture; - writes it to standard output in place of the chart")
      .completes = Completes::files;
  declare_match(set, options.request);
  declare_filters(set, options.request);
  declare_grouping(set, options.request);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

// Facet::date knows no weeks: where it would take months, weeks may still be few enough.
constexpr std::size_t most_bars = 60;

FacetAnswer chosen(std::vector<FacetAnswer> facets) {
  const bool weeks =
      facets.size() > 1 && facets[0].granularity == "month" && !facets[1].holes && facets[1].counts.size() <= most_bars;
  return std::move(facets[weeks ? 1 : 0]);
}

SearchAnswer answered(const TimelineOptions& options, const Session& session) {
  SearchRequest request = options.request;
  request.query = query_of(options.words);
  request.timezone = session.options.timezone;
  request.limit = 0;
  request.narrow_facets = true;  // nobody who asks for a year wants to see the others
  request.facets = options.by ? std::vector<Facet>{*options.by} : std::vector<Facet>{Facet::date, Facet::week};
  SearchAnswer answer = Archive::open(session.options.archive).search(request);
  answer.facets = {chosen(std::move(answer.facets))};
  return answer;
}

void write_file(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  if (file) return;
  throw Error(ErrorCode::io_failure,
              "cannot write the picture " + path + ": " + std::generic_category().message(errno));
}

void print(const SearchAnswer& answer, Session& session) {
  switch (session.options.format) {
    case Format::json:
      session.out << timeline_to_json(answer, session.layout()) << '\n';
      return;
    case Format::jsonl:
      for (const FacetCount& count : answer.facets.front().counts) session.out << bucket_to_json(count) << '\n';
      return;
    case Format::csv:
      session.out << csv_of_timeline(answer.facets.front());
      return;
    default:
      session.out << timeline_as_text(answer, session.options.verbose, session.page);
  }
}

ExitCode run_timeline(const TimelineOptions& options, Session& session) {
  const bool picture_only = options.svg == "-";
  if (picture_only && session.options.format != Format::text) {
    throw UsageError("--svg - and --format " + std::string(name_of(session.options.format)) + " exclude each other",
                     "Name a file for the picture");
  }
  const SearchAnswer answer = answered(options, session);
  session.pass_on(answer.warnings);
  if (picture_only) {
    session.out << timeline_as_svg(answer);
    return ExitCode::done;
  }
  if (options.svg) write_file(*options.svg, timeline_as_svg(answer));
  print(answer, session);
  return ExitCode::done;
}

}  // namespace

Command timeline_command() {
  return make_command<TimelineOptions>("timeline", "articles by day, week, month or year, as a bar chart",
                                       "dateline timeline restraint\n"
                                       "dateline timeline speaker:peskov --by month --from 2024\n"
                                       "dateline timeline tanker --svg tanker.svg\n"
                                       "dateline timeline tanker --by week --format csv",
                                       declare_timeline, run_timeline);
}

}  // namespace dateline::app
