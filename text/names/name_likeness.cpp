#include "text/names/name_likeness.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "text/names/sound_distance.hpp"

namespace dateline::text {
namespace {

using Parts = std::span<const NameSound::Part>;

// A name as it is compared: the parts before the family name as one.
struct Divided {
  std::string family_sounds, family_skeleton, given_sounds, given_skeleton;
  std::string sounds, skeleton;  // of all
};

std::string consonants(std::string_view sounds) {
  std::string kept;
  for (const char sound : sounds)
    if (!is_vowel(sound) && (kept.empty() || kept.back() != sound)) kept += sound;
  return kept;
}

// "Kim Min-su" is heard as "kiminsu".
void join(std::string& all, std::string_view next) {
  if (!all.empty() && !next.empty() && all.back() == next.front()) next.remove_prefix(1);
  all += next;
}

std::string joined(std::string all, std::string_view next) {
  join(all, next);
  return all;
}

Divided divide(const NameSound& name, bool family_first, bool with_vowels) {
  Divided divided;
  const std::size_t family = family_first ? 0 : name.parts.size() - 1;
  for (std::size_t i = 0; i < name.parts.size(); ++i) {
    const NameSound::Part& part = name.parts[i];
    const std::string sounds = with_vowels ? part.sounds : consonants(part.sounds);
    if (i == family) {
      divided.family_sounds = sounds;
      divided.family_skeleton = part.skeleton;
    } else {
      join(divided.given_sounds, sounds);
      join(divided.given_skeleton, part.skeleton);
    }
  }
  const std::string &first = family_first ? divided.family_sounds : divided.given_sounds,
                    &last = family_first ? divided.given_sounds : divided.family_sounds;
  divided.sounds = joined(first, last);
  divided.skeleton = family_first ? joined(divided.family_skeleton, divided.given_skeleton)
                                  : joined(divided.given_skeleton, divided.family_skeleton);
  return divided;
}

// How family names begin is heard in every language; what is only half a sound may be missing.
bool begin_alike(std::string_view a, std::string_view b, Hearing hearing) {
  if (a.empty() || b.empty()) return true;
  const auto agree = [&](std::string_view x, std::string_view y) {
    return x.empty() || y.empty() || class_difference(x.front(), y.front(), hearing) <= .45;
  };
  const auto is_half = [](char c) { return c == 'H' || c == 'W' || c == 'J'; };
  return agree(a, b) || (is_half(a.front()) && agree(a.substr(1), b)) || (is_half(b.front()) && agree(a, b.substr(1)));
}

NameLikeness compare(const Divided& a, const Divided& b, bool both_have_given, Hearing hearing) {
  NameLikeness like;
  if (!begin_alike(a.family_skeleton, b.family_skeleton, hearing)) return like;
  like.family = skeleton_likeness(a.family_skeleton, b.family_skeleton, hearing);
  like.given = both_have_given ? skeleton_likeness(a.given_skeleton, b.given_skeleton, hearing) : 1;
  const double whole = skeleton_likeness(a.skeleton, b.skeleton, hearing);
  const double consonants_alike =
      both_have_given ? .5 * like.family + .3 * like.given + .2 * whole : .6 * like.family + .4 * whole;
  if (consonants_alike < .6) return like;
  like.family_sounds = sound_likeness(a.family_sounds, b.family_sounds, hearing);
  like.given_sounds = both_have_given ? sound_likeness(a.given_sounds, b.given_sounds, hearing) : 1;
  like.score = .6 * consonants_alike + .4 * (.65 * like.family_sounds + .35 * like.given_sounds);
  // Yi, Ito: vowels have no consonants to be alike.
  const bool vowels_alone = a.family_skeleton.empty() && b.family_skeleton.empty();
  like.possible = (vowels_alone ? like.family_sounds : like.family) >= .65 && like.given >= .5;
  return like;
}

// Names of which one is not divided: as a whole, and only a close match counts.
NameLikeness compare_whole(const Divided& a, const Divided& b, Hearing hearing) {
  NameLikeness like;
  like.family = like.given = skeleton_likeness(a.skeleton, b.skeleton, hearing);
  like.family_sounds = like.given_sounds = sound_likeness(a.sounds, b.sounds, hearing);
  like.score = .97 * (.5 * like.family + .5 * like.family_sounds);
  like.possible = like.score >= .75;
  return like;
}

bool may_have_family_first(const NameSound& name) {
  return name.language == "hu" || name.language == "ja" || name.language == "ko" || name.language == "zh";
}

Hearing hearing_of(const NameSound& name) {
  if (name.script == "Latn" || name.script == "Cyrl" || name.script == "Grek") return Hearing::exact;
  return name.vowels_written ? Hearing::rough : Hearing::consonants;
}

bool lengths_differ(const NameSound& a, const NameSound& b) {
  const auto length = [](const NameSound& name) {
    std::size_t sum = 0;
    for (const NameSound::Part& part : name.parts) sum += part.skeleton.size();
    return sum;
  };
  const std::size_t x = length(a), y = length(b);
  return std::max(x, y) - std::min(x, y) > 4;
}

// Иванов and Ivanova, Evgeni and Evgenia: a man and a woman.
bool differ_in_gender(const NameSound::Part& a, const NameSound::Part& b) {
  const auto differ = [](char x, char y) { return x == 'a' && !is_vowel(y) && y != 'w' && y != 'h'; };
  return differ(a.sounds.back(), b.sounds.back()) || differ(b.sounds.back(), a.sounds.back());
}

bool differ_in_gender(const NameSound& a, const NameSound& b) {
  if (a.parts.size() < 2 || b.parts.size() < 2) return false;
  return differ_in_gender(a.parts.back(), b.parts.back()) || differ_in_gender(a.parts.front(), b.parts.front());
}

NameLikeness likeness_of_sounds(const NameSound& a, const NameSound& b) {
  const Hearing hearing = std::max(hearing_of(a), hearing_of(b));
  if (hearing != Hearing::rough && differ_in_gender(a, b)) return {};
  const bool vowels = a.vowels_written && b.vowels_written;
  const Divided x = divide(a, false, vowels), y = divide(b, false, vowels);
  const NameLikeness whole = compare_whole(x, y, hearing);
  if (a.is_divided != b.is_divided) return whole;
  const bool both_have_given = a.parts.size() > 1 && b.parts.size() > 1;
  NameLikeness best = compare(x, y, both_have_given, hearing);
  if (both_have_given && may_have_family_first(a) != may_have_family_first(b)) {
    const bool turn_a = may_have_family_first(a);
    const NameLikeness turned =
        compare(turn_a ? divide(a, true, vowels) : x, turn_a ? y : divide(b, true, vowels), true, hearing);
    if (turned.score > best.score) best = turned;
  }
  // "Nasr Allah" and "Nasrallah": as one when they are not divided alike.
  if (a.parts.size() != b.parts.size() && whole.score > best.score) best = whole;
  return best;
}

}  // namespace

NameLikeness likeness(const NameSound& a, const NameSound& b) {
  if (a.empty() || b.empty() || lengths_differ(a, b)) return {};
  if (a.letters == b.letters) return {1, 1, 1, 1, 1, true};
  return likeness_of_sounds(a, b);
}

bool is_surely_one_name(const NameLikeness& like) {
  return like.possible && like.score >= .88 && like.family_sounds >= .85 && like.given_sounds >= .7;
}

}  // namespace dateline::text
