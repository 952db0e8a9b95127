#include "app/commands/indexing.hpp"

#include <ostream>

#include "app/commands/report_file.hpp"
#include "app/interrupt.hpp"
#include "app/print/facts.hpp"
#include "app/print/json.hpp"
#include "app/progress_line.hpp"

namespace dateline::app {
namespace {

std::string in_words(const ReportEntry& entry) {
  std::string text = std::string(name_of(entry.outcome)) + ": " + entry.input;
  return entry.reason.empty() ? text : text + ": " + entry.reason;
}

std::string in_words(const IndexSummary& summary) {
  std::vector<std::string> parts = {grouped_digits(summary.added) + " added",
                                    grouped_digits(summary.updated) + " updated",
                                    grouped_digits(summary.unchanged) + " unchanged"};
  if (summary.removed > 0) parts.push_back(grouped_digits(summary.removed) + " removed");
  if (summary.rejected > 0) parts.push_back(grouped_digits(summary.rejected) + " rejected");
  std::string text = joined(parts, ", ") + "\n" + counted(summary.articles, "article", "articles") +
                     " in the archive; " + size_in_words(summary.bytes) + " read in " +
                     with_decimals(summary.seconds, 1) + " s";
  if (summary.seconds > 0 && summary.bytes > 0) {
    const double speed = static_cast<double>(summary.bytes) / summary.seconds;
    text += " (" + size_in_words(static_cast<std::uint64_t>(speed)) + "/s)";
  }
  return text;
}

// "learning 31 %, reading 60 %, ...": of the whole.
std::string in_words(const std::vector<StageTime>& stages, double seconds) {
  std::vector<std::string> parts;
  for (const StageTime& stage : stages)
    parts.push_back(stage.stage + " " + with_decimals(seconds > 0 ? 100 * stage.seconds / seconds : 0, 0) + " %");
  return joined(parts, ", ");
}

void print(const IndexSummary& summary, Session& session) {
  for (const std::string& note : summary.notes) session.warn(note);
  if (session.options.format == Format::json) {
    session.out << to_json(summary, session.layout()) << '\n';
  } else if (!session.options.quiet) {
    session.out << in_words(summary) << '\n';
    if (session.options.verbose) session.out << in_words(summary.stages, summary.seconds) << '\n';
  }
}

}  // namespace

void declare_reading(OptionSet& set, IndexingOptions& options) {
  OptionSet::Choices<InputFormat> formats{{"auto", InputFormat::detect}};
  std::string help = "what the inputs are, once unpacked (default auto: by their content)";
  for (const InputFormatName& row : input_formats()) {
    formats.emplace_back(row.name, row.format);
    help += "; " + row.name + ": " + row.meaning;
  }
  set.choice("--input", options.index.input, formats, help);
  set.value("--source", options.index.source, "NAME", "the publisher of everything that is read");
  set.value("--language", options.index.language, "CODE", "the language of everything that is read, such as en");
  set.value("--collection", options.index.collection, "NAME", "the scope of ids that the input gives");
  set.flag("--as-given", options.index.as_given,
           "structured input is clean: fields and text as given, no reading, no speakers, no copies");
  set.value("--aliases", options.aliases, "FILE", "speaker aliases that win over the built-in ones").completes =
      Completes::files;
  set.value("--source-table", options.source_table, "FILE", "sources that win over the built-in ones").completes =
      Completes::files;
}

void declare_indexing(OptionSet& set, IndexingOptions& options) {
  declare_reading(set, options);
  set.flag("--replace", options.index.replace, "let an article replace one with the same key from another input");
  set.flag("--prune", options.index.prune, "remove articles whose input under the given paths is gone");
  set.flag("--strict", options.index.strict, "stop at the first rejected input");
  set.number("--threads", options.index.threads, "threads (default 0: all cores)");
  set.size("--memory", options.index.memory, "bound on buffers, such as 512M (default 1G)");
  set.choice("--writer", options.index.api_writer, OptionSet::Choices<bool>{{"bulk", false}, {"api", true}},
             "who writes databases (default bulk); api: Xapian's own writer, slower; the archive is the same");
  set.value("--report", options.report, "FILE", "what became of each input, as JSON lines").completes =
      Completes::files;
  set.formats({Format::text, Format::json});
}

IndexOptions index_options(const IndexingOptions& options) {
  IndexOptions index = options.index;
  if (options.aliases) index.aliases = *options.aliases;
  if (options.source_table) index.source_table = *options.source_table;
  return index;
}

ExitCode run_indexing(const IndexingOptions& options, Session& session,
                      const std::function<IndexSummary(IndexOptions)>& work) {
  std::optional<ReportFile> report;
  if (options.report) report.emplace(*options.report);
  const InterruptWatch watch;
  IndexSummary summary;
  {
    ProgressLine line(session.err, session.err_is_terminal && !session.options.quiet);
    IndexOptions index = index_options(options);
    index.on_report = [&](const ReportEntry& entry) {
      if (report) report->add(entry);
      if (entry.outcome == Outcome::rejected || session.options.verbose) line.message(in_words(entry));
    };
    index.on_progress = [&](const Progress& progress) {
      line.show(progress);
      return !InterruptWatch::interrupted();
    };
    summary = work(std::move(index));
  }
  if (report) report->close();
  print(summary, session);
  return summary.rejected > 0 ? ExitCode::some_rejected : ExitCode::done;
}

}  // namespace dateline::app
