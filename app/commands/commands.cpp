#include "app/commands/commands.hpp"

namespace dateline::app {

const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands = {
      index_command(),    reindex_command(), search_command(),   quotes_command(),     facets_command(),
      timeline_command(), similar_command(), show_command(),     speakers_command(),   suggest_command(),
      inspect_command(),  analyze_command(), stats_command(),    check_command(),      compact_command(),
      export_command(),   delete_command(),  rollback_command(), completion_command(), manual_command()};
  return commands;
}

}  // namespace dateline::app
