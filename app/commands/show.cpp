#include <ostream>

#include "app/commands/article_printer.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/filters.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct ShowOptions {
  std::vector<std::string> ids;
  bool cite = false;
};

void declare_show(OptionSet& set, ShowOptions& options) {
  set.positionals("ID", options.ids, 1, any_number);
  declare_citation(set, options.cite);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

ExitCode run_show(const ShowOptions& options, Session& session) {
  const Archive archive = Archive::open(session.options.archive);
  ArticlePrinter print(session, options.cite);
  bool missing = false;
  for (const std::string& id : options.ids) {
    if (const auto article = archive.show(id)) {
      print(*article);
    } else {
      session.complain("there is no article \"" + id + "\". Its id stands in every answer of `dateline search`.");
      missing = true;
    }
  }
  return missing ? ExitCode::failed : ExitCode::done;
}

}  // namespace

Command show_command() {
  return make_command<ShowOptions>("show", "one article as it was understood, and what was cut away and why",
                                   "dateline show 9f3e2a1b00c4d5e6\n"
                                   "dateline show 9f3e2a1b00c4d5e6 --json | jq .quotes",
                                   declare_show, run_show);
}

}  // namespace dateline::app
