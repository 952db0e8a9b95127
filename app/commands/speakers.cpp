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
};

void declare_speakers(OptionSet& set, SpeakersOptions& options) {
  set.positionals("PREFIX", options.prefix, 0, any_number);
  set.number("-n,--limit", options.limit, "speakers at most (default 100)");
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_speakers(const SpeakersOptions& options, Session& session) {
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
                                       "dateline speakers pesk --json",
                                       declare_speakers, run_speakers);
}

}  // namespace dateline::app
