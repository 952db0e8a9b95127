// A file of recorded inputs, asked in its bytes: a row is decoded when somebody wants it, so that a commit of one
// article does not pay for the inputs of all others.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writing/input_stamp.hpp"
#include "schema/mapped_file.hpp"

namespace dateline::indexer {

class WrittenInputs {
 public:
  // Compare the seal; these and the other members throw dateline::Error(archive_damaged).
  explicit WrittenInputs(const std::filesystem::path& file);
  explicit WrittenInputs(std::string bytes);
  WrittenInputs(const WrittenInputs&) = delete;
  WrittenInputs& operator=(const WrittenInputs&) = delete;

  std::size_t size() const;
  // Else an older version wrote it, and each opening goes through all rows.
  bool has_index() const { return made_index_.empty(); }
  std::optional<InputStamp> find(std::string_view root, std::string_view input) const;
  void for_each(const std::function<void(InputStamp)>& each) const;  // in their order

 private:
  void open(std::string_view sealed);
  void make_index();
  InputStamp row_at(std::uint64_t offset) const;

  std::optional<schema::MappedFile> mapped_;
  std::string bytes_, made_index_;
  std::string_view rows_;
  std::string_view index_;
};

// Gives each row to its argument.
using EachInput = std::function<void(const std::function<void(const InputStamp&)>&)>;
std::string encode_inputs(const EachInput& rows);

// What differs from a file of recorded inputs: rows that are new or others, and inputs that it should not name any
// more.
struct InputChanges {
  std::vector<InputStamp> rows;
  std::vector<InputStamp> forgotten;  // root and input alone
};
std::string encode(const InputChanges& changes);
InputChanges decode_input_changes(std::string_view bytes);

}  // namespace dateline::indexer
