// What a generation keeps beside its articles: recorded inputs, the rows of names that a user gave, and what was learnt
// when it was built.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/writing/input_table.hpp"
#include "schema/manifest.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer {

// Recorded inputs of a generation, in its folder.
InputTable read_inputs(const std::filesystem::path& folder, const schema::GenerationEntry& generation);

class KeptFiles {
 public:
  KeptFiles() = default;
  static KeptFiles read(const std::filesystem::path& archive, const schema::GenerationEntry& generation);
  // For a new generation: the user's rows, no inputs, all still to be written.
  static KeptFiles rows_of(const KeptFiles& other);

  const InputTable& inputs() const { return inputs_; }
  void record(InputStamp stamp);
  void forget(std::string_view root, std::string_view input);
  const std::string& aliases() const { return aliases_; }
  const std::string& sources() const { return sources_; }
  // Empty keeps what is there. Throw invalid_request, naming the line, when the rows are not what the table reads.
  void set_aliases(std::string tsv);
  void set_sources(std::string tsv);
  // The built-in rows, with the user's before them.
  text::AliasTable alias_table() const { return text::AliasTable::with_user_rows(aliases_); }
  // Empty when nothing was learnt yet, which is another thing than having learnt that nothing recurs.
  const std::string& recurring() const { return recurring_; }
  void set_recurring(std::string encoded);

  bool has_changes() const { return inputs_changed_ || aliases_changed_ || sources_changed_ || recurring_changed_; }
  // Writes what changed under names of that commit and names it in the entry. Of few inputs that changed, those
  // alone.
  void write_changes(const std::filesystem::path& folder, std::uint64_t commit, schema::GenerationEntry& entry) const;
  // What was written for the entry is what changes are compared with from now on.
  void settle(const std::filesystem::path& folder, const schema::GenerationEntry& entry);

 private:
  InputTable inputs_;
  std::string inputs_file_;  // of which `inputs_` knows the changes
  std::string aliases_, sources_, recurring_;
  bool inputs_changed_ = false, aliases_changed_ = false, sources_changed_ = false, recurring_changed_ = false;
};

}  // namespace dateline::indexer
