#include "text/names/name_likeness.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "text/names/sound_distance.hpp"

namespace dateline::text {
namespace {

using Part = NameSound::Part;

// A name as it is compared.
struct Divided {
  const Part &family, &given, &whole;
};

// With the family name before the given names.
struct Turned {
  explicit Turned(const NameSound& name) : family(name.parts.front()) {
    for (std::size_t i = 1; i < name.parts.size(); ++i) append(given, name.parts[i]);
    whole = given;
    append(whole, family);  // as others have it
  }
  Part family, given, whole;
};

double sounds_alike(const Part& a, const Part& b, bool vowels, Hearing hearing) {
  return vowels ? sound_likeness(a.sounds, b.sounds, hearing) : sound_likeness(a.consonants, b.consonants, hearing);
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

NameLikeness compare(const Divided& a, const Divided& b, bool both_have_given, bool vowels, Hearing hearing) {
  NameLikeness like;
  if (!begin_alike(a.family.skeleton, b.family.skeleton, hearing)) return like;
  like.family = skeleton_likeness(a.family.skeleton, b.family.skeleton, hearing);
  like.given = both_have_given ? skeleton_likeness(a.given.skeleton, b.given.skeleton, hearing) : 1;
  if (like.family < .5 || like.given < .3) return like;  // seldom anything, and most are so
  const double whole = skeleton_likeness(a.whole.skeleton, b.whole.skeleton, hearing);
  const double consonants_alike =
      both_have_given ? .5 * like.family + .3 * like.given + .2 * whole : .6 * like.family + .4 * whole;
  if (consonants_alike < .6) return like;
  like.family_sounds = sounds_alike(a.family, b.family, vowels, hearing);
  like.given_sounds = both_have_given ? sounds_alike(a.given, b.given, vowels, hearing) : 1;
  like.score = .6 * consonants_alike + .4 * (.65 * like.family_sounds + .35 * like.given_sounds);
  // Yi, Ito: vowels have no consonants to be alike.
  const bool vowels_alone = a.family.skeleton.empty() && b.family.skeleton.empty();
  like.possible = (vowels_alone ? like.family_sounds : like.family) >= .65 && like.given >= .5;
  return like;
}

// Names of which one is not divided: as a whole, and only a close match counts.
NameLikeness compare_whole(const Divided& a, const Divided& b, bool vowels, Hearing hearing) {
  NameLikeness like;
  like.family = like.given = skeleton_likeness(a.whole.skeleton, b.whole.skeleton, hearing);
  like.family_sounds = like.given_sounds = sounds_alike(a.whole, b.whole, vowels, hearing);
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
  const std::size_t x = a.whole.skeleton.size(), y = b.whole.skeleton.size();
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
  const Divided x{a.family, a.given, a.whole}, y{b.family, b.given, b.whole};
  if (a.is_divided != b.is_divided) return compare_whole(x, y, vowels, hearing);
  const bool both_have_given = a.parts.size() > 1 && b.parts.size() > 1;
  NameLikeness best = compare(x, y, both_have_given, vowels, hearing);
  const auto take_better = [&](const NameLikeness& like) {
    if (like.score > best.score) best = like;
  };
  if (both_have_given && may_have_family_first(a) != may_have_family_first(b)) {
    const Turned turned(may_have_family_first(a) ? a : b);
    take_better(
        compare({turned.family, turned.given, turned.whole}, may_have_family_first(a) ? y : x, true, vowels, hearing));
  }
  // "Nasr Allah" and "Nasrallah": as one when they are not divided alike.
  if (a.parts.size() != b.parts.size()) take_better(compare_whole(x, y, vowels, hearing));
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
