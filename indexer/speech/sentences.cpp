// Sentences, by the marks that end them. Not text::sentence_ends(): here quotations must stay whole, and `"..." X said`
// belongs together.
#include <algorithm>

#include "indexer/speech/paragraph.hpp"

namespace dateline::indexer::speech {
namespace {

bool is_stop(char32_t mark) {
  return mark == '.' || mark == '!' || mark == '?' || mark == 0x061F || mark == 0x06D4 || mark == 0x0964 ||
         mark == 0x3002;
}

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view body, Paragraph& paragraph)
      : body_(body), tokens_(paragraph.tokens), paragraph_(paragraph) {}

  void split() {
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!ends_at(i, first)) continue;
      add(first, i + 1);
      first = i + 1;
    }
    if (first < count) add(first, count);
  }

 private:
  void add(std::uint32_t first, std::uint32_t last) {
    paragraph_.sentences.push_back({first, last, is_headline(first, last)});
  }

  // Capitals Everywhere, or nearly.
  bool is_headline(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 30;
    const Grammar& grammar = paragraph_.lexicon->grammar();
    if (!grammar.capitals || grammar.noun_capitals || last - first > longest) return false;
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const Token& token = tokens_[i];
      if (!token.is_word() || token.end - token.begin < 4) continue;
      ++words;
      capitals += token.capital || token.digit;
    }
    return words >= 4 && capitals * 5 >= words * 4;
  }

  bool ends_at(std::uint32_t i, std::uint32_t first) const {
    const Token& token = tokens_[i];
    if (token.inside != nowhere || token.is_word()) return false;
    if (is_stop(token.mark)) return stop_ends(i);
    if (token.edge == Edge::closes && i > 0 && is_stop(tokens_[i - 1].mark)) return closing_mark_ends(i, first);
    return false;
  }

  bool stop_ends(std::uint32_t i) const {
    if (tokens_[i].mark == '.' && i > 0 && is_abbreviated(tokens_[i - 1])) return false;
    // "the U.S. Senate", "Rep. G.K. Finch": a sentence ends there only if a small word begins the next one
    if (tokens_[i].mark == '.' && i > 0 && tokens_[i - 1].initials && i + 1 < tokens_.size() &&
        tokens_[i + 1].is_word() && tokens_[i + 1].capital && !tokens_[i + 1].is(never_name | pronoun | first_person))
      return false;
    return i + 1 == tokens_.size() || begins_sentence(tokens_[i + 1]);
  }

  bool is_abbreviated(const Token& before) const {
    if (before.end - before.begin == 1 && before.capital) return true;
    return before.is(abbreviation);
  }

  bool begins_sentence(const Token& token) const {
    if (token.mark == ')' || token.mark == ']' || token.mark == ',' || token.mark == ';') return false;
    if (!token.is_word()) return true;
    return token.capital || token.digit || !paragraph_.lexicon->grammar().capitals;
  }

  // "...!" Behind the mark either a new sentence begins or the one that says who spoke.
  bool closing_mark_ends(std::uint32_t i, std::uint32_t first) const {
    if (i + 1 == tokens_.size()) return true;
    const Token& next = tokens_[i + 1];
    if (!next.is_word() || !next.capital) return false;
    if (has_cue(first, i)) return true;  // Finch says "... ." She says ...: who spoke is known
    if (next.is(pronoun | relative_pronoun | first_person)) return !is_cue(i + 2);
    return !name_and_cue(i + 1);
  }

  bool has_cue(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t farthest = 60;  // tokens: keeps a page without full stops linear
    for (std::uint32_t i = std::max(first, last > farthest ? last - farthest : 0); i < last; ++i)
      if (tokens_[i].inside == nowhere && !tokens_[i].capital && tokens_[i].word->cue &&
          tokens_[i].word->cue->strength >= 2 && tokens_[i].word->cue->cue_class != CueClass::noun)
        return true;
    return false;
  }

  bool is_cue(std::uint32_t i) const { return i < tokens_.size() && tokens_[i].word->cue; }

  bool name_and_cue(std::uint32_t i) const {
    std::uint32_t k = i;
    while (k < tokens_.size() && k < i + 5 && tokens_[k].capital) ++k;
    return k > i && is_cue(k) && tokens_[k].word->cue->strength >= 2;
  }

  std::string_view body_;
  const std::vector<Token>& tokens_;
  Paragraph& paragraph_;
};

}  // namespace

void split_sentences(std::string_view body, Paragraph& paragraph) { SentenceSplitter(body, paragraph).split(); }

}  // namespace dateline::indexer::speech
