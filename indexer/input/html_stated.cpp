#include "indexer/input/html_stated.hpp"

#include <cstdint>
#include <unordered_map>

namespace dateline::indexer {
namespace {

// Words as numbers; scripts without blanks count each character as a word.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t word = 0;
  const auto finish = [&] {
    if (word) words.push_back(word);
    word = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto lower = static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
    // Marks of quotation and no-break blanks vary between what is stated and what is shown.
    if (byte == 0xE2 || byte == 0xC2) {
      finish();
      i += byte == 0xE2 ? 2 : 1;
      continue;
    }
    if (byte >= 0xE3 && byte <= 0xED) finish();
    if (byte >= 0x80 || (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
      word = (word ^ lower) * 0x9E3779B97F4A7C15ULL + 1;
    else if (byte != '\'')
      finish();
  }
  finish();
  return words;
}

// Three words each; of shorter texts one of all.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
  const std::vector<std::uint64_t> words = words_of(text);
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + 3 <= words.size(); ++i)
    shingles.push_back((words[i] * 31 + words[i + 1]) * 0x9E3779B97F4A7C15ULL + words[i + 2]);
  return shingles;
}

}  // namespace

StatedLines find_stated(const std::vector<PageBlock>& blocks, std::string_view body) {
  std::unordered_map<std::uint64_t, bool> shown;
  for (const std::uint64_t shingle : shingles_of(body)) shown.emplace(shingle, false);
  StatedLines lines;
  lines.stated.assign(blocks.size(), 0);
  std::size_t found = 0;
  for (std::size_t i = 0; i < blocks.size() && !shown.empty(); ++i) {
    const std::vector<std::uint64_t> shingles = shingles_of(blocks[i].text);
    std::size_t known = 0, fresh = 0;
    for (const std::uint64_t shingle : shingles)
      if (const auto at = shown.find(shingle); at != shown.end()) {
        ++known;
        fresh += !at->second;
      }
    // A pull quote says again what has been said.
    if (shingles.empty() || known * 5 < shingles.size() * 3 || fresh * 2 < known) continue;
    lines.stated[i] = 1;
    for (const std::uint64_t shingle : shingles)
      if (const auto at = shown.find(shingle); at != shown.end() && !at->second) {
        at->second = true;
        ++found;
      }
  }
  if (!shown.empty()) lines.shown = static_cast<double>(found) / static_cast<double>(shown.size());
  return lines;
}

}  // namespace dateline::indexer
