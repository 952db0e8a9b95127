#include "text/stemmers/affixes.hpp"

#include "text/utf8.hpp"

namespace dateline::text {
namespace {

template <class Stands>
const Affix* longest(std::string_view word, std::span<const Affix> affixes, Stands&& stands) {
  const std::size_t letters = count_code_points(word);
  const Affix* best = nullptr;
  for (const Affix& affix : affixes)
    if ((!best || affix.text.size() > best->text.size()) && stands(affix.text) &&
        letters >= count_code_points(affix.text) + affix.least_left)
      best = &affix;
  return best;
}

}  // namespace

bool replace_ending(std::string& word, std::span<const Affix> endings) {
  // Most endings differ in their last byte already.
  const Affix* ending = longest(word, endings, [&](std::string_view text) {
    return !word.empty() && word.back() == text.back() && word.ends_with(text);
  });
  if (ending) word.replace(word.size() - ending->text.size(), ending->text.size(), ending->instead);
  return ending != nullptr;
}

bool replace_beginning(std::string& word, std::span<const Affix> beginnings) {
  const Affix* beginning = longest(word, beginnings, [&](std::string_view text) { return word.starts_with(text); });
  if (beginning) word.replace(0, beginning->text.size(), beginning->instead);
  return beginning != nullptr;
}

}  // namespace dateline::text
