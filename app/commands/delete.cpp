#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/facts.hpp"
#include "app/print/json.hpp"
#include "dateline/archive.hpp"
#include "dateline/indexer.hpp"

namespace dateline::app {
namespace {

struct DeleteOptions {
  std::vector<std::string> ids;
};

void declare_delete(OptionSet& set, DeleteOptions& options) {
  set.positionals("ID", options.ids, 1, any_number);
  set.formats({Format::text, Format::json});
}

struct Removal {
  std::size_t removed = 0;
  std::vector<std::string> missing;
};

Removal remove(const std::vector<std::string>& ids, const std::string& archive) {
  Archive::open(archive);  // an Indexer would make an archive where there is none
  Indexer indexer = Indexer::open(archive);
  Removal removal;
  for (const std::string& id : ids) {
    if (indexer.remove(id)) {
      ++removal.removed;
    } else {
      removal.missing.push_back(id);
    }
  }
  indexer.commit();
  return removal;
}

ExitCode run_delete(const DeleteOptions& options, Session& session) {
  const Removal removal = remove(options.ids, session.options.archive);
  for (const std::string& id : removal.missing) session.complain("rejected: " + id + ": there is no such article");
  if (session.options.format == Format::json) {
    session.out << removal_to_json(removal.removed, removal.missing, Layout::compact) << '\n';
  } else if (!session.options.quiet) {
    session.out << counted(removal.removed, "article", "articles") << " removed\n";
  }
  return removal.missing.empty() ? ExitCode::done : ExitCode::some_rejected;
}

}  // namespace

Command delete_command() {
  return make_command<DeleteOptions>("delete", "removes articles", "dateline delete 9f3e2a1b00c4d5e6", declare_delete,
                                     run_delete);
}

}  // namespace dateline::app
