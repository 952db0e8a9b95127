// A body taken apart for snippets.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/snippets/matches.hpp"
#include "searcher/snippets/snippets.hpp"

namespace dateline::searcher {

// A paragraph, or a piece of one that nobody would call a paragraph: all offsets below are inside its text.
struct BodyPart {
  std::string_view text;
  std::string_view language;
  std::size_t order = 0;  // its place in the body
  std::vector<TextMatch> matches;
  WordSet words = 0;  // of all matches
};

inline constexpr std::size_t longest_part = 8 << 10;    // bytes
inline constexpr std::size_t longest_body = 256 << 10;  // bytes

// Without empty ones.
std::vector<BodyPart> parts_of(const BodyText& body);

// How many parts are worth looking for: with all query words each, or with all of them together.
struct Enough {
  std::size_t with_all, together;
};

// The parts with matches, filled in, in order, until there are enough.
std::vector<BodyPart> matching_parts(std::vector<BodyPart> parts, const MatchTargets& targets, Enough enough,
                                     text::Analyzer& analyzer);

// At most so many of them, best first: each next one has as many query words as possible that the ones before lack.
// Then those that have a word beside the fewest others, if they are not among them.
std::vector<BodyPart> best_parts(std::vector<BodyPart> parts, std::size_t most);

}  // namespace dateline::searcher
