#include "searcher/snippets/matches.hpp"

#include <algorithm>

namespace dateline::searcher {

namespace {

using text::Family;
using text::Token;

WordSet words_of(const Token& token, const MatchTargets& targets) {
  return targets.find(Family::exact, token.exact) | targets.find(Family::stem, token.stem) |
         targets.find(Family::prefix, token.prefix) | targets.find_wildcard(token.exact);
}

bool stands_at(const MatchTargets::Phrase& phrase, const std::vector<Token>& tokens, std::size_t first) {
  if (tokens.size() - first < phrase.terms.size()) return false;
  for (std::size_t i = 0; i < phrase.terms.size(); ++i)
    if (!phrase.terms[i].empty() && phrase.terms[i] != tokens[first + i].exact) return false;
  return true;
}

}  // namespace

std::vector<TextMatch> find_matches(const text::Analysis& analysis, const MatchTargets& targets) {
  std::vector<TextMatch> matches;
  const std::vector<Token>& tokens = analysis.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (const WordSet words = words_of(token, targets)) matches.push_back({{token.begin, token.end}, words});
    targets.for_each_phrase(token.exact, [&](const MatchTargets::Phrase& phrase) {
      if (stands_at(phrase, tokens, i))
        matches.push_back({{token.begin, tokens[i + phrase.terms.size() - 1].end}, phrase.word});
    });
  }
  for (const text::Span& span : analysis.spans)
    if (const WordSet words = targets.find(span.family, span.term))
      // Korean bigrams lie inside a word: the whole word is marked.
      matches.push_back({{tokens[span.first_token].begin, tokens[span.last_token].end}, words});
  std::sort(matches.begin(), matches.end(), [](const TextMatch& a, const TextMatch& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end < b.range.end;
  });
  return matches;
}

std::vector<ByteRange> marks(const std::vector<TextMatch>& matches, ByteRange within) {
  std::vector<ByteRange> ranges;
  for (const TextMatch& match : matches) {
    if (match.range.begin < within.begin || match.range.end > within.end) continue;
    if (!ranges.empty() && match.range.begin <= ranges.back().end)
      ranges.back().end = std::max(ranges.back().end, match.range.end);
    else
      ranges.push_back(match.range);
  }
  return ranges;
}

}  // namespace dateline::searcher
