// Where sentences, paragraphs and quotations lie, as token positions: what `/s`, `/p`, `title:`, `said:` and the
// binding of `speaker:` with `said:` intersect positions with.
//
// Positions of an article: title from 0, then a gap of one before the subtitle, each paragraph; a phrase never crosses
// a gap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

struct PositionRange {
  std::uint32_t begin = 0, end = 0;  // [begin, end)
  friend bool operator==(const PositionRange&, const PositionRange&) = default;
};

struct QuotePositions {
  PositionRange words;
  std::uint32_t speaker = 0;  // index into the article's speakers + 1; 0: unknown
  bool direct = true;
  friend bool operator==(const QuotePositions&, const QuotePositions&) = default;
};

struct Structure {
  std::uint32_t body_begin = 0;               // positions before it are title and subtitle
  std::uint32_t length = 0;                   // positions used, gaps included
  std::vector<std::uint32_t> sentence_ends;   // exclusive ends, rising; the title is one sentence
  std::vector<std::uint32_t> paragraph_ends;  // exclusive ends, rising; the title is one paragraph
  std::vector<QuotePositions> quotes;         // by begin; never overlapping

  friend bool operator==(const Structure&, const Structure&) = default;
};

// Stored in archives. decode() of damaged bytes gives an empty optional, never undefined behaviour.
std::string encode(const Structure& structure);
std::optional<Structure> decode_structure(std::string_view bytes);

}  // namespace dateline::schema
