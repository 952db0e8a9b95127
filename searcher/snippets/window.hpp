// The best part of a sentence that is too long to be shown whole.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/snippets/matches.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// A part of the sentence of at most `length` code points, ellipses included, that begins and ends between words: with
// as many different query words as possible, those that are not among `shown` first. Never cut within quotation marks
// that fit as a whole (unless nothing were left to show), nor within others if it can be. Longer only when a single
// word is. All offsets are those of the sentence, which `analysis` is of.
ByteRange best_window(std::string_view sentence, const text::Analysis& analysis, const std::vector<TextMatch>& matches,
                      const std::vector<ByteRange>& quotations, WordSet shown, std::size_t length);

}  // namespace dateline::searcher
