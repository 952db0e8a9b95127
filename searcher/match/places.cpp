#include "searcher/match/places.hpp"

#include <algorithm>

#include "searcher/match/near.hpp"

namespace dateline::searcher {
namespace {

bool by_begin(const PositionRange& a, const PositionRange& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

void normalise(std::vector<PositionRange>& windows) {
  std::sort(windows.begin(), windows.end(), by_begin);
  windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
}

bool any_within(const std::vector<PositionRange>& windows, PositionRange unit) {
  auto window = std::lower_bound(windows.begin(), windows.end(), PositionRange{unit.begin, 0}, by_begin);
  for (; window != windows.end() && window->begin < unit.end; ++window) {
    if (window->end <= unit.end) return true;
  }
  return false;
}

// The sentences or paragraphs that touch `unit`, cut to it.
template <class Each>
bool any_unit(const std::vector<std::uint32_t>& ends, PositionRange unit, Each&& each) {
  auto end = std::upper_bound(ends.begin(), ends.end(), unit.begin);
  std::uint32_t begin = end == ends.begin() ? 0 : *(end - 1);
  for (; end != ends.end() && begin < unit.end; begin = *end++) {
    if (each(PositionRange{std::max(begin, unit.begin), std::min(*end, unit.end)})) return true;
  }
  return false;
}

bool crosses_paragraph(const schema::Structure& structure, PositionRange window) {
  const auto& ends = structure.paragraph_ends;
  const auto end = std::upper_bound(ends.begin(), ends.end(), window.begin);
  return end != ends.end() && *end < window.end;
}

}  // namespace

bool needs_structure(const Place& place) {
  if (place.kind == PlaceKind::anything || (place.kind == PlaceKind::together && place.unit != Unit::article))
    return true;
  return std::any_of(place.children.begin(), place.children.end(), needs_structure);
}

void PlaceFinder::begin_article(std::uint32_t article, const schema::Structure* structure) {
  article_ = article;
  structure_ = structure;
  steps_left_ = most_steps;
  found_.clear();
}

bool PlaceFinder::holds(const Place& place, PositionRange unit) {
  switch (place.kind) {
    case PlaceKind::together:
      return together_holds(place, unit);
    case PlaceKind::either:
      return std::any_of(place.children.begin(), place.children.end(),
                         [&](const Place& child) { return holds(child, unit); });
    case PlaceKind::without:
      return std::none_of(place.children.begin(), place.children.end(),
                          [&](const Place& child) { return holds(child, unit); });
    case PlaceKind::anything:
      return true;
    default:
      return any_within(windows(place), unit);
  }
}

bool PlaceFinder::every_child_holds(const Place& place, PositionRange unit) {
  return std::all_of(place.children.begin(), place.children.end(),
                     [&](const Place& child) { return holds(child, unit); });
}

bool PlaceFinder::together_holds(const Place& place, PositionRange unit) {
  if (place.unit == Unit::article) return every_child_holds(place, unit);
  const auto& ends = place.unit == Unit::sentence ? structure_->sentence_ends : structure_->paragraph_ends;
  return any_unit(ends, unit, [&](PositionRange part) { return every_child_holds(place, part); });
}

const PlaceFinder::Windows& PlaceFinder::windows(const Place& place) {
  for (const auto& [known, windows] : found_)
    if (known == &place) return windows;
  Windows windows = find(place);
  return found_.emplace_back(&place, std::move(windows)).second;
}

PlaceFinder::Windows PlaceFinder::find(const Place& place) {
  switch (place.kind) {
    case PlaceKind::forms:
      return find_forms(place);
    case PlaceKind::phrase:
      return find_phrase(place);
    case PlaceKind::near:
      return find_near(place, false);
    case PlaceKind::ordered:
      return find_near(place, true);
    case PlaceKind::together:
      return find_together(place);
    case PlaceKind::either:
      break;
    default:
      return {};
  }
  Windows all;
  for (const Place& child : place.children) {
    const Windows some = find(child);
    all.insert(all.end(), some.begin(), some.end());
  }
  normalise(all);
  return all;
}

PlaceFinder::Windows PlaceFinder::find_forms(const Place& place) {
  Windows windows;
  const schema::Bitmap* spoken = postings_.in(place.languages);
  if (spoken && !(*spoken)[article_]) return windows;
  positions_.clear();
  for (const std::string& term : place.terms)
    if (place.terms.size() == 1 || postings_.has(term, article_)) postings_.positions(term).of(article_, positions_);
  for (const std::uint32_t position : positions_) windows.push_back({position, position + 1});
  if (place.terms.size() > 1) normalise(windows);
  return windows;
}

// Null when the phrase is more than that.
WordRun* PlaceFinder::word_run(const Place& place) {
  const auto [known, is_new] = word_runs_.try_emplace(&place);
  if (is_new && WordRun::is_one(place)) known->second.emplace(place, postings_);
  return known->second ? &*known->second : nullptr;
}

PlaceFinder::Windows PlaceFinder::find_phrase(const Place& place) {
  if (WordRun* run = word_run(place)) {
    Windows found;
    for (const std::uint32_t begin : run->begins_in(article_)) found.push_back({begin, begin + run->length()});
    return found;
  }
  Windows found = find(place.children.front());
  bool has_blank = false;
  for (std::size_t i = 1; i < place.children.size() && !found.empty(); ++i) {
    if (place.children[i].kind == PlaceKind::anything) {
      for (PositionRange& window : found) ++window.end;
      has_blank = true;
      continue;
    }
    const Windows next = find(place.children[i]);
    Windows longer;
    for (const PositionRange& window : found) {
      auto follower = std::lower_bound(next.begin(), next.end(), PositionRange{window.end, 0}, by_begin);
      for (; follower != next.end() && follower->begin == window.end; ++follower)
        longer.push_back({window.begin, follower->end});
    }
    found = std::move(longer);
  }
  // The gap between paragraphs is no word.
  if (has_blank)
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const PositionRange& window) { return crosses_paragraph(*structure_, window); }),
                found.end());
  normalise(found);
  return found;
}

PlaceFinder::Windows PlaceFinder::find_near(const Place& place, bool in_order) {
  std::vector<Windows> operands;
  for (const Place& child : place.children) {
    operands.push_back(windows(child));
    if (operands.back().empty()) return {};
  }
  Windows found = windows_near(operands, place.distance, in_order, steps_left_);
  tried_all_ &= steps_left_ > 0;
  normalise(found);
  return found;
}

// As a part of something longer, "a /s b" stands where a or b do in a sentence that has both.
PlaceFinder::Windows PlaceFinder::find_together(const Place& place) {
  Windows found;
  const auto collect = [&](PositionRange unit) {
    if (!every_child_holds(place, unit)) return false;
    for (const Place& child : place.children) {
      for (const PositionRange& window : windows(child))
        if (window.begin >= unit.begin && window.end <= unit.end) found.push_back(window);
    }
    return false;
  };
  constexpr PositionRange whole{0, UINT32_MAX};
  if (place.unit == Unit::article) collect(whole);
  if (place.unit == Unit::sentence) any_unit(structure_->sentence_ends, whole, collect);
  if (place.unit == Unit::paragraph) any_unit(structure_->paragraph_ends, whole, collect);
  normalise(found);
  return found;
}

}  // namespace dateline::searcher
