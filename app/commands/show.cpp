#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/article.hpp"
#include "app/print/json.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct ShowOptions {
  std::vector<std::string> ids;
};

void declare_show(OptionSet& set, ShowOptions& options) {
  set.positionals("ID", options.ids, 1, any_number);
  set.formats({Format::text, Format::json, Format::jsonl});
}

void print(const Article& article, Session& session) {
  if (session.options.format == Format::text) {
    session.out << article_as_text(article, session.page);
  } else {
    const bool for_eyes = session.out_is_terminal && session.options.format == Format::json;
    session.out << to_json(article, for_eyes ? Layout::indented : Layout::compact) << '\n';
  }
}

ExitCode run_show(const ShowOptions& options, Session& session) {
  const Archive archive = Archive::open(session.options.archive);
  bool missing = false;
  for (const std::string& id : options.ids) {
    if (const auto article = archive.show(id)) {
      print(*article, session);
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
