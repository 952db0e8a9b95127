// Languages whose names of months are looked for, by kin: those that are taken for one another, or written beside one
// another. Any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// Of each kin its locales, with blanks between: regions only where their months have other names.
const std::vector<std::string_view>& kins();

// Calls each(locale) for every locale of a kin.
template <class Each>
void for_each_locale(std::string_view kin, Each&& each) {
  while (!kin.empty()) {
    const std::string_view locale = kin.substr(0, kin.find(' '));
    kin.remove_prefix(locale.size() < kin.size() ? locale.size() + 1 : kin.size());
    each(locale);
  }
}

// Numbers of the kins that hold a language, and of English; `language` is one of language_of().
const std::vector<std::size_t>& kins_of(std::string_view language);

// Language of a locale and of a text, one name each: Norwegian is Bokmål, Serbo-Croatian Serbian.
std::string_view language_of(std::string_view tag);

}  // namespace dateline::indexer
