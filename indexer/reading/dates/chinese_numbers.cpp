#include "indexer/reading/dates/chinese_numbers.hpp"

#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::u32string_view units = U"年月日号號년월일";
constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
constexpr int most_numerals = 5;  // 中華民國一百十三年 is written 一一三

int tens_of(char32_t c, int before) {
  if (c == U'廿') return 20;
  if (c == U'卅') return 30;
  return (before > 0 ? before : 1) * 10;
}

}  // namespace

bool is_date_unit(char32_t c) { return units.find(c) != std::u32string_view::npos; }

std::optional<ChineseNumber> chinese_number_at(std::string_view text, std::size_t at) {
  int value = 0, tens = 0;
  for (int count = 0; at < text.size() && count <= most_numerals; ++count) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(text, next);
    const std::size_t numeral = numerals.find(c == U'零' ? U'〇' : c);
    if (numeral != std::u32string_view::npos) {
      value = (tens > 0 ? 0 : value * 10) + static_cast<int>(numeral);
    } else if (c == U'元' && count == 0) {  // the first year of an era
      value = 1;
    } else if (c == U'十' || c == U'廿' || c == U'卅') {
      tens = tens_of(c, value);
      value = 0;
    } else {
      if (count == 0 || !is_date_unit(c)) return std::nullopt;
      return ChineseNumber{tens + value, at};
    }
    at = next;
  }
  return std::nullopt;
}

}  // namespace dateline::indexer
