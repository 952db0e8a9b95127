// Filters by terms where many articles are asked, by columns where few are or where no term tells.
#include <algorithm>

#include "schema/terms.hpp"
#include "searcher/match/date_terms.hpp"
#include "searcher/match/segment_matcher.hpp"

namespace dateline::searcher {
namespace {

template <class Test>
Bitmap filtered(const Bitmap& within, Test&& test) {
  Bitmap matched(within.size());
  within.for_each([&](std::uint32_t article) {
    if (test(article)) matched.set(article);
  });
  return matched;
}

std::vector<bool> wanted(const schema::Dictionary& dictionary, const std::vector<std::string>& values) {
  std::vector<bool> result(dictionary.size());
  for (std::uint32_t i = 0; i < dictionary.size(); ++i)
    result[i] = std::find(values.begin(), values.end(), dictionary[i]) != values.end();
  return result;
}

bool any_wanted(std::span<const std::uint32_t> ordinals, const std::vector<bool>& wanted) {
  return std::any_of(ordinals.begin(), ordinals.end(), [&](std::uint32_t ordinal) { return wanted[ordinal]; });
}

// Below this many articles their columns are read sooner than a range's lists.
constexpr std::uint32_t few_articles = 4096;

}  // namespace

Bitmap SegmentMatcher::match_any_term(const std::vector<std::string>& terms, const Bitmap& within) {
  Bitmap matched(within.size());
  for (const std::string& term : terms) matched.set_all(postings_.of(term).articles);
  return matched &= within;
}

Bitmap SegmentMatcher::match_values(schema::Field field, const std::vector<std::string>& values, const Bitmap& within) {
  std::vector<std::string> terms;
  for (const std::string& value : values) terms.push_back(schema::term(field, value));
  return match_any_term(terms, within);
}

Bitmap SegmentMatcher::match_dates(const Plan& plan, const Bitmap& within) {
  const auto first = segment_.columns->first_day(), last = segment_.columns->last_day();
  if (undated_) return filtered(within, [&](std::uint32_t article) { return first[article] == schema::no_day; });
  const DayRange days = plan.days;
  if (plan.overlap)
    return filtered(within, [&](std::uint32_t article) {
      return first[article] != schema::no_day && first[article] <= days.last && last[article] >= days.first;
    });
  if (within.count() > few_articles) {
    const DayRange known = index_.days();
    return match_any_term(date_terms({std::max(days.first, known.first), std::min(days.last, known.last)}), within);
  }
  return filtered(within, [&](std::uint32_t article) {
    return first[article] != schema::no_day && first[article] >= days.first && last[article] <= days.last;
  });
}

Bitmap SegmentMatcher::match_languages(const Plan& plan, const Bitmap& within) const {
  const auto languages = segment_.columns->language();
  const std::vector<bool> asked = wanted(segment_.columns->languages(), plan.values);
  return filtered(
      within, [&](std::uint32_t article) { return languages[article] < asked.size() && asked[languages[article]]; });
}

Bitmap SegmentMatcher::match_sources(const Plan& plan, const Bitmap& within) {
  return match_values(schema::Field::source, plan.values, within);
}

Bitmap SegmentMatcher::match_speakers(const Plan& plan, const Bitmap& within) {
  const SpeakerSet& asked = speakers_of(plan);
  if (!asked.unknown) return match_values(schema::Field::speaker, plan.values, within);
  const auto speakers = segment_.columns->speakers_of();
  const auto unknown = segment_.columns->unknown_quotes();
  return filtered(within, [&](std::uint32_t article) {
    return unknown[article] > 0 || any_wanted(speakers[article], asked.ordinals);
  });
}

Bitmap SegmentMatcher::match_paths(const Plan& plan, const Bitmap& within) const {
  std::string_view path = plan.text;
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  return filtered(within, [&](std::uint32_t article) {
    const std::string_view input = segment_.columns->input(article);
    if (path.empty() || input.substr(0, path.size()) != path) return false;
    if (input.size() == path.size()) return true;
    const char next = input[path.size()];
    return next == '/' || next == ':' || next == '!';  // a folder, or an input of many articles
  });
}

}  // namespace dateline::searcher
