// The numbers of ranking (docs/RANKING.md). Everybody ranks by the defaults; bench/relevance passes others, to show
// what each is worth.
#pragma once

namespace dateline::searcher {

struct RankingRules {
  // BM25: how soon a word that is repeated says nothing new, and how much longer articles must say more.
  double k1 = 1.2;
  double b = 0.75;
  // Families, relative to the exact word.
  double stem = 0.8;
  double prefix = 0.4;
  double span = 0.8;   // dictionary words and bigrams of undivided scripts
  double fuzzy = 0.5;  // words some letters off
};

}  // namespace dateline::searcher
