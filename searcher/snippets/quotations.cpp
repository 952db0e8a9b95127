#include "searcher/snippets/quotations.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

// The marks that close what `mark` opens; empty when it opens nothing.
std::u32string_view closing_marks(char32_t mark) {
  switch (mark) {
    case U'"':
      return U"\"";
    case U'“':
      return U"”";
    case U'„':
      return U"“”";
    case U'”':
      return U"”";
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'「':
      return U"」";
    case U'『':
      return U"』";
    default:
      return {};
  }
}

// Apostrophes are no marks here; a straight mark between two letters is Hebrew's gershayim.
bool is_inside_word(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_letter = [&](std::size_t at) {
    const char c = text[at];
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  };
  return text[begin] == '"' && begin > 0 && end < text.size() && is_letter(begin - 1) && is_letter(end);
}

}  // namespace

std::vector<ByteRange> quotation_pairs(std::string_view paragraph) {
  std::vector<ByteRange> pairs;
  std::u32string_view closing;
  std::size_t opened = 0;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t begin = at;
    const auto first = static_cast<unsigned char>(paragraph[at]);
    if (first < 0x80 && first != '"') {
      ++at;
      continue;
    }
    const char32_t c = text::next_code_point(paragraph, at);
    if (is_inside_word(paragraph, begin, at)) continue;
    if (closing.empty()) {
      closing = closing_marks(c);
      opened = begin;
    } else if (closing.find(c) != std::u32string_view::npos) {
      pairs.push_back({static_cast<std::uint32_t>(opened), static_cast<std::uint32_t>(at)});
      closing = {};
    }
  }
  return pairs;
}

const ByteRange* pair_divided_at(const std::vector<ByteRange>& pairs, std::size_t at) {
  const auto behind =
      std::partition_point(pairs.begin(), pairs.end(), [&](const ByteRange& pair) { return pair.end <= at; });
  return behind != pairs.end() && behind->begin < at ? &*behind : nullptr;
}

}  // namespace dateline::searcher
