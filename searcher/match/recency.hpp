// A gentle preference for newer articles: what is of today weighs half as much again, and that lead halves every so
// many days. It orders what is about equally good; it never lifts a passing mention over an article on the subject.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "schema/columns.hpp"

namespace dateline::searcher {

class Recency {
 public:
  static constexpr double lead = 0.5;

  Recency() = default;
  // `half_life` in days; 0: no preference. `today`: days since 1970-01-01.
  Recency(std::uint32_t half_life, std::int32_t today) : half_life_(half_life), today_(today) {}

  bool matters() const { return half_life_ > 0; }

  // What is not dated has no lead; what is dated in the future is of today.
  float factor(std::int32_t day) const {
    if (!matters() || day == schema::no_day) return 1;
    const double age = std::max(0.0, static_cast<double>(today_) - static_cast<double>(day));
    return static_cast<float>(1 + lead * std::exp2(-age / half_life_));
  }

 private:
  std::uint32_t half_life_ = 0;
  std::int32_t today_ = 0;
};

}  // namespace dateline::searcher
