#include "searcher/plan/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result.push_back(text::next_code_point(text, at));
  return result;
}

}  // namespace

EditDistance::EditDistance(std::string_view word) : word_(code_points(word)) {}

bool EditDistance::within(std::string_view other_utf8, int most) const {
  if (other_utf8.size() > 4 * (word_.size() + static_cast<std::size_t>(most))) return false;
  const std::u32string other = code_points(other_utf8);
  const std::size_t n = word_.size(), m = other.size();
  if ((n > m ? n - m : m - n) > static_cast<std::size_t>(most)) return false;
  std::array<std::vector<int>, 3> rows;  // of the words' prefixes: two before, one before, this
  for (auto& row : rows) row.resize(m + 1);
  for (std::size_t j = 0; j <= m; ++j) rows[1][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= n; ++i) {
    auto& [older, last, row] = rows;
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= m; ++j) {
      const int changed = last[j - 1] + (word_[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && word_[i - 1] == other[j - 2] && word_[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > most) return false;
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return rows[1][m] <= most;
}

}  // namespace dateline::searcher
