// Names that are declined: which nominatives a form may come from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::speech {

// "Дмитрия Пескова" -> "Дмитрий Песков", ...: likeliest first; empty where the language does not decline names.
std::vector<std::string> base_forms(std::string_view name, std::string_view language);

// The best guess when nothing confirms any.
std::string likely_base_form(std::string_view name, std::string_view language);

}  // namespace dateline::indexer::speech
