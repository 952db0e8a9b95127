// Recorded inputs: what was indexed, so that an unchanged one costs a stat and reindex knows where to read again.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

class InputTable {
 public:
  InputTable() = default;
  explicit InputTable(std::vector<InputStamp> rows);

  const std::vector<InputStamp>& rows() const { return rows_; }
  void record(InputStamp stamp);                               // replaces the one with the same root and input
  bool forget(std::string_view root, std::string_view input);  // whether there was one

 private:
  static std::string key_of(std::string_view root, std::string_view input);

  std::vector<InputStamp> rows_;
  std::unordered_map<std::string, std::size_t> at_;  // row of a root and input
};

// A sealed file; decoding throws dateline::Error(archive_damaged).
std::string encode(const InputTable& table);
InputTable decode_inputs(std::string_view bytes);

}  // namespace dateline::indexer
