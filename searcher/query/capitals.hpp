// Prose in capitals: "WHEAT DEALS OF RUSSIA AND THE UNITED STATES". There AND is a word like the others.
#pragma once

#include <string_view>

namespace dateline::searcher {

// Whether the query has no small letter and reads as a sentence: with an article, a question word or two prepositions.
// "NATO OR THE EU" is one; "NATO OR EU" is none, and nothing with brackets is.
bool is_prose_in_capitals(std::string_view query);

}  // namespace dateline::searcher
