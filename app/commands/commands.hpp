// Every command there is, in the order of --help.
#pragma once

#include <vector>

#include "app/command.hpp"

namespace dateline::app {

Command index_command();
Command reindex_command();
Command search_command();
Command quotes_command();
Command facets_command();
Command timeline_command();
Command similar_command();
Command show_command();
Command speakers_command();
Command suggest_command();
Command inspect_command();
Command analyze_command();
Command stats_command();
Command check_command();
Command compact_command();
Command export_command();
Command delete_command();
Command rollback_command();
Command completion_command();
Command manual_command();

const std::vector<Command>& all_commands();

}  // namespace dateline::app
