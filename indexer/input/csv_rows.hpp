// Rows of comma-separated values (RFC 4180) and their relatives, one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/byte_reader.hpp"

namespace dateline::indexer {

// The fields of the first row of `text`, whatever is behind it; empty when it is broken.
std::vector<std::string> first_csv_row(std::string_view text, char delimiter);

class CsvRows {
 public:
  CsvRows(ByteReader& bytes, char delimiter) : bytes_(bytes), delimiter_(delimiter) {}

  enum class Found : std::uint8_t {
    row,
    bad_quotes,  // a mark that does not end a field, or is never closed: goes on with the next line
    too_long,    // more than a record may have: goes on behind the row
    cut_off,     // the bytes broke off in it
    end
  };
  Found next();

  // Of the row, until next().
  const std::vector<std::string>& fields() const { return fields_; }
  std::string_view written() const { return written_; }
  // In which it begins, from 1.
  std::size_t line() const { return line_; }

 private:
  Found field(std::size_t& at, bool& last);
  Found quoted_field(std::size_t& at, std::string& value);
  bool has(std::size_t at);
  void pass(std::size_t size);
  Found give_up_line();
  Found skip_long_row();

  ByteReader& bytes_;
  const char delimiter_;
  std::string_view seen_;  // of the bytes, from where the row begins
  std::string_view written_;
  std::vector<std::string> fields_;
  std::size_t line_ = 1, next_line_ = 1;
  std::size_t passed_ = 0;  // what the row takes, passed with the next call
};

}  // namespace dateline::indexer
