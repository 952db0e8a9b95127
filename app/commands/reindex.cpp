#include "app/commands/commands.hpp"
#include "app/commands/indexing.hpp"

namespace dateline::app {
namespace {

void declare_reindex(OptionSet& set, IndexingOptions& options) {
  set.positionals("PATH", options.paths, 0, any_number, Completes::files);
  declare_indexing(set, options);
}

ExitCode run_reindex(const IndexingOptions& options, Session& session) {
  return run_indexing(options, session, [&](IndexOptions index) {
    return reindex(session.options.archive, options.paths, std::move(index));
  });
}

}  // namespace

Command reindex_command() {
  return make_command<IndexingOptions>("reindex", "builds the archive anew beside the live one and swaps it in",
                                       "dateline reindex             # the recorded inputs\n"
                                       "dateline reindex articles/\n"
                                       "dateline rollback            # and back again",
                                       declare_reindex, run_reindex);
}

}  // namespace dateline::app
