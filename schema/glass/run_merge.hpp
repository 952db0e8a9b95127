// The records of one section of many runs, by key, each with what the runs have of it in the order of their documents.
#pragma once

#include <cstdint>
#include <queue>
#include <string_view>
#include <vector>

#include "schema/glass/run_reader.hpp"

namespace dateline::schema::glass {

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
    RunReader reader;
    std::string_view key, content;
    std::uint64_t beginning = 0;  // of the key, as a number: most comparisons end with it
  };
  struct IsLater {
    const std::vector<Cursor>* cursors;
    bool operator()(std::uint32_t a, std::uint32_t b) const;
  };

  static bool load(Cursor& cursor);

  std::vector<Cursor> cursors_;
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, IsLater> queue_;
  std::vector<std::uint32_t> current_;  // cursors whose record is being read
  std::string_view key_;
  std::vector<std::string_view> contents_;
};

}  // namespace dateline::schema::glass
