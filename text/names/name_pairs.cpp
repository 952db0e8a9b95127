#include "text/names/name_pairs.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "text/names/name_gallery.hpp"
#include "text/names/name_likeness.hpp"
#include "text/names/name_sound.hpp"
#include "text/names/romanisation.hpp"

namespace dateline::text {
namespace {

using Number = std::uint32_t;

// Of the best candidates that one name has in one script and language.
struct Best {
  Number number = 0;
  NameLikeness like;
  double next = 0;  // the best score of a name that is no romanisation of the same
};

class PairFinder {
 public:
  explicit PairFinder(const std::vector<NamedOne>& names) : best_(names.size()) {
    std::map<std::string, std::size_t> group_numbers;
    for (const NamedOne& name : names) {
      const NameSound& sound = gallery_[gallery_.add(sound_of(name.name, name.language))];
      const auto group = group_numbers.try_emplace(sound.script + sound.language, group_numbers.size()).first;
      groups_.push_back(static_cast<Group>(group->second));
      keys_.push_back(romanisation_key(name.name));
    }
    gallery_.ready();
    for (Number number = 0; number < names.size(); ++number)
      if (!keys_[number].empty()) by_key_[keys_[number]].push_back(number);
  }

  std::vector<NamePair> find() {
    pair_romanisations();
    for (Number number = 0; number < gallery_.size(); ++number)
      if (is_full(gallery_[number]) && gallery_[number].script != "Latn") compare_with_others(number);
    pair_by_sound();
    std::sort(pairs_.begin(), pairs_.end(), [](const NamePair& x, const NamePair& y) {
      return std::tie(y.score, x.a, x.b) < std::tie(x.score, y.a, y.b);
    });
    return std::move(pairs_);
  }

 private:
  using Group = std::uint32_t;  // script and language

  static bool is_full(const NameSound& name) { return name.parts.size() > 1 || !name.is_divided; }
  Group group_of(Number number) const { return groups_[number]; }

  void pair_romanisations() {
    for (const auto& [key, numbers] : by_key_)
      for (std::size_t i = 1; i < numbers.size(); ++i) pairs_.push_back({numbers[0], numbers[i], 1, true, true});
  }

  // Latin with Latin is never compared by sound: Schmidt and Smith keep their spellings in all Latin languages.
  void compare_with_others(Number number) {
    const NameSound& name = gallery_[number];
    for (const Number other : gallery_.near(name)) {
      if (group_of(other) == group_of(number)) continue;
      const NameSound& candidate = gallery_[other];
      if (!is_full(candidate)) continue;
      if (candidate.script != "Latn" && other < number) continue;  // compared already, from there
      const NameLikeness like = likeness(name, candidate);
      if (!like.possible || like.score < perhaps_one_name) continue;
      note(number, other, like);
      note(other, number, like);
      likenesses_.push_back({std::min(number, other), std::max(number, other), like});
    }
  }

  void note(Number of, Number other, const NameLikeness& like) {
    const auto [known, is_new] = best_[of].try_emplace(group_of(other));
    Best& best = known->second;
    if (is_new) {
      best = {other, like, 0};
    } else if (like.score > best.like.score) {
      if (!is_same(best.number, other)) best.next = best.like.score;
      best.number = other;
      best.like = like;
    } else if (!is_same(best.number, other)) {
      best.next = std::max(best.next, like.score);
    }
  }

  bool is_same(Number a, Number b) const { return a == b || (!keys_[a].empty() && keys_[a] == keys_[b]); }

  bool is_best(Number of, Number other) const {
    const Best& best = best_[of].at(group_of(other));
    // Nothing comes near a name that sounds the same to the letter but forms of itself ("Петрова", "Петровой").
    constexpr double same = .995, margin_of_same = .01;
    const double margin = best.like.score >= same ? margin_of_same : name_margin;
    return is_same(best.number, other) && best.like.score - best.next >= margin;
  }

  // In one script a change of letters is seldom a change of language.
  bool is_sure(Number a, Number b, const NameLikeness& like) const {
    constexpr double within_script = .93;
    const NameSound &x = gallery_[a], &y = gallery_[b];
    if (!x.is_divided || !y.is_divided || !is_surely_one_name(like)) return false;
    if (x.script == y.script && like.score < within_script) return false;
    return is_best(a, b) && is_best(b, a);
  }

  void pair_by_sound() {
    for (const auto& [a, b, like] : likenesses_) pairs_.push_back({a, b, like.score, is_sure(a, b, like), false});
  }

  struct Compared {
    Number a, b;
    NameLikeness like;
  };
  NameGallery gallery_{NameGallery::Given::first_two};
  std::vector<Group> groups_;
  std::vector<std::string> keys_;                      // of romanisation
  std::map<std::string, std::vector<Number>> by_key_;  // sorted: the pairs are the same in every run
  std::vector<std::unordered_map<Group, Best>> best_;
  std::vector<Compared> likenesses_;
  std::vector<NamePair> pairs_;
};

}  // namespace

std::vector<NamePair> find_name_pairs(const std::vector<NamedOne>& names) { return PairFinder(names).find(); }

}  // namespace dateline::text
