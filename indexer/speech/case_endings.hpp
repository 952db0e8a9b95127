// Names that are declined: which nominatives a form may come from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/speech/lexicon.hpp"

namespace dateline::indexer::speech {

// "Дмитрия Пескова" -> "Дмитрий Песков", ...: likeliest first; empty where the language does not decline names.
std::vector<std::string> base_forms(std::string_view name, std::string_view language);

// The best guess when nothing confirms any: by the given name and whose it is.
std::string likely_base_form(std::string_view name, const Lexicon& lexicon);

}  // namespace dateline::indexer::speech
