// Conjunction and preposition with the article go first, then one ending of number, gender or owner, then that of
// relation. The letters و ف ب ك ل alone begin too many words (فريق, بيان, لبنان) to be taken off; only و is, where the
// word is not one of those that begin with it. Works on folded letters: ة is ه, ى is ي, the alefs are one.
#include <algorithm>

#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

// للبنان has one ل of its own, and no article.
constexpr Affix kArticles[] = {
    {"للبنان", 0, "لبنان"},
    {"ال", 3},
    {"بال", 3},
    {"كال", 3},
    {"فال", 3},
    {"لل", 3},
    {"وال", 3},
    {"فلل", 3},
    {"ولل", 3},
    {"وبال", 3},
    {"وكال", 3},
    {"فبال", 3},
};

constexpr Affix kAnd[] = {{"و", 3}};

constexpr std::string_view kOwnLetter[] = {
    // words that begin with و themselves
    "وارد",  "وارسو", "واسع",   "واسعه", "واشنطن", "واضح",  "واضحه",  "واقع",  "والد",  "والده",  "والدي", "وباء",
    "وثايق", "وثيقه", "وجهه",   "وجود",  "وحده",   "وحدات", "وحيد",   "وداع",  "وديعه", "وديه",   "وراء",  "ورشه",
    "ورقه",  "وزاره", "وزارات", "وزاري", "وزاريه", "وزراء", "وزير",   "وزيره", "وسايل", "وساطه",  "وسيط",  "وسيله",
    "وسطي",  "وسام",  "وشيك",   "وصول",  "وضعت",   "وطني",  "وطنيه",  "وظايف", "وظيفه", "وعود",   "وفاه",  "وفود",
    "وفيات", "وقود",  "وقوع",   "وقوف",  "وقفه",   "وكاله", "وكالات", "وكيل",  "ولايه", "ولايات", "ولاده", "ولادته",
    "وليد",  "ويلز",  "وقعت",   "وصلت",  "وصفت",   "وافق",  "وافقت",  "واصل",  "واصلت", "واحد",   "واحده", "وقالات",
};

// وت, يت and انون are left alone: بيروت, الكويت, and كانون (a month) is not كان (was).
constexpr Affix kNumberGenderOwner[] = {
    {"ت", 3},        {"تها", 3}, {"ته", 3}, {"تهم", 3},  {"وت", 1, "وت"}, {"انون", 1, "انون"},
    {"يت", 1, "يت"}, {"ها", 3},  {"هم", 3}, {"ان", 4},   {"ات", 3},       {"ون", 3},
    {"ين", 3},       {"ه", 3},   {"يا", 3}, {"اتها", 3}, {"اته", 3},      {"اتهم", 3},
};

constexpr Affix kRelation[] = {{"ي", 3}};

bool begins_itself(std::string_view word) {
  return std::find(std::begin(kOwnLetter), std::end(kOwnLetter), word) != std::end(kOwnLetter);
}

}  // namespace

std::string stem_arabic(std::string_view word) {
  std::string stem = fold(word);
  if (!begins_itself(stem) && !replace_beginning(stem, kArticles)) replace_beginning(stem, kAnd);
  replace_ending(stem, kNumberGenderOwner);
  replace_ending(stem, kRelation);
  return stem;
}

}  // namespace dateline::text
