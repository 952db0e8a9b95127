#include "searcher/facets/histogram.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "schema/days.hpp"
#include "searcher/facets/stories.hpp"

namespace dateline::searcher {
namespace {

// The number of a bucket: days, months or years, each in a row without holes.
std::int32_t bucket_of(std::int32_t day, DatePrecision granularity) {
  if (granularity == DatePrecision::day) return day;
  const Date date = schema::from_day(day);
  return granularity == DatePrecision::year ? date.year : date.year * 12 + date.month - 1;
}

std::string name_of(std::int32_t bucket, DatePrecision granularity) {
  if (granularity == DatePrecision::day) return schema::to_string(schema::from_day(bucket));
  Date date;
  date.precision = granularity;
  const bool by_year = granularity == DatePrecision::year;
  date.year = by_year ? bucket : (bucket >= 0 ? bucket : bucket - 11) / 12;
  date.month = by_year ? 1 : bucket - date.year * 12 + 1;
  return schema::to_string(date);
}

struct DayRangeSeen {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
};

template <class Each>
void for_each_matched(const State& state, const std::vector<schema::Bitmap>& matched, Each&& each) {
  for (std::size_t i = 0; i < state.size(); ++i) {
    const auto first = state.segment(i).columns->first_day(), last = state.segment(i).columns->last_day();
    matched[i].for_each([&](std::uint32_t article) { each(first[article], last[article]); });
  }
}

DatePrecision finest(const State& state, const std::vector<schema::Bitmap>& matched) {
  DayRangeSeen seen;
  for_each_matched(state, matched, [&](std::int32_t first, std::int32_t last) {
    if (first == schema::no_day) return;
    seen.first = std::min(seen.first, first);
    seen.last = std::max(seen.last, last);
  });
  if (seen.first > seen.last) return DatePrecision::day;
  for (const DatePrecision granularity : {DatePrecision::day, DatePrecision::month}) {
    const std::int64_t buckets =
        std::int64_t{bucket_of(seen.last, granularity)} - bucket_of(seen.first, granularity) + 1;
    if (buckets <= static_cast<std::int64_t>(most_buckets)) return granularity;
  }
  return DatePrecision::year;
}

std::string_view name_of(DatePrecision granularity) {
  static constexpr std::string_view names[] = {"year", "month", "day"};
  return names[static_cast<std::size_t>(granularity)];
}

using Buckets = std::map<std::int32_t, std::size_t>;

void count_segment(const State& state, std::size_t at, const schema::Bitmap& matched, DatePrecision granularity,
                   bool group, Buckets& buckets, FacetAnswer& answer) {
  const schema::Columns& columns = *state.segment(at).columns;
  StoryFilter stories(state.segment(at), state.index(at), group);
  const auto first = columns.first_day(), last = columns.last_day();
  matched.for_each([&](std::uint32_t article) {
    if (first[article] == schema::no_day) {
      ++answer.missing;
      return;
    }
    const std::int32_t bucket = bucket_of(first[article], granularity);
    if (bucket != bucket_of(last[article], granularity)) {
      ++answer.imprecise;
    } else if (stories.is_new(article, static_cast<std::uint32_t>(bucket))) {
      ++buckets[bucket];
    }
  });
}

// Of too many buckets the fullest stay, in order of time.
void keep_fullest(Buckets& buckets, std::size_t limit, FacetAnswer& answer) {
  if (buckets.size() <= limit) return;
  answer.more = buckets.size() - limit;
  std::vector<std::pair<std::int32_t, std::size_t>> ranked(buckets.begin(), buckets.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = limit; i < ranked.size(); ++i) buckets.erase(ranked[i].first);
}

void fill_holes(Buckets& buckets) {
  if (buckets.empty()) return;
  const std::int64_t first = buckets.begin()->first, last = buckets.rbegin()->first;
  // Years may be far apart in an archive with a wrong date; then the holes stay holes.
  if (last - first >= static_cast<std::int64_t>(10 * most_buckets)) return;
  for (std::int64_t bucket = first; bucket <= last; ++bucket) buckets.try_emplace(static_cast<std::int32_t>(bucket), 0);
}

}  // namespace

FacetAnswer count_dates(const State& state, const std::vector<schema::Bitmap>& matched, Facet facet, std::size_t limit,
                        bool group) {
  const DatePrecision granularity = facet == Facet::year    ? DatePrecision::year
                                    : facet == Facet::month ? DatePrecision::month
                                                            : finest(state, matched);
  FacetAnswer answer;
  answer.facet = facet;
  answer.granularity = name_of(granularity);
  Buckets buckets;
  for (std::size_t i = 0; i < state.size(); ++i)
    count_segment(state, i, matched[i], granularity, group, buckets, answer);
  if (facet == Facet::date) {
    fill_holes(buckets);
  } else {
    keep_fullest(buckets, limit, answer);
  }
  for (const auto& [bucket, count] : buckets) answer.counts.push_back({name_of(bucket, granularity), count});
  return answer;
}

}  // namespace dateline::searcher
