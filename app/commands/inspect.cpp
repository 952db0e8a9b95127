#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "app/commands/article_printer.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/indexing.hpp"

namespace dateline::app {
namespace {

void declare_inspect(OptionSet& set, IndexingOptions& options) {
  set.positionals("FILE", options.paths, 1, any_number, Completes::files);
  declare_reading(set, options);
  set.formats({Format::text, Format::json, Format::jsonl, Format::csv});
}

std::string content_of(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// "-" is standard input.
std::string content_of(const std::string& path) {
  if (path == "-") return content_of(std::cin);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error(ErrorCode::input_unreadable, path + " is a folder", "Name files");
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(ErrorCode::input_unreadable, "cannot read " + path + ": " + std::generic_category().message(errno));
  }
  return content_of(file);
}

ExitCode run_inspect(const IndexingOptions& options, Session& session) {
  const IndexOptions index = index_options(options);
  ArticlePrinter print(session);
  std::vector<ReportEntry> rejected;
  bool any_rejected = false;
  for (const std::string& path : options.paths) {
    rejected.clear();
    for (const Article& article : Indexer::inspect(content_of(path), path, index, rejected)) print(article);
    for (const ReportEntry& entry : rejected) session.complain("rejected: " + entry.input + ": " + entry.reason);
    any_rejected = any_rejected || !rejected.empty();
  }
  return any_rejected ? ExitCode::some_rejected : ExitCode::done;
}

}  // namespace

Command inspect_command() {
  return make_command<IndexingOptions>("inspect", "what index would make of a file, without an archive",
                                       "dateline inspect article.html\n"
                                       "dateline inspect *.txt --format jsonl | jq -r '[.path, .title, .date] | @tsv'",
                                       declare_inspect, run_inspect);
}

}  // namespace dateline::app
