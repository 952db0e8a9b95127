#include "searcher/suggest/correction.hpp"

#include <algorithm>
#include <tuple>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

bool is_better(const Correction& a, const Correction& b) {
  return std::tie(a.edits, b.articles, a.word) < std::tie(b.edits, a.articles, b.word);
}

void Corrections::add(std::string_view word, int edits, std::size_t articles) {
  if (is_correctable(word)) found_.push_back({std::string(word), edits, articles});
}

std::vector<Correction> Corrections::take() {
  std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
  std::vector<Correction> distinct;
  for (Correction& correction : found_) {
    if (!distinct.empty() && distinct.back().word == correction.word)
      distinct.back().articles += correction.articles;
    else
      distinct.push_back(std::move(correction));
  }
  std::sort(distinct.begin(), distinct.end(), is_better);
  return distinct;
}

bool is_correctable(std::string_view folded) {
  constexpr std::size_t fewest_letters = 3;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded.size(); ++letters) {
    const auto kind = text::character_class(static_cast<std::int32_t>(text::next_code_point(folded, at)));
    if (kind == text::CharacterClass::digit || text::is_undivided(kind)) return false;
  }
  return letters >= fewest_letters;
}

int most_edits(std::string_view folded) {
  constexpr std::size_t long_word = 6;
  return text::count_code_points(folded) < long_word ? 1 : 2;
}

}  // namespace dateline::searcher
