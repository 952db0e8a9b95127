// The surname in a phrase that the gold, or we, took for a speaker: names are compared by it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

std::vector<std::string> words_of(std::string_view text);

// The last capitalised word of the phrase's core; empty where the phrase names nobody.
std::string surname(std::string_view phrase);
// "Der Geschäftsführer der Gruppe, Karl Brandt": the name may stand behind the comma.
std::string german_surname(std::string_view phrase);

}  // namespace dateline::bench
