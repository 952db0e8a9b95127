// What the light stemmers are made of: tables of endings and beginnings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dateline::text {

struct Affix {
  std::string_view text;
  std::size_t least_left;         // letters of the word that must be left without it
  std::string_view instead = {};  // what comes in its place
};

// Replace the longest ending (beginning) of the table that leaves enough of the word. False: none did.
bool replace_ending(std::string& word, std::span<const Affix> endings);
bool replace_beginning(std::string& word, std::span<const Affix> beginnings);

}  // namespace dateline::text
