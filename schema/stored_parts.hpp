// The parts of a stored article as bytes (record.hpp). On disk for ever; a later version may add tags behind the last.
// Decoding throws dateline::Error(archive_damaged); whether spans lie inside the text the article's reader checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/stored_article.hpp"

namespace dateline::schema {

// Of a record; keeps a hostile number from taking all memory.
inline constexpr std::uint64_t largest_article = std::uint64_t{1} << 28;

[[noreturn]] void damaged_article(const char* what);

std::string encode_paragraphs(const std::vector<Paragraph>& paragraphs);
std::vector<Paragraph> decode_paragraphs(std::string_view in);

std::string encode_cut(const Cut& cut);
Cut decode_cut(std::string_view in);

std::string encode_date(const Date& date);
Date decode_date(std::string_view in);

std::string encode_share(const LanguageShare& share);
LanguageShare decode_share(std::string_view in);

std::string encode_pair(const std::pair<std::string, std::string>& pair);
std::pair<std::string, std::string> decode_pair(std::string_view in);

std::string encode_speaker(const StoredSpeaker& speaker);
StoredSpeaker decode_speaker(std::string_view record);

std::string encode_quote(const StoredQuote& quote);
StoredQuote decode_quote(std::string_view record);

}  // namespace dateline::schema
