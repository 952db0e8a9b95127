// Words that say little about what is asked for: "which", "the", "wurde".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

enum class WordClass : std::uint8_t {
  telling,  // all others
  small,    // articles, prepositions, conjunctions, pronouns, auxiliaries
  asking,   // asks, or says what kind of answer is wanted
};

// Of a folded word in one language (data/lexicons/small-words.tsv). All are telling where there is no list.
WordClass class_of(std::string_view folded, std::string_view language);

// The languages in which the most of these words are no telling ones; none when all are telling in all.
std::vector<std::string> likeliest_languages(const std::vector<std::string>& words,
                                             const std::vector<std::string>& languages);

}  // namespace dateline::text
