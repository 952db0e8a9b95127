#include <ostream>

#include "app/commands/commands.hpp"
#include "app/print/json.hpp"
#include "dateline/archive.hpp"

namespace dateline::app {
namespace {

struct ExportOptions {};

void declare_export(OptionSet& set, ExportOptions&) { set.formats({Format::jsonl}); }

ExitCode run_export(const ExportOptions&, Session& session) {
  Archive::open(session.options.archive).for_each([&](const Article& article) {
    session.out << export_to_json(article) << '\n';
    return true;
  });
  return ExitCode::done;
}

}  // namespace

Command export_command() {
  return make_command<ExportOptions>("export", "all articles as JSON lines that index takes back unchanged",
                                     "dateline export > articles.jsonl\n"
                                     "dateline export | zstd > articles.jsonl.zst",
                                     declare_export, run_export);
}

}  // namespace dateline::app
