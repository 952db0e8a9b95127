#include "app/commands/commands.hpp"
#include "app/commands/indexing.hpp"

namespace dateline::app {
namespace {

struct ReindexOptions : IndexingOptions {
  bool dry_run = false;
};

void declare_reindex(OptionSet& set, ReindexOptions& options) {
  set.positionals("PATH", options.paths, 0, any_number, Completes::files);
  declare_indexing(set, options);
  set.flag("--dry-run", options.dry_run, "read and compare everything, say what would be another, and write nothing");
}

ExitCode run_reindex(const ReindexOptions& options, Session& session) {
  return run_indexing(options, session, [&](IndexOptions index) {
    if (options.dry_run) {
      session.warn("nothing is written: this is what reindex would do");
      return rehearse_reindex(session.options.archive, options.paths, std::move(index));
    }
    return reindex(session.options.archive, options.paths, std::move(index));
  });
}

}  // namespace

Command reindex_command() {
  return make_command<ReindexOptions>("reindex", "builds the archive anew beside the live one and swaps it in",
                                      "dateline reindex             # the recorded inputs\n"
                                      "dateline reindex articles/\n"
                                      "dateline reindex --dry-run   # what would change\n"
                                      "dateline rollback            # and back again",
                                      declare_reindex, run_reindex);
}

}  // namespace dateline::app
