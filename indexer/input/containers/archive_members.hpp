// The members of an archive file, one after the other. The only door to libarchive.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/input/byte_reader.hpp"
#include "indexer/input/containers/expansion.hpp"

namespace dateline::indexer {

enum class ArchiveKind : std::uint8_t { tar, zip, seven_zip, compressed_file };

class ArchiveMembers {
 public:
  // Refers to `bytes` and `expansion`.
  ArchiveMembers(ByteReader& bytes, ArchiveKind kind, Expansion& expansion);
  ~ArchiveMembers();

  // Goes on to the next member. False at the end, and where nothing more can be read.
  bool next();

  // Of the member that next() went to.
  std::string name() const;  // UTF-8, relative
  bool is_file() const;
  bool is_encrypted() const;
  ByteSource& content();

  // Why the end came before its time; empty when it did not.
  const std::string& broken() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::indexer
