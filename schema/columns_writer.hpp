// Builds the columns file of a segment from the values of its documents, in the order of the documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "schema/terms.hpp"

namespace dateline::schema {

class ColumnsWriter {
 public:
  ColumnsWriter();
  ~ColumnsWriter();
  ColumnsWriter(ColumnsWriter&&) noexcept;
  ColumnsWriter& operator=(ColumnsWriter&&) noexcept;

  // The values as make_document() made them. Throws archive_damaged when they are not.
  void add(const Values& values);
  std::uint32_t articles() const;
  std::uint64_t bytes() const;  // held in memory, roughly

  // With the system when it returns; not durable.
  void write(const std::filesystem::path& file) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::schema
