// What a Snowball stemmer is not told about its language, mended before it sees the word.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// `word`: lower case, with its accents.
void mend_before_snowball(std::string& word, std::string_view language);

}  // namespace dateline::text
