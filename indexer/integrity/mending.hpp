// One generation with damaged files becomes one that is whole, with as much of it as can be read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/writing/damage.hpp"
#include "indexer/writing/publication.hpp"
#include "schema/manifest.hpp"

namespace dateline::indexer {

class Mending {
 public:
  // `next_commit` is part of the names of files that are written anew; `next_segment` gives the name of a segment that
  // does not exist yet. What is passed must outlive this.
  Mending(const std::filesystem::path& archive, schema::GenerationEntry& generation, std::uint64_t next_commit,
          const std::function<std::string()>& next_segment);

  // Everything that it writes is on the disk when it returns; nothing names it before the manifest does.
  void mend(const std::vector<DamagedFile>& damaged);

  const std::vector<std::string>& done() const { return done_; }  // sentences
  std::size_t lost() const { return lost_; }                      // articles
  std::size_t articles() const;                                   // that are left

 private:
  void restore_loose(const std::string& file, const std::string& what);
  void give_up(const std::string& file);
  void open_parts();
  void mend_segment(Part& part, std::vector<DamagedFile> damaged);
  bool restore_from_copy(const Part& part, const std::string& file);
  void rebuild(Part& part, const std::vector<DamagedFile>& damaged);
  void apply_speaker_links(schema::SegmentEntry& segment);
  void keep_aside(const std::string& segment);
  void mask_older_duplicates();
  void forget_inputs(const std::vector<std::string>* lost);
  void write_changes();

  const std::filesystem::path& archive_;
  const std::filesystem::path folder_;
  schema::GenerationEntry& generation_;
  const std::uint64_t next_commit_;
  const std::function<std::string()>& next_segment_;
  std::vector<Part> parts_;
  bool live_lost_ = false;
  bool parts_changed_ = false;
  std::vector<std::string> done_;
  std::size_t lost_ = 0;
};

}  // namespace dateline::indexer
