// Articles in which people marked who said what.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace dateline::bench {

// [first, second) in bytes of GoldArticle::text.
using Range = std::pair<std::uint32_t, std::uint32_t>;

struct GoldAttribution {
  std::vector<Range> content, source, cue;
  bool direct = false;  // marked so; false where the marking does not say
};

struct GoldArticle {
  std::string name, text;
  std::vector<GoldAttribution> attributions;
};

// brat.cpp: text/*.txt with attributions/*.ann (Source, Cue, Content; E lines link them).
std::vector<GoldArticle> read_brat(const std::filesystem::path& folder);

// wikinews.cpp: *.json with offsets into originalText.
std::vector<GoldArticle> read_wikinews(const std::filesystem::path& folder);

std::string read_file(const std::filesystem::path& path);

// Code point offsets of `text` as byte offsets: the table has one entry more than code points.
std::vector<std::uint32_t> byte_offsets(const std::string& text);

}  // namespace dateline::bench
