#include "searcher/answer/quote_folding.hpp"

#include <algorithm>

namespace dateline::searcher {

QuoteLikeness likeness_of(const schema::QuotePositions& quote, const schema::Columns& columns, std::uint32_t article) {
  QuoteLikeness likeness{{}, quote.words.end - quote.words.begin, quote.direct};
  const auto speakers = columns.speakers_of()[article];
  if (quote.speaker > 0 && quote.speaker <= speakers.size())
    likeness.speaker = columns.speaker_ids()[speakers[quote.speaker - 1]];
  return likeness;
}

void QuoteFolding::fold(std::uint32_t story, const schema::Structure& structure, const schema::Columns& columns,
                        std::uint32_t article, std::vector<bool>& matching) {
  std::map<QuoteLikeness, std::uint32_t>& seen = seen_[story];
  std::map<QuoteLikeness, std::uint32_t> here;
  for (std::size_t i = 0; i < matching.size(); ++i) {
    if (!matching[i]) continue;
    const QuoteLikeness likeness = likeness_of(structure.quotes[i], columns, article);
    const std::uint32_t number = ++here[likeness];
    const auto known = seen.find(likeness);
    matching[i] = known == seen.end() || number > known->second;
  }
  for (const auto& [likeness, count] : here) seen[likeness] = std::max(seen[likeness], count);
}

}  // namespace dateline::searcher
