// What an element is for, as its name and the words of its class and id say.
#pragma once

#include <cstdint>

#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {

enum class Role : std::uint8_t {
  plain,      // says nothing
  subtitle,   // what stands below the headline and sums the article up
  writer,     // byline and date: of the head, not of the body
  picture,    // holds a picture and what is said about it, unless it holds more
  perhaps,    // may be beside the article: a wrong guess would lose the article, so its size decides
  beside,     // is beside the article: a person would miss it
  furniture,  // navigation: nobody would
  nothing,    // controls, programs: never read
};

struct Naming {
  Role role = Role::plain;
  bool article = false;  // says that it holds the article, whatever else it says
};

Naming naming_of(const HtmlNode& node);

bool is_block_element(std::string_view tag);
bool is_heading_element(std::string_view tag);

}  // namespace dateline::indexer
