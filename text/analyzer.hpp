// Text becomes words, and words become terms of four families (docs/INDEX_FORMAT.md):
//
//   exact   every word, folded alike in every language, with its position. Where words are not divided by
//           blanks (Han, Kana, Thai, Lao, Khmer, Burmese) the unit is one character (grapheme cluster).
//   stem    the word's stem in the paragraph's language; there also the dictionary word of undivided scripts
//   prefix  the first five letters of longer words, for languages that inflect by endings
//   bigram  two neighbouring characters of undivided scripts, and of Korean words
//   gram    four neighbouring letters of longer words, for languages that have no stemmer or build words of words
//
// Only the exact family has positions. Positions of one text count from 0 without gaps.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

enum class Family : std::uint8_t { exact, stem, prefix, bigram, gram };

// The word as it stands in the text, and what it became. Views point into the analysed text or into the
// Analysis and live until the analyzer's next call.
struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes in the analysed text
  std::uint32_t position = 0;        // of the exact term; equal to the token's index
  std::uint32_t word = 0;            // tokens with the same number have the same terms, until the analyzer forgets
  std::string_view exact;            // folded; never empty
  std::string_view stem;             // empty: none (no stemmer, or the unit is a character)
  std::string_view prefix;           // empty: none
};

// A ranking term without a position that spans one or more tokens: dictionary words and bigrams.
struct Span {
  std::uint32_t begin = 0, end = 0;  // bytes in the analysed text
  std::uint32_t first_token = 0, last_token = 0;
  Family family = Family::stem;
  std::string_view term;
};

// Letters of a word, for ranking alone.
struct Gram {
  std::uint32_t token = 0;
  std::string_view term;
};

struct Analysis {
  std::vector<Token> tokens;
  std::vector<Span> spans;
  std::vector<Gram> grams;
};

// One a thread: it owns ICU iterators, stemmers and a cache of the words seen.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // `language`: BCP 47, "" for unknown. The result is valid until the next call.
  const Analysis& analyze(std::string_view utf8, std::string_view language);

  // How often the words seen were forgotten, and their numbers began anew.
  std::uint32_t forgotten() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Names the rules that produced the terms: stored in the manifest, compared when an archive is opened.
std::string analysis_version();

}  // namespace dateline::text
