#include "searcher/facets/histogram.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "schema/columns.hpp"
#include "searcher/facets/granularity.hpp"

namespace dateline::searcher {
namespace {

struct DayRangeSeen {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
};

Granularity finest(const MatchedStories& articles) {
  DayRangeSeen seen;
  for (std::size_t i = 0; i < articles.matched().size(); ++i) {
    const schema::Columns& columns = *articles.state().segment(i).columns;
    const auto first = columns.first_day(), last = columns.last_day();
    articles.matched()[i].for_each([&](std::uint32_t article) {
      if (first[article] == schema::no_day) return;
      seen.first = std::min(seen.first, first[article]);
      seen.last = std::max(seen.last, last[article]);
    });
  }
  if (seen.first > seen.last) return Granularity::day;
  for (const Granularity granularity : {Granularity::day, Granularity::month}) {
    const std::int64_t buckets =
        std::int64_t{bucket_of(seen.last, granularity)} - bucket_of(seen.first, granularity) + 1;
    if (buckets <= static_cast<std::int64_t>(most_date_buckets)) return granularity;
  }
  return Granularity::year;
}

Granularity granularity_of(Facet facet, const MatchedStories& articles) {
  switch (facet) {
    case Facet::year:
      return Granularity::year;
    case Facet::month:
      return Granularity::month;
    case Facet::week:
      return Granularity::week;
    case Facet::day:
      return Granularity::day;
    default:
      return finest(articles);
  }
}

using Buckets = std::map<std::int32_t, std::size_t>;

// bucket_of() for days that mostly come near each other: the calendar is asked once a bucket.
class BucketOf {
 public:
  explicit BucketOf(Granularity granularity) : granularity_(granularity) {}

  std::int32_t operator()(std::int32_t day) {
    if (day < begin_ || day >= end_) {
      bucket_ = bucket_of(day, granularity_);
      begin_ = first_day_of(bucket_, granularity_);
      end_ = first_day_of(bucket_ + 1, granularity_);
    }
    return bucket_;
  }

 private:
  Granularity granularity_;
  std::int32_t bucket_ = 0, begin_ = 0, end_ = 0;  // of the last day
};

// Articles by day, where there are not too many days: most need no calendar, only the days that have any do.
class DayCounts {
 public:
  explicit DayCounts(const DayRange& days) : first_(days.first) {
    const std::int64_t count = std::int64_t{days.last} - days.first + 1;
    if (count > 0 && count <= most_days) counts_.resize(static_cast<std::size_t>(count));
  }

  bool add(std::int32_t day) {
    if (counts_.empty()) return false;
    ++counts_[static_cast<std::size_t>(day - first_)];
    return true;
  }

  void add_to(Buckets& buckets, BucketOf& bucket) const {
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (counts_[i] > 0) buckets[bucket(first_ + static_cast<std::int32_t>(i))] += counts_[i];
  }

 private:
  static constexpr std::int64_t most_days = 100'000;

  std::int32_t first_;
  std::vector<std::uint32_t> counts_;
};

// Calls each(bucket) for an article whose date is as fine as the buckets, and counts in `answer` one whose is not.
template <class Each>
void with_bucket(std::int32_t first, std::int32_t last, BucketOf& bucket_of, FacetAnswer& answer, Each&& each) {
  if (first == schema::no_day)
    ++answer.missing;
  else if (const std::int32_t bucket = bucket_of(first); first == last || bucket == bucket_of(last))
    each(bucket);
  else
    ++answer.imprecise;
}

// Articles that stand alone.
void count_segment(const State& state, std::size_t at, const schema::Bitmap& articles, BucketOf& bucket_of,
                   Buckets& buckets, FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  DayCounts days(state.index(at).days());
  const auto first = columns.first_day(), last = columns.last_day();
  articles.for_each([&](std::uint32_t article) {
    if (first[article] != schema::no_day && first[article] == last[article] && days.add(first[article])) return;
    with_bucket(first[article], last[article], bucket_of, answer, [&](std::int32_t bucket) { ++buckets[bucket]; });
  });
  days.add_to(buckets, bucket_of);
}

void count_stories(const MatchedStories& articles, BucketOf& bucket_of, Buckets& buckets, FacetAnswer& answer) {
  const auto collect = [&](std::uint32_t segment, std::uint32_t article, std::vector<std::int32_t>& found) {
    const schema::Columns& columns = *articles.state().segment(segment).columns;
    with_bucket(columns.first_day()[article], columns.last_day()[article], bucket_of, answer,
                [&](std::int32_t bucket) { found.push_back(bucket); });
  };
  articles.for_each_story_value<std::int32_t>(collect, [&](std::int32_t bucket) { ++buckets[bucket]; });
}

// Of too many buckets the fullest stay, in order of time.
void keep_fullest(Buckets& buckets, std::size_t limit, FacetAnswer& answer) {
  answer.more = buckets.size() - limit;
  std::vector<std::pair<std::int32_t, std::size_t>> ranked(buckets.begin(), buckets.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = limit; i < ranked.size(); ++i) buckets.erase(ranked[i].first);
}

void fill_holes(Buckets& buckets, std::size_t most, FacetAnswer& answer) {
  if (buckets.empty()) return;
  const std::int64_t first = buckets.begin()->first, last = buckets.rbegin()->first;
  const std::int64_t all = last - first + 1;
  if (all > static_cast<std::int64_t>(most)) {
    answer.holes = all > static_cast<std::int64_t>(buckets.size());
    return;
  }
  for (std::int64_t bucket = first; bucket <= last; ++bucket) buckets.try_emplace(static_cast<std::int32_t>(bucket), 0);
}

}  // namespace

FacetAnswer count_dates(const MatchedStories& articles, Facet facet, std::optional<std::size_t> limit) {
  const State& state = articles.state();
  const Granularity granularity = granularity_of(facet, articles);
  FacetAnswer answer;
  answer.facet = facet;
  answer.granularity = name_of(granularity);
  BucketOf bucket_of(granularity);
  Buckets buckets;
  for (std::size_t i = 0; i < state.size(); ++i) count_segment(state, i, articles.alone(i), bucket_of, buckets, answer);
  count_stories(articles, bucket_of, buckets, answer);
  if (limit && buckets.size() > *limit) keep_fullest(buckets, *limit, answer);
  fill_holes(buckets, limit ? std::min(*limit, most_filled_buckets) : most_filled_buckets, answer);
  for (const auto& [bucket, count] : buckets) answer.counts.push_back({bucket_name(bucket, granularity), count});
  return answer;
}

}  // namespace dateline::searcher
