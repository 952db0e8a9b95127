#include "app/commands/commands.hpp"
#include "app/commands/indexing.hpp"

namespace dateline::app {
namespace {

void declare_index(OptionSet& set, IndexingOptions& options) {
  set.positionals("PATH", options.paths, 1, any_number, Completes::files);
  declare_indexing(set, options);
}

ExitCode run_index(const IndexingOptions& options, Session& session) {
  return run_indexing(options, session, [&](IndexOptions index) {
    return Indexer::open(session.options.archive, std::move(index)).add_paths(options.paths);
  });
}

}  // namespace

Command index_command() {
  return make_command<IndexingOptions>(
      "index", "adds new articles and updates changed ones",
      "dateline index articles/                        # a folder with all that is in it\n"
      "dateline index feed.jsonl.zst --source 'Harbour Ledger' --report report.jsonl\n"
      "curl -s https://paper.example/all.jsonl | dateline index -   # from standard input",
      declare_index, run_index);
}

}  // namespace dateline::app
