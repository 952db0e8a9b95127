// What a query looks for in a text, in the analyzer's terms: the plan fills this in, matches.hpp finds it.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/snippets/beginnings.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// A set of query words, for counting how many different ones a passage has. From the 65th on they share bits.
using WordSet = std::uint64_t;

// Any number of threads may read one set of targets.
class MatchTargets {
 public:
  // `word` numbers the word of the query, from 0: all terms that stand for the same word have the same number.
  void add_term(text::Family family, std::string_view term, unsigned word);
  // Exact terms that begin so: escal*
  void add_wildcard(std::string_view beginning, unsigned word);
  // Exact terms one after the other; an empty one is any one word.
  void add_phrase(std::vector<std::string> exact_terms, unsigned word);

  bool empty() const { return all_ == 0; }
  WordSet all() const { return all_; }

  // The query words that the term stands for.
  WordSet find(text::Family family, std::string_view term) const {
    const Terms& terms = families_[static_cast<std::size_t>(family)];
    if (term.empty() || !terms.likely[fingerprint(term)]) return 0;
    const auto found = terms.words.find(term);
    return found == terms.words.end() ? 0 : found->second;
  }
  WordSet find_wildcard(std::string_view exact) const;

  struct Phrase {
    std::vector<std::string> terms;
    WordSet word = 0;
  };
  // Calls `each(phrase)` for the phrases that begin with that exact term.
  template <class Each>
  void for_each_phrase(std::string_view first, Each&& each) const {
    if (phrases_.empty() || !phrase_starts_[fingerprint(first)]) return;
    for (const Phrase& phrase : phrases_)
      if (phrase.terms.front() == first) each(phrase);
  }

  // Whether each word of a text that is divided by blanks matches or not, whatever stands beside it.
  bool are_single_words() const {
    return phrases_.empty() && families_[static_cast<std::size_t>(text::Family::bigram)].words.empty();
  }

  // Whether analysing that text could find anything. Quick, and wrong only by saying yes.
  bool may_match(std::string_view text, std::string_view language) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Terms {
    std::unordered_map<std::string, WordSet, Hash, std::equal_to<>> words;
    std::bitset<1024> likely;  // by fingerprint(): most words of a text are told apart without a lookup
  };
  struct Wildcard {
    std::string beginning;
    WordSet word = 0;
  };

  static std::size_t fingerprint(std::string_view term) {
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(term[at])); };
    return (byte(0) * 31 + byte(term.size() / 2) * 7 + byte(term.size() - 1) * 131 + term.size() * 17) % 1024;
  }

  void note(unsigned word) { all_ |= WordSet{1} << (word % 64); }

  std::array<Terms, 4> families_;
  std::vector<Wildcard> wildcards_;
  std::vector<Phrase> phrases_;
  std::bitset<1024> phrase_starts_;
  Beginnings beginnings_;
  WordSet all_ = 0;
};

}  // namespace dateline::searcher
