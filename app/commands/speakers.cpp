#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct SpeakersOptions {
  std::vector<std::string> prefix;
  std::size_t limit = 100;
  bool unsure = false;
};

void declare_speakers(OptionSet& set, SpeakersOptions& options) {
  set.positionals("PREFIX", options.prefix, 0, any_number);
  set.number("-n,--limit", options.limit, "speakers or pairs at most (default 100)");
  set.flag("--unsure", options.unsure, "pairs that may be one person, each with the row of --aliases that says so");
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

void print(const std::vector<SpeakerPair>& pairs, Session& session) {
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(pairs, session.layout()) << '\n';
      break;
    case Format::jsonl:
      for (const SpeakerPair& pair : pairs) session.out << pair_to_json(pair) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_pairs(pairs);
      break;
    default:
      session.out << pairs_as_text(pairs, session.page);
  }
}

ExitCode run_unsure(const SpeakersOptions& options, Session& session) {
  if (!options.prefix.empty()) throw UsageError("--unsure takes no prefix", "It compares all speakers of the archive.");
  print(Archive::open(session.options.archive).unsure_speakers(options.limit), session);
  return ExitCode::done;
}

ExitCode run_speakers(const SpeakersOptions& options, Session& session) {
  if (options.unsure) return run_unsure(options, session);
  const std::vector<SpeakerEntry> speakers =
      Archive::open(session.options.archive).speakers(query_of(options.prefix), options.limit);
  switch (session.options.format) {
    case Format::json:
      session.out << to_json(speakers, session.layout()) << '\n';
      break;
    case Format::jsonl:
      for (const SpeakerEntry& speaker : speakers) session.out << speaker_to_json(speaker) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_speakers(speakers);
      break;
    default:
      session.out << speakers_as_text(speakers, session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command speakers_command() {
  return make_command<SpeakersOptions>("speakers", "who speaks: spellings, counts, first and last date",
                                       "dateline speakers\n"
                                       "dateline speakers pesk --json\n"
                                       "dateline speakers --unsure >> aliases.tsv",
                                       declare_speakers, run_speakers);
}

}  // namespace dateline::app
