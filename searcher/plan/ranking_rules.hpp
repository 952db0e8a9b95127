// The numbers of ranking (docs/RANKING.md). Everybody ranks by the defaults; bench/relevance passes others, to show
// what each is worth.
#pragma once

namespace dateline::searcher {

struct RankingRules {
  // BM25: how soon a word that is repeated says nothing new, and how much longer articles must say more. The first two
  // where articles are paragraphs, the others where they are long; between them in between.
  double k1 = 1.2;
  double b = 0.4;
  double long_k1 = 1.8;
  double long_b = 0.6;
  // What a reading of a word weighs beside the word itself.
  double stem = 1.2;
  double prefix = 0.4;
  double lone = 1;      // of the stem's weight, to a word that has no reading but itself
  double grams = 1;     // all of a word together: times the root of their number
  double span = 0.6;    // dictionary words of undivided scripts
  double bigram = 1.2;  // pairs of their characters, and of Korean syllables
  double fuzzy = 0.5;   // words some letters off
  double rarity = 1;    // 1: all readings of a word are as rare as the commonest; 0: each as it is
  // What an article gains, as a share of its score, in which the query's words stand side by side.
  double closeness = 0.15;
  // In a query of several words, those that say little about what is meant.
  double asking = 0.2;
  double small = 0.5;
};

}  // namespace dateline::searcher
