#include <ostream>

#include "app/commands/answer_printer.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "app/print/rows.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct SimilarOptions {
  SimilarRequest request;
  std::vector<std::string> ids;
  bool cite = false;
};

void declare_similar(OptionSet& set, SimilarOptions& options) {
  SimilarRequest& request = options.request;
  set.positionals("ID", options.ids, 1, 1);
  set.flag("--duplicates", request.duplicates, "list the copies of its story instead, the earliest first");
  set.number("-n,--limit", request.limit, "hits at most (default 10)");
  set.number("--offset", request.offset, "hits to leave out before the first (default 0)");
  declare_filters(set, request);
  set.flag("--group", request.group, "fold copies of a story into one hit, leave out the article's own (default)");
  set.flag("--no-group", request.group, "one hit for every article", false);
  set.number("--snippets", request.snippets, "passages a hit (default 2)");
  set.number("--snippet-length", request.snippet_length, "characters a passage, about (default 240)");
  declare_citation(set, options.cite);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv, Format::trec});
}

ExitCode run_similar(const SimilarOptions& options, Session& session) {
  SimilarRequest request = options.request;
  request.id = options.ids.front();
  const auto answer = Archive::open(session.options.archive).similar(request);
  if (!answer) {
    session.complain("there is no article \"" + request.id + "\". Its id stands in every answer of `dateline search`.");
    return ExitCode::failed;
  }
  if (session.options.format == Format::trec) {  // there the article is the topic
    session.out << trec_lines(*answer, request.offset, request.id);
    return ExitCode::done;
  }
  const AnswerPrinter print({request.offset, false, session.options.verbose, options.cite}, false, session);
  print(*answer);
  return ExitCode::done;
}

}  // namespace

Command similar_command() {
  return make_command<SimilarOptions>("similar", "more like one article, or the copies of its story",
                                      "dateline similar 9f3e2a1b00c4d5e6\n"
                                      "dateline similar 9f3e2a1b00c4d5e6 --lang ru --from 2024\n"
                                      "dateline similar 9f3e2a1b00c4d5e6 --duplicates --json",
                                      declare_similar, run_similar);
}

}  // namespace dateline::app
