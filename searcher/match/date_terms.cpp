#include "searcher/match/date_terms.hpp"

#include "schema/days.hpp"
#include "schema/terms.hpp"

namespace dateline::searcher {
namespace {

using schema::Field;

constexpr int most_years = 10'000;

std::string year_term(int year) {
  return schema::term(Field::date_year, schema::to_string({year, 1, 1, DatePrecision::year}));
}

std::string month_term(int year, int month) {
  return schema::term(Field::date_month, schema::to_string({year, month, 1, DatePrecision::month}));
}

std::string day_term(std::int32_t day) {
  return schema::term(Field::date_day, schema::to_string(schema::from_day(day)));
}

void add_month(int year, int month, const DayRange& days, std::vector<std::string>& terms) {
  const Date whole{year, month, 1, DatePrecision::month};
  const DayRange part{std::max(schema::first_day(whole), days.first), std::min(schema::last_day(whole), days.last)};
  if (part == DayRange{schema::first_day(whole), schema::last_day(whole)}) {
    terms.push_back(month_term(year, month));
    return;
  }
  for (std::int32_t day = part.first; day <= part.last; ++day) terms.push_back(day_term(day));
}

void add_year(int year, const DayRange& days, std::vector<std::string>& terms) {
  const Date whole{year, 1, 1, DatePrecision::year};
  if (days.first <= schema::first_day(whole) && schema::last_day(whole) <= days.last) {
    terms.push_back(year_term(year));
    return;
  }
  for (int month = 1; month <= 12; ++month) add_month(year, month, days, terms);
}

}  // namespace

std::vector<std::string> date_terms(const DayRange& days) {
  std::vector<std::string> terms;
  if (days.first > days.last) return terms;
  const int first = schema::from_day(days.first).year;
  const int last = std::min(schema::from_day(days.last).year, first + most_years);
  for (int year = first; year <= last; ++year) add_year(year, days, terms);
  return terms;
}

}  // namespace dateline::searcher
