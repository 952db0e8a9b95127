#include "indexer/writing/kept_files.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::indexer {
namespace {

template <class Table>
void check(const std::string& tsv, const char* what) {
  try {
    (void)Table::with_user_rows(tsv);
  } catch (const std::invalid_argument& error) {
    throw Error(ErrorCode::invalid_request, std::string("the table of ") + what + " cannot be read: " + error.what(),
                "Correct that line.");
  }
}

std::string read_if_named(const std::filesystem::path& folder, const std::string& name) {
  return name.empty() ? std::string() : schema::read_file(folder / name);
}

}  // namespace

InputTable read_inputs(const std::filesystem::path& folder, const schema::GenerationEntry& generation) {
  if (generation.inputs.empty()) return {};
  auto written = std::make_shared<const WrittenInputs>(folder / generation.inputs);
  if (generation.input_changes.empty()) return InputTable(std::move(written));
  return InputTable(std::move(written), decode_input_changes(schema::read_file(folder / generation.input_changes)));
}

KeptFiles KeptFiles::read(const std::filesystem::path& archive, const schema::GenerationEntry& generation) {
  const auto folder = archive / generation.name;
  KeptFiles kept;
  kept.inputs_ = read_inputs(folder, generation);
  kept.inputs_file_ = generation.inputs;
  kept.aliases_ = read_if_named(folder, generation.aliases);
  kept.sources_ = read_if_named(folder, generation.sources);
  kept.recurring_ = read_if_named(folder, generation.recurring);
  return kept;
}

KeptFiles KeptFiles::rows_of(const KeptFiles& other) {
  KeptFiles kept;
  kept.aliases_ = other.aliases_;
  kept.sources_ = other.sources_;
  kept.aliases_changed_ = !kept.aliases_.empty();
  kept.sources_changed_ = !kept.sources_.empty();
  return kept;
}

void KeptFiles::record(InputStamp stamp) {
  inputs_.record(std::move(stamp));
  inputs_changed_ = true;
}

void KeptFiles::forget(std::string_view root, std::string_view input) {
  inputs_changed_ = inputs_.forget(root, input) || inputs_changed_;
}

void KeptFiles::set_aliases(std::string tsv) {
  if (tsv.empty() || tsv == aliases_) return;
  check<text::AliasTable>(tsv, "aliases");
  aliases_ = std::move(tsv);
  aliases_changed_ = true;
}

void KeptFiles::set_sources(std::string tsv) {
  if (tsv.empty() || tsv == sources_) return;
  check<text::SourceTable>(tsv, "sources");
  sources_ = std::move(tsv);
  sources_changed_ = true;
}

void KeptFiles::set_recurring(std::string encoded) {
  recurring_ = std::move(encoded);
  recurring_changed_ = true;
}

void KeptFiles::write_changes(const std::filesystem::path& folder, std::uint64_t commit,
                              schema::GenerationEntry& entry) const {
  const auto write = [&](bool changed, const char* what, const char* ending, const std::string& content,
                         std::string& name) {
    if (!changed) return;
    name = schema::numbered(what, commit) + ending;
    schema::write_unsynced(folder / name, content);
  };
  if (inputs_changed_ && !entry.inputs.empty() && !inputs_.has_many_changes()) {
    write(true, "input-changes", "", encode(inputs_.changes()), entry.input_changes);
  } else if (inputs_changed_) {
    write(true, "inputs", "", encode(inputs_), entry.inputs);
    entry.input_changes.clear();
  }
  write(aliases_changed_, "aliases", ".tsv", aliases_, entry.aliases);
  write(sources_changed_, "sources", ".tsv", sources_, entry.sources);
  write(recurring_changed_, "recurring", "", recurring_, entry.recurring);
}

void KeptFiles::settle(const std::filesystem::path& folder, const schema::GenerationEntry& entry) {
  inputs_changed_ = aliases_changed_ = sources_changed_ = recurring_changed_ = false;
  if (inputs_file_ == entry.inputs) return;
  inputs_ = read_inputs(folder, entry);
  inputs_file_ = entry.inputs;
}

}  // namespace dateline::indexer
