// Recorded inputs: what was indexed, so that an unchanged one costs a stat and reindex knows where to read again. A
// file that was written once, and what changed since.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/writing/input_stamp.hpp"
#include "indexer/writing/written_inputs.hpp"

namespace dateline::indexer {

// Copies share what is written. Members throw dateline::Error(archive_damaged) when that is damaged.
class InputTable {
 public:
  InputTable() = default;
  explicit InputTable(std::shared_ptr<const WrittenInputs> written, const InputChanges& changes = {});

  std::optional<InputStamp> find(std::string_view root, std::string_view input) const;
  // In the order in which they were recorded first.
  void for_each(const std::function<void(const InputStamp&)>& each) const;
  std::vector<InputStamp> rows() const;

  void record(InputStamp stamp);                               // replaces the one with the same root and input
  bool forget(std::string_view root, std::string_view input);  // whether there was one

  // From what is written.
  InputChanges changes() const;
  // Whether it is better to write all anew than the changes once more with each commit.
  bool has_many_changes() const;

 private:
  // Since it was written: the row as it is now, or that there is none any more.
  struct Change {
    InputStamp row;
    bool is_there = false;
  };
  const Change* changed(std::string_view root, std::string_view input) const;
  Change& change(std::string_view root, std::string_view input);
  bool is_written(const InputStamp& row) const { return written_ && written_->find(row.root, row.input); }

  std::shared_ptr<const WrittenInputs> written_;
  std::vector<Change> changes_;
  std::unordered_map<std::string, std::size_t> at_;  // change of a root and input
};

// All of it, as a sealed file.
std::string encode(const InputTable& table);
// Throws dateline::Error(archive_damaged).
InputTable decode_inputs(std::string bytes);

}  // namespace dateline::indexer
