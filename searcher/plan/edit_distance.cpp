#include "searcher/plan/edit_distance.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace dateline::searcher {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result.push_back(text::next_code_point(text, at));
  return result;
}

EditDistance::EditDistance(std::string_view word) : word_(code_points(word)) {
  for (std::size_t i = 0; i <= word_.size(); ++i) rows_.push_back(static_cast<int>(i));
}

void EditDistance::spell(char32_t letter) {
  const std::size_t columns = word_.size() + 1, here = rows_.size();
  rows_.resize(here + columns);
  const int* const before = &rows_[here - columns];
  int* const row = &rows_[here];
  row[0] = before[0] + 1;
  for (std::size_t i = 1; i < columns; ++i) {
    const int changed = before[i - 1] + (word_[i - 1] == letter ? 0 : 1);
    row[i] = std::min({before[i] + 1, row[i - 1] + 1, changed});
    const bool swapped = i > 1 && !spelt_.empty() && word_[i - 1] == spelt_.back() && word_[i - 2] == letter;
    if (swapped) row[i] = std::min(row[i], *(before - columns + i - 2) + 1);
  }
  spelt_.push_back(letter);
}

void EditDistance::cut(std::size_t letters) {
  spelt_.resize(letters);
  rows_.resize((letters + 1) * (word_.size() + 1));
}

int EditDistance::distance() const { return rows_.back(); }

int EditDistance::least() const {
  const auto columns = static_cast<std::ptrdiff_t>(word_.size() + 1);
  return *std::min_element(rows_.end() - columns, rows_.end());
}

bool EditDistance::within(std::string_view other_utf8, int most) {
  if (other_utf8.size() > 4 * (word_.size() + static_cast<std::size_t>(most))) return false;
  const std::u32string other = code_points(other_utf8);
  const std::size_t n = word_.size(), m = other.size();
  if ((n > m ? n - m : m - n) > static_cast<std::size_t>(most)) return false;
  const auto common = std::mismatch(spelt_.begin(), spelt_.end(), other.begin(), other.end()).first - spelt_.begin();
  cut(static_cast<std::size_t>(common));
  for (std::size_t i = spelt_.size(); i < m; ++i) {
    spell(other[i]);
    if (least() > most) return false;
  }
  return distance() <= most;
}

}  // namespace dateline::searcher
