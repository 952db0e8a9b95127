#include <ostream>

#include "app/commands/commands.hpp"
#include "dateline/indexer.hpp"

namespace dateline::app {
namespace {

struct RollbackOptions {};

void declare_rollback(OptionSet&, RollbackOptions&) {}

ExitCode run_rollback(const RollbackOptions&, Session& session) {
  rollback(session.options.archive);
  session.warn("the generation before the last reindex is live again");
  return ExitCode::done;
}

}  // namespace

Command rollback_command() {
  return make_command<RollbackOptions>("rollback", "makes the generation before the last reindex live again",
                                       "dateline rollback", declare_rollback, run_rollback);
}

}  // namespace dateline::app
