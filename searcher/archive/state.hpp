// An archive at one moment, with what searching derives from it. Immutable; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "schema/snapshot.hpp"
#include "searcher/archive/live_names.hpp"
#include "searcher/archive/segment_index.hpp"
#include "searcher/archive/value_table.hpp"
#include "searcher/plan/written_languages.hpp"

namespace dateline::searcher {

class State {
 public:
  // Takes over from `before` (may be null) what belongs to segments that both have.
  State(std::shared_ptr<const schema::Snapshot> snapshot, const State* before);

  const schema::Snapshot& snapshot() const { return *snapshot_; }
  const std::shared_ptr<const schema::Snapshot>& shared_snapshot() const { return snapshot_; }
  std::size_t size() const { return indexes_.size(); }
  const schema::Segment& segment(std::size_t at) const { return snapshot_->segments()[at]; }
  const SegmentIndex& index(std::size_t at) const { return *indexes_[at]; }

  const LiveNames& live_names(std::size_t at) const;

  // Stories that were printed more than once: groups of copies, numbered from 0 over the whole archive.
  static constexpr std::uint32_t no_story = schema::CopyGroups::no_group;
  std::uint32_t stories() const { return snapshot_->copies().size(); }
  bool has_copies() const { return stories() > 0; }
  // Articles of the segment that belong to one; null when none does.
  const schema::Bitmap* copies_in(std::size_t segment) const { return snapshot_->copies().grouped(segment); }
  // no_story for an article that stands alone.
  std::uint32_t story_of(std::size_t segment, std::uint32_t article) const {
    return snapshot_->copies().group_of(segment, article);
  }
  // All live, the original first.
  std::span<const schema::ArticlePlace> members_of(std::uint32_t story) const {
    return snapshot_->copies().members(story);
  }

  // The rows of the alias table: the words of the alias, and the id of whom it means.
  struct AliasWords {
    NameWords words;
    std::string speaker;
  };
  const std::vector<AliasWords>& alias_words() const;

  // The sources of live articles, as they are asked for.
  struct SourceName {
    std::string_view value;
    std::string folded;
    NameWords words;
    std::optional<text::Source> known;  // its row of the source table
  };
  const std::vector<SourceName>& source_names() const;

  // Of source, speaker, language, byline or tag.
  const ValueTable& values(Facet facet) const;

  // Of the live articles, in terms; at least 1.
  double average_length(const std::function<const Xapian::Database&(std::size_t)>& database_of) const;

  // Languages of live articles with how many, most first.
  const std::vector<std::pair<std::string, std::size_t>>& languages() const;
  const std::shared_ptr<const WrittenLanguages>& written_languages() const;

 private:
  std::shared_ptr<const schema::Snapshot> snapshot_;
  struct Names {
    std::once_flag once;
    std::optional<LiveNames> live;
  };

  std::vector<std::shared_ptr<const SegmentIndex>> indexes_;
  std::vector<std::shared_ptr<Names>> names_;  // of each segment
  mutable std::once_flag languages_once_, written_once_, aliases_once_, length_once_, sources_once_;
  mutable std::vector<SourceName> source_names_;
  mutable double average_length_ = 1;
  struct LazyTable {
    std::once_flag once;
    std::optional<ValueTable> table;
  };
  mutable std::array<LazyTable, static_cast<std::size_t>(Facet::tag) + 1> values_;
  mutable std::vector<AliasWords> aliases_;
  mutable std::vector<std::pair<std::string, std::size_t>> languages_;
  mutable std::shared_ptr<const WrittenLanguages> written_languages_;
};

}  // namespace dateline::searcher
