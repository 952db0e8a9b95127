// The records of one section of many runs, by key, each with what the runs have of it in the order of their documents.
#pragma once

#include <cstdint>
#include <memory>
#include <queue>
#include <string_view>
#include <vector>

#include "schema/glass/run.hpp"

namespace dateline::schema::glass {

// A run's file, mapped. What has been read is given back to the system, so that runs of any size take little memory.
class MappedRun {
 public:
  MappedRun(const Run& run, Section section);
  ~MappedRun();
  MappedRun(const MappedRun&) = delete;
  MappedRun& operator=(const MappedRun&) = delete;

  std::string_view bytes() const { return section_; }
  void forget_before(const Byte* at);

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
  std::size_t forgotten_ = 0;
  std::string_view section_;
};

class RunMerge {
 public:
  // Runs in the order of their documents.
  RunMerge(const std::vector<Run>& runs, Section section);

  // To the next key. False at the end.
  bool next();
  std::string_view key() const { return key_; }
  // Of the runs that have the key; good until next().
  const std::vector<std::string_view>& contents() const { return contents_; }

 private:
  struct Cursor {
    std::unique_ptr<MappedRun> run;
    const Byte* at = nullptr;
    const Byte* end = nullptr;
    std::string_view key, content;
    std::uint64_t beginning = 0;  // of the key, as a number: most comparisons end with it
  };
  struct IsLater {
    const std::vector<Cursor>* cursors;
    bool operator()(std::uint32_t a, std::uint32_t b) const;
  };

  bool load(Cursor& cursor);

  std::vector<Cursor> cursors_;
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, IsLater> queue_;
  std::vector<std::uint32_t> current_;  // cursors whose record is being read
  std::string_view key_;
  std::vector<std::string_view> contents_;
};

}  // namespace dateline::schema::glass
