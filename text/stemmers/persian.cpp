// What a zero-width non-joiner sets off is known to be an ending (کتاب‌های) or the sign of a verb
// (می‌خواهد), and goes however little is left. Written together (کتابهای) an ending goes only if enough
// is left: first the plural with its owner, then degree, then the plurals of persons and of Arabic words. می written
// together begins too many words (میدان). Works on folded letters: ی is ي, ک is ك.
#include <algorithm>
#include <vector>

#include "text/fold.hpp"
#include "text/stemmers/affixes.hpp"
#include "text/stemmers/light_stemmers.hpp"

namespace dateline::text {
namespace {

constexpr std::string_view kNonJoiner = "\xE2\x80\x8C";

constexpr std::string_view kVerbSigns[] = {"مي", "نمي"};

constexpr std::string_view kSetOff[] = {
    "ها", "هاي", "هايي", "هايم", "هايت", "هايش", "هايمان", "هايتان", "هايشان", "تر",  "ترين", "تري", "اي",
    "ي",  "يي",  "ام",   "ات",   "اش",   "اند",  "ايم",    "ايد",    "مان",    "تان", "شان",  "ان",
};

constexpr Affix kPlural[] = {
    {"ها", 3},   {"هاي", 3},    {"هايي", 3},   {"هايم", 3},   {"هايت", 3},
    {"هايش", 3}, {"هايمان", 3}, {"هايتان", 3}, {"هايشان", 3},
};
constexpr Affix kDegree[] = {{"تر", 3}, {"ترين", 3}};
// يات is left alone: مالیات (tax) is no plural of مالی (financial).
constexpr Affix kPersons[] = {{"ان", 4}, {"يان", 5}, {"ات", 4}, {"يات", 2, "يات"}};

std::vector<std::string> folded_parts(std::string_view word) {
  std::vector<std::string> parts;
  while (!word.empty()) {
    const std::size_t end = word.find(kNonJoiner);
    if (std::string part = fold(word.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    if (end == std::string_view::npos) break;
    word.remove_prefix(end + kNonJoiner.size());
  }
  return parts;
}

template <std::size_t Size>
bool is_one_of(const std::string_view (&list)[Size], std::string_view part) {
  return std::find(std::begin(list), std::end(list), part) != std::end(list);
}

}  // namespace

std::string stem_persian(std::string_view word) {
  std::vector<std::string> parts = folded_parts(word);
  if (parts.size() > 1 && is_one_of(kVerbSigns, parts.front())) parts.erase(parts.begin());
  while (parts.size() > 1 && is_one_of(kSetOff, parts.back())) parts.pop_back();
  std::string stem;
  for (const std::string& part : parts) stem += part;
  replace_ending(stem, kPlural);
  replace_ending(stem, kDegree);
  replace_ending(stem, kPersons);
  return stem;
}

}  // namespace dateline::text
