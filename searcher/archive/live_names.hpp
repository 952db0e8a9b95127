// Which of a segment's names its live articles still have.
//
// Columns keep the names of masked articles until a merge. Nobody may be found by them: an archive answers alike
// whatever its history. Immutable; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"
#include "searcher/archive/segment_index.hpp"

namespace dateline::searcher {

class LiveNames {
 public:
  LiveNames(const schema::Segment& segment, std::shared_ptr<const SegmentIndex> index,
            const Xapian::Database& database);

  const schema::Columns& columns() const { return *columns_; }
  bool has_source(std::uint32_t ordinal) const { return dead_sources_.count(ordinal) == 0; }
  bool has_tag(std::uint32_t ordinal) const { return dead_tags_.count(ordinal) == 0; }
  bool has_speaker(std::uint32_t ordinal) const { return dead_speakers_.count(ordinal) == 0; }

  // With the spellings of live articles.
  schema::SpeakerColumn speaker(std::uint32_t ordinal) const;
  // Of the name and of those spellings.
  std::vector<NameWords> words(std::uint32_t ordinal) const;
  // Whether one of these has all the words.
  bool is_called(std::uint32_t ordinal, const NameWords& words) const;
  // Whether each of the beginnings starts a word of one of them: "dmitry pes".
  bool answers(std::uint32_t ordinal, const std::vector<std::string>& beginnings) const;

 private:
  void collect_masked(const schema::Bitmap& live, const Xapian::Database& database);
  void drop_live(const schema::Bitmap& live, const Xapian::Database& database);

  std::shared_ptr<const schema::Columns> columns_;
  std::shared_ptr<const SegmentIndex> index_;
  std::set<std::uint32_t> dead_sources_, dead_tags_, dead_speakers_;
  std::map<std::uint32_t, std::set<std::string, std::less<>>> dead_spellings_;  // of speakers
  std::map<std::uint32_t, std::vector<NameWords>> words_;                       // of those
};

}  // namespace dateline::searcher
