// The dateline that opens a wire story: "TOLMEN, June 18 (Reuters) - ", "【ブレンナ共同】", "(뉴욕=연합뉴스) 서은결
// 특파원 = ".
#pragma once

#include <string_view>

#include "indexer/reading/article_facts.hpp"

namespace dateline::indexer {

// Adds agency, date and reporter that the opening of `paragraph` names. `line`: for the evidence.
void read_dateline(std::string_view paragraph, std::uint32_t line, const DateContext& context, Facts& facts);

}  // namespace dateline::indexer
