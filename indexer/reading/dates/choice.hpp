// Which of the dates that an article shows is its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/dates/dates.hpp"

namespace dateline::indexer {

// Where a date was found, the most trusted first.
enum class DateOrigin : std::uint8_t { given, labelled, head_line, dateline, url, tail, updated };

struct ChosenDate {
  Date date;
  std::string evidence;  // where it was found; then the others that say another day, each with its place
};

class DateChoice {
 public:
  // Of equal origins the first added wins. `evidence`: its place, and what is written there.
  void add(DateOrigin origin, FoundDate found, std::string evidence);

  // Whether 03/04/2024 waits for a hint.
  bool has_open_order() const;
  // A weekday of the first paragraph (1 is Sunday), or a publisher who writes the month first: decide such orders
  // where no other date of the article does.
  void settle_orders(int weekday, bool month_first);

  // The most trusted one. A finer one that lies inside of it makes it finer; one without a year takes the year of a
  // date within days of it, and is none when there is no such date.
  std::optional<ChosenDate> choose(std::int32_t today) const;

  // When it was changed: a date labelled so, whether or not it is the chosen one.
  std::optional<ChosenDate> updated(std::int32_t today) const;

 private:
  struct Candidate {
    DateOrigin origin;
    FoundDate found;
    std::string evidence;
  };
  static bool is_more_trusted(const Candidate& a, const Candidate& b);
  std::vector<Candidate> dated(std::int32_t today) const;
  std::vector<Candidate> candidates_;
};

}  // namespace dateline::indexer
