// The live articles of an archive as finding copies sees them: numbered through all segments, each with its shingles,
// the samples that it shares with others, and its place in the order of originals.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/columns.hpp"
#include "schema/copy_groups.hpp"
#include "schema/copy_rule.hpp"
#include "text/exact_words.hpp"

namespace dateline::indexer {

class GroupedArticles {
 public:
  using Number = std::uint32_t;

  struct Segment {
    std::shared_ptr<const schema::Columns> columns;
    std::filesystem::path folder;
  };
  explicit GroupedArticles(std::vector<Segment> segments);
  ~GroupedArticles();

  Number size() const { return begins_.back(); }
  Number number(schema::ArticlePlace place) const { return begins_[place.segment] + place.article; }
  schema::ArticlePlace place(Number article) const;

  // The earliest first, undated ones last; of a day the longest, which is what others were cut from. No two are equal.
  struct Rank {
    std::int32_t day;
    std::uint32_t shortness;
    std::uint64_t key;
    friend auto operator<=>(const Rank&, const Rank&) = default;
  };
  Rank rank(Number article) const;

  // Articles of one segment, rising, that have the same sample.
  struct Run {
    std::uint32_t segment;
    std::uint32_t begin, end;  // in the segment's sample_articles()
    std::uint32_t sharing;     // articles with that sample in all segments
    std::uint32_t sample;
  };
  // Of each article, the samples that others have too, the rarest first: read for many articles at once, because that
  // goes through the segments in their order.
  class Shared {
   public:
    std::span<const Run> of(std::size_t at) const {
      return std::span(runs_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
    }

   private:
    friend class GroupedArticles;
    std::vector<Run> runs_;
    std::vector<std::size_t> begins_{0};
  };
  Shared shared_samples(const std::vector<Number>& articles) const;

  // Calls each(article) for the articles with the sample of these runs.
  template <class Each>
  void for_each_with(std::span<const Run> runs, Each&& each) const {
    for (const Run& run : runs)
      for (const std::uint32_t ordinal : articles_in(run)) each(number({run.segment, ordinal}));
  }

  // Appends those of which `accepts` holds and that may be copies of `article`, by the samples that they share; each
  // once. Instead of the articles with a sample, `narrowed` may give some of them, among which are all that are
  // accepted.
  using Accepts = std::function<bool(Number)>;
  using Narrowed = std::function<const std::vector<Number>*(std::span<const Run>)>;
  void find_candidates(Number article, std::span<const Run> shared, const Accepts& accepts, const Narrowed& narrowed,
                       std::vector<Number>& found) const;

  // schema::shared_by_copies() of the stored articles.
  std::size_t shared_by_copies(Number a, Number b) const;

 private:
  struct Sample;
  struct Opened;
  std::vector<Sample> samples_of(const std::vector<Number>& articles) const;
  void add_runs(const Sample* first, const Sample* last, std::vector<std::size_t>& cursors,
                std::vector<std::vector<Run>>& runs) const;
  std::span<const std::uint32_t> articles_in(const Run& run) const;
  std::uint32_t shingle_count(Number article) const;
  const Opened& opened(std::uint32_t segment) const;
  std::shared_ptr<const schema::ShingleSet> shingles(Number article) const;
  schema::PrintedOn printed_on(Number article) const;

  std::vector<Segment> segments_;
  std::vector<Number> begins_{0};
  mutable std::vector<std::unique_ptr<const Opened>> opened_;  // when first read
  mutable std::vector<std::uint8_t> counts_;                   // of each article; 0 between calls
  mutable text::ExactWords words_;
  mutable std::unordered_map<Number, std::shared_ptr<const schema::ShingleSet>> shingles_;  // read lately
  mutable std::size_t shingles_bytes_ = 0;
};

}  // namespace dateline::indexer
