#include "indexer/reading/dates/choice.hpp"

#include <algorithm>
#include <utility>

#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

// A story's own dates lie so close together: printed, put on the net, printed again.
constexpr std::int32_t near_days = 7;

bool lies_inside(const Date& fine, const Date& coarse) {
  return schema::first_day(fine) >= schema::first_day(coarse) && schema::last_day(fine) <= schema::last_day(coarse);
}

bool agrees(const Date& a, const Date& b) { return lies_inside(a, b) || lies_inside(b, a); }

bool has_day(const FoundDate& found, const Date& day) {
  if (found.year_missing) return found.date.month == day.month && found.date.day == day.day;
  return !found.other_reading && found.date.precision == DatePrecision::day && found.date == day;
}

void settle(FoundDate& found, bool month_first) {
  if (month_first) found.date = *found.other_reading;
  found.other_reading.reset();
}

// The year that brings a day without one nearest to `base`; nothing when none brings it near.
std::optional<Date> with_year_of(const Date& day, const Date& base) {
  std::optional<Date> best;
  std::int32_t least = base.precision == DatePrecision::day ? near_days : 0;
  for (int year = base.year - 1; year <= base.year + 1; ++year) {
    const Date made{year, day.month, day.day, DatePrecision::day};
    if (!schema::is_valid(made.year, made.month, made.day)) continue;
    const std::int32_t at = schema::first_day(made);
    const std::int32_t away =
        at < schema::first_day(base) ? schema::first_day(base) - at : std::max(at - schema::last_day(base), 0);
    if (away > least || (best && away == least)) continue;
    least = away;
    best = made;
  }
  return best;
}

}  // namespace

void DateChoice::add(DateOrigin origin, FoundDate found, std::string evidence) {
  if (!found.note.empty()) evidence += " (" + found.note + ")";
  candidates_.push_back({origin, std::move(found), std::move(evidence)});
}

bool DateChoice::has_open_order() const {
  return std::any_of(candidates_.begin(), candidates_.end(),
                     [](const Candidate& candidate) { return candidate.found.other_reading.has_value(); });
}

void DateChoice::settle_orders(int weekday, bool month_first) {
  for (Candidate& candidate : candidates_) {
    if (!candidate.found.other_reading) continue;
    const Date day_first = candidate.found.date, other = *candidate.found.other_reading;
    bool day_seen = false, other_seen = false;
    for (const Candidate& seen : candidates_) {
      day_seen |= has_day(seen.found, day_first);
      other_seen |= has_day(seen.found, other);
    }
    if (day_seen != other_seen)
      settle(candidate.found, other_seen);
    else if (month_first)
      settle(candidate.found, true);
    else if (weekday != 0 && (weekday_of(day_first) == weekday) != (weekday_of(other) == weekday))
      settle(candidate.found, weekday_of(other) == weekday);
  }
}

// A day with its year is worth more than one without, and more than the day on which the wire's reporter wrote.
bool DateChoice::is_more_trusted(const Candidate& a, const Candidate& b) {
  const auto rank = [](const Candidate& candidate) {
    const bool late = candidate.found.year_missing && candidate.origin == DateOrigin::dateline;
    return std::pair(late ? DateOrigin::tail : candidate.origin, candidate.found.year_missing);
  };
  return rank(a) < rank(b);
}

std::vector<DateChoice::Candidate> DateChoice::dated(std::int32_t today) const {
  std::vector<Candidate> all;
  const Candidate* base = nullptr;
  for (const Candidate& candidate : candidates_)
    if (!candidate.found.year_missing && (!base || candidate.origin < base->origin)) base = &candidate;
  for (Candidate candidate : candidates_) {
    if (candidate.found.year_missing) {
      const auto date = base ? with_year_of(candidate.found.date, certain_part(base->found)) : std::nullopt;
      if (!date || !is_plausible(*date, today)) continue;
      candidate.found.date = *date;
    }
    if (candidate.found.other_reading) candidate.evidence += " (day or month first)";
    candidate.found.date = certain_part(candidate.found);
    all.push_back(std::move(candidate));
  }
  return all;
}

std::optional<ChosenDate> DateChoice::choose(std::int32_t today) const {
  const std::vector<Candidate> all = dated(today);
  const auto best = std::min_element(all.begin(), all.end(), is_more_trusted);
  if (best == all.end()) return std::nullopt;
  ChosenDate chosen{best->found.date, best->evidence};
  for (const Candidate& candidate : all) {
    if (candidate.found.date.precision <= chosen.date.precision || candidate.origin == DateOrigin::updated) continue;
    if (!lies_inside(candidate.found.date, chosen.date)) continue;
    chosen.date = candidate.found.date;
    chosen.evidence += ", " + candidate.evidence;
  }
  for (const Candidate& candidate : all)
    if (candidate.origin != DateOrigin::updated && !agrees(candidate.found.date, chosen.date))
      chosen.evidence += "; not " + candidate.evidence;
  return chosen;
}

std::optional<ChosenDate> DateChoice::updated(std::int32_t today) const {
  for (const Candidate& candidate : dated(today))
    if (candidate.origin == DateOrigin::updated) return ChosenDate{candidate.found.date, candidate.evidence};
  return std::nullopt;
}

}  // namespace dateline::indexer
