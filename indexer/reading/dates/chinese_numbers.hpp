// Numbers of dates in Chinese numerals: 二〇二四年, 十二月, 廿三日, 元年.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::indexer {

// 年月日号 and their like, which stand behind the numbers of East Asian dates.
bool is_date_unit(char32_t c);

struct ChineseNumber {
  int value = 0;
  std::size_t end = 0;  // byte behind its last numeral
};

// Only with a unit behind it: elsewhere the numerals are words.
std::optional<ChineseNumber> chinese_number_at(std::string_view text, std::size_t at);

}  // namespace dateline::indexer
