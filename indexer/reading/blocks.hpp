// Lines become blocks: what a person sees as one paragraph, a line of the head, a link of the tail.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct Line {
  std::uint32_t begin = 0, end = 0;  // bytes of the text, blanks around left out; never empty
  std::uint32_t number = 0;          // from 1, empty lines counted
};

struct Block {
  std::vector<Line> lines;   // several only where lines were wrapped to a width
  std::string_view text;     // one line: of the article's text; several: from the first to the last
  std::uint32_t weight = 0;  // weigh(), saturated
  bool sentence = false;     // ends_sentence(), or signed off
  bool after_gap = false;    // an empty line (or the beginning) before it

  std::uint32_t begin() const { return lines.front().begin; }
  std::uint32_t end() const { return lines.back().end; }
  std::uint32_t line() const { return lines.front().number; }
};

std::vector<Block> split_blocks(std::string_view text);

// The mark that a wire puts behind its last sentence, without brackets: "… on Friday. (AFP)", "… on Friday. EFE",
// "… 展出。(完)"; empty where there is none.
std::string_view sign_off_of(std::string_view paragraph);

// Whether it reads as prose of an article: enough of it, and ending as sentences do.
bool is_prose(const Block& block);

}  // namespace dateline::indexer
