#include "app/nearest.hpp"

#include <algorithm>

namespace dateline::app {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Rows of the table of optimal string alignment; a swap looks two rows back.
  std::vector<std::size_t> two_back(b.size() + 1), one_back(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) one_back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = one_back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({one_back[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, one_back);
    std::swap(one_back, row);
  }
  return one_back[b.size()];
}

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_name = 64;  // nobody mistypes more, and the table is quadratic
  if (typed.size() > longest_name) return std::nullopt;
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const bool begins = typed.size() >= 3 && candidate.compare(0, typed.size(), typed) == 0;
    const std::size_t distance = begins ? 0 : edit_distance(typed, candidate);
    if (distance < least && distance < candidate.size()) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& candidates) {
  const auto meant = nearest(typed, candidates);
  return meant ? "Did you mean " + *meant + "?" : std::string();
}

}  // namespace dateline::app
