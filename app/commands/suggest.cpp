#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/answers.hpp"
#include "app/print/json.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct SuggestOptions {
  SuggestRequest request;
  std::vector<std::string> words;
};

void declare_suggest(OptionSet& set, SuggestOptions& options) {
  set.positionals("TEXT", options.words, 1, any_number);
  set.number("-n,--limit", options.request.limit, "suggestions at most (default 10)");
  set.choices(
      "--kind", options.request.kinds, "KIND,...",
      OptionSet::Choices<SuggestionKind>{
          {"word", SuggestionKind::word}, {"speaker", SuggestionKind::speaker}, {"source", SuggestionKind::source}},
      "what to offer (default: all)");
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_suggest(const SuggestOptions& options, Session& session) {
  SuggestRequest request = options.request;
  request.text = query_of(options.words);
  const std::vector<Suggestion> suggestions = Archive::open(session.options.archive).suggest(request);
  switch (session.options.format) {
    case Format::json:
      session.out << suggestions_to_json(request.text, suggestions, session.layout()) << '\n';
      break;
    case Format::jsonl:
      for (const Suggestion& suggestion : suggestions) session.out << suggestion_to_json(suggestion) << '\n';
      break;
    case Format::csv:
      session.out << csv_of_suggestions(suggestions);
      break;
    default:
      session.out << suggestions_as_text(suggestions, session.page);
  }
  return ExitCode::done;
}

}  // namespace

Command suggest_command() {
  return make_command<SuggestOptions>("suggest", "completions of words, speakers and sources",
                                      "dateline suggest restr\n"
                                      "dateline suggest 'restraint pes' --json\n"
                                      "dateline suggest 'speaker:пес'\n"
                                      "dateline suggest -n 5 --kind speaker,source mos",
                                      declare_suggest, run_suggest);
}

}  // namespace dateline::app
