#include "searcher/snippets/sentences.hpp"

#include "searcher/snippets/blanks.hpp"
#include "searcher/snippets/quotations.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

std::vector<ByteRange> sentence_units(std::string_view paragraph, std::string_view language,
                                      const std::vector<ByteRange>& quotations, std::size_t length) {
  std::vector<ByteRange> units;
  const std::vector<std::uint32_t> ends = text::sentence_ends(paragraph, language);
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (i + 1 < ends.size() && pair_divided_at(quotations, ends[i]) &&
        text::count_code_points(paragraph.substr(begin, ends[i + 1] - begin)) <= length)
      continue;
    const ByteRange unit = without_outer_blanks(paragraph, {begin, ends[i]});
    if (unit.begin < unit.end) units.push_back(unit);
    begin = ends[i];
  }
  return units;
}

}  // namespace dateline::searcher
