// Reindexing: a new generation from the recorded inputs, beside the live one, published by its commit.
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "dateline/indexer.hpp"
#include "dateline/version.hpp"
#include "indexer/index_run.hpp"
#include "indexer/input_pass.hpp"
#include "indexer/learning.hpp"
#include "indexer/recorded_options.hpp"
#include "indexer/rehearsal.hpp"
#include "indexer/rules.hpp"
#include "indexer/writer_options.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "indexer/writing/committed_articles.hpp"
#include "indexer/writing/kept_files.hpp"
#include "indexer/writing/stage_times.hpp"
#include "schema/manifest.hpp"
#include "schema/stored_article.hpp"
#include "text/analyzer.hpp"

namespace dateline {
namespace {

using indexer::ArchiveWriter;
using indexer::IndexRun;
using indexer::InputPass;
using indexer::InputStamp;

bool is_there(const InputStamp& stamp) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::path(stamp.root) / stamp.input, ignored);
}

// Every recorded input that is still there is read again; what the archive holds of the others, and what programs
// added, is taken over as it is stored.
template <class Articles>
void read_again(InputPass& pass, const std::vector<InputStamp>& recorded, const Articles& articles) {
  pass.expect(recorded);
  for (const InputStamp& stamp : recorded)
    if (is_there(stamp)) pass.recorded_input(stamp);
  articles([&](const schema::StoredArticle& article) {
    pass.stored(article);
    return true;
  });
}

// What decides what is built, beside the inputs themselves, which are compared one by one.
std::string built_from(const IndexOptions& options, const ArchiveWriter& writer,
                       const std::vector<std::string>& paths) {
  std::string all = indexer::record_options(options) + '\n' + text::analysis_version() + '\n' + version() + '\n' +
                    writer.rules_of_names() + '\n' + writer.recurring();
  for (const std::string& path : paths) all += '\n' + path;
  return schema::hex16(schema::hash64(all));
}

}  // namespace

IndexSummary reindex(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                     IndexOptions options) {
  indexer::StageTimes stages;
  ArchiveWriter writer = ArchiveWriter::open(directory, indexer::writer_options(options, true));
  indexer::Rules rules = indexer::Rules::load(options, writer.snapshot());
  if (rules.given_aliases()) writer.set_aliases(*rules.given_aliases());
  if (rules.given_sources()) writer.set_source_table(*rules.given_sources());
  const std::vector<InputStamp> recorded = writer.inputs().rows();
  const auto give_inputs = [&](InputPass& pass) {
    if (paths.empty())
      read_again(pass, recorded, [&](const auto& each) { writer.for_each_stored(each); });
    else
      pass.paths(paths);
  };
  indexer::KeptInputs kept(options);
  if (!options.as_given)
    stages.measure("learning", [&] {
      if (const auto learnt = indexer::learn_recurring_lines(options, rules, kept, give_inputs))
        writer.set_recurring(learnt->encoded, learnt->articles);
    });
  const bool resumed = writer.resume(built_from(options, writer, paths));
  // What is not learnt from is read once.
  IndexRun run(writer, options, rules, indexer::Reading::everything, options.as_given ? nullptr : &kept);
  IndexSummary summary = stages.measure("reading", [&] {
    give_inputs(run.inputs());
    if (options.prune && !paths.empty()) run.prune(paths);
    return run.finish();
  });
  writer.commit();
  summary.seconds = stages.seconds();
  summary.stages = stages.take();
  for (StageTime& stage : writer.take_stages()) summary.stages.push_back(std::move(stage));
  if (resumed && summary.unchanged > 0)
    summary.notes.push_back(std::to_string(summary.unchanged) +
                            " articles were built by an earlier reindex that did not end.");
  summary.notes.insert(summary.notes.end(), writer.differences().begin(), writer.differences().end());
  return summary;
}

IndexSummary rehearse_reindex(const std::filesystem::path& directory, const std::vector<std::string>& paths,
                              IndexOptions options) {
  const indexer::StageTimes stages;
  const schema::Manifest manifest = schema::read_manifest(directory);
  const auto snapshot = schema::Snapshot::open(directory);
  const indexer::CommittedArticles live(snapshot);
  const auto files = indexer::KeptFiles::read(directory, manifest.live);
  indexer::Rules rules = indexer::Rules::load(options, snapshot);
  const auto give_inputs = [&](InputPass& pass) {
    if (paths.empty())
      read_again(pass, files.inputs().rows(), [&](const auto& each) { live.for_each(each); });
    else
      pass.paths(paths);
  };
  indexer::KeptInputs kept(options);
  if (!options.as_given) indexer::learn_recurring_lines(options, rules, kept, give_inputs);
  indexer::Rehearsal rehearsal(live, options, rules, options.as_given ? nullptr : &kept);
  give_inputs(rehearsal.inputs());
  IndexSummary summary = rehearsal.finish();
  summary.seconds = stages.seconds();
  return summary;
}

void rollback(const std::filesystem::path& directory) { indexer::rollback(directory); }

}  // namespace dateline
