// The exact words of a text and nothing else: what Analyzer finds, for those who need neither stems nor dictionary
// words.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "text/segmenter.hpp"
#include "text/term_cache.hpp"

namespace dateline::text {

// Longer texts are cut: ICU's indexes have 32 bits.
inline constexpr std::size_t most_text_bytes = std::numeric_limits<std::int32_t>::max();

// How a word as it is written becomes a term. The beginning of one that is too long for the index, up to a character's
// end; an acronym's letters; the folded word, without the blanks that folding puts into a few characters.
std::string_view cut_term(std::string_view term);
std::string without_dots(std::string_view acronym);
std::string folded_term(std::string_view word);

// One a thread: it keeps the words that it has seen.
class ExactWords {
 public:
  // Calls each(term) for every word in the order of the text. The term is valid until the next.
  template <class Each>
  void for_each(std::string_view text, Each&& each) {
    cache_.trim();
    Segmenter segmenter(text.substr(0, most_text_bytes));
    for (Segment segment; segmenter.next(segment);)
      if (const std::string_view term = of(text.substr(segment.begin, segment.end - segment.begin), segment.kind);
          !term.empty())
        each(term);
  }

 private:
  std::string_view of(std::string_view written, Segment::Kind kind);

  std::string term_;
  TermCache cache_;  // of words beyond ASCII, whose folding is slow
};

}  // namespace dateline::text
