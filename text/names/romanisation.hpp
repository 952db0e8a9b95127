// Spellings of one Slavic name in Latin letters: Sergei, Sergey and Sergej Ryabkov, Rjabkow.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Equal for spellings that differ only in how Cyrillic was written in Latin letters; empty for a name of one word, and
// for a family name without a Slavic ending: elsewhere Terry and Terri are two people.
std::string romanisation_key(std::string_view name);

}  // namespace dateline::text
