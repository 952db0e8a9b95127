// Thai divides neither words nor sentences, but names have titles before them and verbs behind:
// นายX Y นายกเทศมนตรี กล่าวว่า ...   "..." นายX กล่าว   ประธานาธิบดีX Y ระบุว่า "..."
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/speech/attribution.hpp"
#include "indexer/speech/undivided_names.hpp"

namespace dateline::indexer::speech {

// By the first name, under which people are met again. One a document.
using ThaiNames = std::unordered_map<std::string_view, NameSpan>;

void attribute_thai(const Reading& reading, std::uint32_t paragraph, ThaiNames& names, std::vector<Attribution>& found);

}  // namespace dateline::indexer::speech
