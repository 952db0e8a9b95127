#include "dateline/indexer.hpp"

#include <optional>
#include <utility>

#include "indexer/index_run.hpp"
#include "indexer/input/formats.hpp"
#include "indexer/input/inputs.hpp"
#include "indexer/learning.hpp"
#include "indexer/rules.hpp"
#include "indexer/stored_from_given.hpp"
#include "indexer/writer_options.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "indexer/writing/stage_times.hpp"
#include "schema/stored_article.hpp"

namespace dateline {

using indexer::ArchiveWriter;
using indexer::IndexRun;
using indexer::Rules;

std::vector<InputFormatName> input_formats() {
  std::vector<InputFormatName> names;
  for (const indexer::InputKind& kind : indexer::input_kinds())
    if (kind.format) names.push_back({*kind.format, kind.name, kind.meaning});
  return names;
}

struct Indexer::Impl {
  IndexOptions options;
  ArchiveWriter writer;
  Rules rules;

  // Learnt when a generation is built, applied to what comes later.
  bool is_to_learn() const { return writer.articles() == 0 && writer.recurring().empty() && !options.as_given; }
};

Indexer Indexer::open(const std::filesystem::path& directory, IndexOptions options) {
  ArchiveWriter writer = ArchiveWriter::open(directory, indexer::writer_options(options, false));
  Rules rules = Rules::load(options, writer.snapshot());
  if (rules.given_aliases()) writer.set_aliases(*rules.given_aliases());
  if (rules.given_sources()) writer.set_source_table(*rules.given_sources());
  if (auto known = indexer::RecurringLines::decode(writer.recurring())) rules.set_recurring(*std::move(known));
  return Indexer(std::unique_ptr<Impl>(new Impl{std::move(options), std::move(writer), std::move(rules)}));
}

Indexer::Indexer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;
Indexer::~Indexer() = default;

IndexSummary Indexer::add_paths(const std::vector<std::string>& paths) {
  const bool learns = impl_->is_to_learn();
  std::optional<indexer::KeptInputs> kept;
  indexer::StageTimes stages;
  if (learns)
    stages.measure("learning", [&] {
      kept.emplace(impl_->options);
      const auto give = [&](indexer::InputPass& pass) { pass.paths(paths); };
      if (const auto learnt = indexer::learn_recurring_lines(impl_->options, impl_->rules, *kept, give))
        impl_->writer.set_recurring(learnt->encoded, learnt->articles);
    });
  IndexRun run(impl_->writer, impl_->options, impl_->rules, indexer::Reading::what_changed, kept ? &*kept : nullptr);
  run.allow_checkpoints();
  const std::size_t begun = impl_->writer.begun();
  IndexSummary summary = stages.measure("reading", [&] {
    run.inputs().paths(paths);
    if (impl_->options.prune) run.prune(paths);
    return run.finish();
  });
  // Paths that are not there leave no archive behind.
  const bool came_to_nothing = summary.articles == 0 && summary.removed == 0 && summary.rejected > 0;
  if (!came_to_nothing) impl_->writer.commit();
  impl_->writer.finish_merging();
  summary.seconds = stages.seconds();
  summary.stages = stages.take();
  for (StageTime& stage : impl_->writer.take_stages()) summary.stages.push_back(std::move(stage));
  if (begun > 0)
    summary.notes.push_back(std::to_string(begun) + " articles were built by an earlier index that did not end.");
  return summary;
}

std::string Indexer::add(const Article& article) {
  schema::StoredArticle stored = indexer::stored_from_given(article, impl_->options.collection);
  stored.as_given = impl_->options.as_given;
  std::string id = stored.id;
  impl_->writer.add(std::move(stored));
  return id;
}

std::vector<ReportEntry> Indexer::add_raw(std::string_view bytes, const std::string& name) {
  return add_raw(bytes, RawHints{.name = name});
}

std::vector<ReportEntry> Indexer::add_raw(std::string_view bytes, const RawHints& hints) {
  std::vector<ReportEntry> entries;
  IndexOptions options = impl_->options;
  options.replace = true;  // the caller says what is current
  if (hints.input != InputFormat::detect) options.input = hints.input;
  if (hints.source) options.source = hints.source;
  if (hints.language) options.language = hints.language;
  options.on_report = [&](const ReportEntry& entry) { entries.push_back(entry); };
  IndexRun run(impl_->writer, options, impl_->rules);
  indexer::ByteReader reader(bytes);
  run.inputs().bytes(reader, hints.name);
  run.finish();
  return entries;
}

bool Indexer::remove(std::string_view id) {
  const auto key = impl_->writer.find_id(id);
  return key && impl_->writer.remove(*key);
}

void Indexer::commit() { impl_->writer.commit(); }

std::vector<Article> Indexer::inspect(std::string_view bytes, const std::string& name, const IndexOptions& options,
                                      std::vector<ReportEntry>& rejected) {
  const Rules rules = Rules::load(options);
  const indexer::ReadingContext context = rules.context(options);
  std::vector<Article> articles;
  const auto reject = [&](const indexer::Rejection& rejection) {
    rejected.push_back({rejection.input, {}, Outcome::rejected, rejection.reason});
  };
  indexer::read_input(bytes, name, options.input,
                      {[&](indexer::RawArticle raw) {
                         auto result = indexer::read(std::move(raw), context);
                         if (const auto* rejection = std::get_if<indexer::Rejection>(&result))
                           reject(*rejection);
                         else
                           articles.push_back(schema::present(std::get<schema::StoredArticle>(result)));
                       },
                       reject});
  return articles;
}

}  // namespace dateline
