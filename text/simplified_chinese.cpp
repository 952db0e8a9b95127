#include "text/simplified_chinese.hpp"

#include <unordered_map>
#include <vector>

#include "text/lexicon.hpp"
#include "text/made_once.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

using Characters = std::unordered_map<char32_t, char32_t>;  // traditional to simplified

Characters read_characters() {
  Characters characters;
  for_each_row(data_file("simplified-characters.tsv"), [&](std::size_t, const std::vector<std::string_view>& fields) {
    std::size_t at = 0;
    const char32_t simplified = next_code_point(fields[0], at);
    for (at = 0; at < fields[1].size();) characters.emplace(next_code_point(fields[1], at), simplified);
  });
  return characters;
}

}  // namespace

std::string simplified_chinese(std::string_view text) {
  const Characters& characters = made_once([] { return read_characters(); });
  std::string converted;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    const auto found = characters.find(character);
    append(converted, found == characters.end() ? character : found->second);
  }
  return converted;
}

}  // namespace dateline::text
