// Runs a plan on one segment: which of its live articles match, exactly. One thread, one query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"
#include "schema/terms.hpp"
#include "searcher/archive/segment_index.hpp"
#include "searcher/match/places.hpp"
#include "searcher/match/postings.hpp"
#include "searcher/match/stop.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

using schema::Bitmap;

// What words side by side ask for.
enum class ListReading : std::uint8_t {
  all,      // every child
  any,      // a child, and every clause; of a word of several parts one part
  partial,  // the same, but clauses read their lists as `all`
};

// Shared by the segments of one query.
struct MatchNotes {
  std::size_t verified = 0;  // stored texts read for =word and speaker:=
  bool verified_all = true;
  bool placed_all = true;  // PlaceFinder::tried_all()
};

inline constexpr std::size_t most_verified = 2'000;

class SegmentMatcher {
 public:
  SegmentMatcher(const schema::Segment& segment, const SegmentIndex& index, const Xapian::Database& database,
                 MatchNotes& notes, Stop& stop);

  SegmentMatcher(const SegmentMatcher&) = delete;
  SegmentMatcher& operator=(const SegmentMatcher&) = delete;

  // Plans must stay where they are while the matcher lives: what their places matched is remembered.
  Bitmap match(const Plan& plan, ListReading reading, const Bitmap& within);
  // The same with "is undated" in the place of every date: what a date filter left out for having no date.
  Bitmap match_undated(const Plan& plan, ListReading reading);

  // Which quotations of a matching article are meant by the plan: by speaker and words; its other parts concern the
  // whole article.
  std::vector<bool> matching_quotes(const Plan& plan, std::uint32_t article, const schema::Structure& structure);

  const schema::Segment& segment() const { return segment_; }
  const SegmentIndex& index() const { return index_; }
  const Bitmap& live() const { return segment_.live; }
  Postings& postings() { return postings_; }
  Stop& stop() { return stop_; }
  const std::vector<std::uint32_t>& lengths() { return index_.lengths(postings_.database()); }

 private:
  struct Examined {
    Bitmap seen, holds;
  };
  struct SpeakerSet {
    std::vector<bool> ordinals;
    bool unknown = false;
  };

  Bitmap match_all(const std::vector<const Plan*>& plans, ListReading reading, const Bitmap& within);
  Bitmap match_any(const std::vector<const Plan*>& plans, ListReading reading, const Bitmap& within);
  Bitmap match_list(const Plan& plan, ListReading reading, const Bitmap& within);
  Bitmap match_words(const Plan& plan, const Bitmap& within, bool loose);
  Bitmap match_any_term(const std::vector<std::string>& terms, const Bitmap& within);
  Bitmap match_values(schema::Field field, const std::vector<std::string>& values, const Bitmap& within);
  Bitmap match_dates(const Plan& plan, const Bitmap& within);
  Bitmap match_languages(const Plan& plan, const Bitmap& within) const;
  Bitmap match_sources(const Plan& plan, const Bitmap& within);
  Bitmap match_speakers(const Plan& plan, const Bitmap& within);
  Bitmap match_paths(const Plan& plan, const Bitmap& within) const;
  Bitmap match_places(const Plan& plan, const Bitmap& within);
  Bitmap match_stored(const Plan& plan, const Bitmap& candidates);
  Bitmap possible(const Place& place, const Bitmap& within);
  bool is_placed(const Plan& plan, std::uint32_t article);
  bool is_meant(const Plan& plan, std::uint32_t article, const schema::QuotePositions& quote);
  bool quote_is_by(const SpeakerSet& speakers, std::uint32_t article, const schema::QuotePositions& quote) const;
  // Of the article's speakers, in their order: who among `values` is written as `text` here; empty: not compared.
  std::vector<bool> spelt_speakers(const Plan& plan, std::uint32_t article);
  bool is_meant_speaker(const Plan& plan, const std::vector<bool>& spelt, std::uint32_t article,
                        const schema::QuotePositions& quote);
  const SpeakerSet& speakers_of(const Plan& plan);
  const Examined& examine(const Plan& plan, const Bitmap& candidates, const std::function<bool(std::uint32_t)>& test);

  const schema::Segment& segment_;
  const SegmentIndex& index_;
  MatchNotes& notes_;
  Stop& stop_;
  Postings postings_;
  PlaceFinder finder_;
  bool undated_ = false;
  std::unordered_map<const Plan*, Examined> examined_;
  std::unordered_map<const Plan*, SpeakerSet> speaker_sets_;
};

}  // namespace dateline::searcher
