// Stemmers of our own, for languages that Xapian and libstemmer have none for, or one that does not serve. Each takes
// off endings (or what stands before a word without a blank) by a table, so that the forms of a word in which news are
// written become one; none knows a dictionary. Which language has which is said in language.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Of a word as written. The stem is folded.
using LightStemmer = std::string (*)(std::string_view word);

std::string stem_arabic(std::string_view word);
std::string stem_belarusian(std::string_view word);
std::string stem_bulgarian(std::string_view word);
std::string stem_czech(std::string_view word);  // and Slovak
std::string stem_hebrew(std::string_view word);
std::string stem_macedonian(std::string_view word);
std::string stem_persian(std::string_view word);
std::string stem_polish(std::string_view word);
std::string stem_ukrainian(std::string_view word);

}  // namespace dateline::text
