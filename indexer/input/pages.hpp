// Inputs that are one article each: plain text, and a web page.
#pragma once

#include <string_view>
#include <variant>

#include "indexer/input/byte_reader.hpp"
#include "indexer/input/place.hpp"

namespace dateline::indexer {

void read_text(ByteReader& bytes, const Place& place, const InputSink& sink);
void read_page(ByteReader& bytes, const Place& place, const InputSink& sink);

// The article of a page; `declared`: the encoding that something around it names, "" when nothing does.
// A rejection when it is too large, or holds no text.
std::variant<RawArticle, Rejection> page_of(std::string_view html, const Place& place, std::string_view declared = {});
std::variant<RawArticle, Rejection> text_of(std::string_view bytes, const Place& place, std::string_view declared = {});

}  // namespace dateline::indexer
