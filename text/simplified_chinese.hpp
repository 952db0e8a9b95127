// Traditional Chinese characters in their simplified form, so that both ways of writing rank alike.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// Character by character (data/simplified-characters.tsv): what becomes of one does not depend on its neighbours, so
// that a pair of characters is the same term wherever it stands. Any thread.
std::string simplified_chinese(std::string_view text);

}  // namespace dateline::text
