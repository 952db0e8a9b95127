// What an answer shows of an article: the sentences that have most of what was asked for, with it marked.
//
// Whole sentences where they fit; else a part of one, cut between words and outside of quotation marks if it can be,
// with an ellipsis where it is cut. Works on any text: right-to-left, without blanks, mixed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/snippets/targets.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

struct SnippetShape {
  std::size_t fragments = 2;
  std::size_t length = 240;  // code points a fragment at most, unless a single word is longer
};

struct BodyText {
  std::string_view text;                               // UTF-8; paragraphs divided by a blank line
  std::string_view language;                           // of paragraphs that have none below; "" unknown
  std::span<const std::string> paragraph_languages{};  // one a paragraph; may be shorter
};

// Fragments in the order of the text, never overlapping, no two from one sentence. Each next one has as many query
// words as possible that the ones before lack. When nothing matches: the beginning of the text. Highlights count code
// points of the fragment. Looks at the first 256 KiB of the text.
std::vector<Snippet> make_snippets(const BodyText& body, const MatchTargets& targets, const SnippetShape& shape,
                                   text::Analyzer& analyzer);

// What to mark in a text that is shown whole: a title, a quotation. In code points.
std::vector<Range> highlight(std::string_view text, std::string_view language, const MatchTargets& targets,
                             text::Analyzer& analyzer);

}  // namespace dateline::searcher
