// Runs of capitalised words that can be names, with the role words beside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// The run of name words that begins at `first`, particles and points of initials included; empty when there is none.
TokenRange name_run(const Paragraph& paragraph, std::uint32_t first, std::uint32_t limit);

// "der Internationale Währungsfonds": where every noun has a capital, what an article stands before is no person,
// unless a given name or a role is in it.
bool is_noun_with_article(const Paragraph& paragraph, TokenRange run);

// Theresa May: a month behind a given name.
bool is_month_as_surname(const Paragraph& paragraph, std::uint32_t i);

// A run without what stands before a name and is no part of it: roles, demonyms, "the".
TokenRange without_titles(const Paragraph& paragraph, TokenRange run);

// The run as text: one blank between words, without a possessive ending.
std::string name_text(std::string_view body, const Paragraph& paragraph, TokenRange run);

// How many words of a run are names (points are not).
std::uint32_t count_words(const Paragraph& paragraph, TokenRange run);

}  // namespace dateline::indexer::speech
