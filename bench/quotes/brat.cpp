#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "bench/quotes/gold.hpp"

namespace dateline::bench {
namespace {

std::uint32_t to_byte(const std::vector<std::uint32_t>& bytes, unsigned long code_point) {
  return bytes[std::min<std::size_t>(code_point, bytes.size() - 1)];
}

// "Source 89 106" or "Content 10 20;25 30"
std::vector<Range> parse_ranges(const std::string& text, const std::vector<std::uint32_t>& bytes) {
  std::vector<Range> ranges;
  std::string numbers = text.substr(text.find(' ') + 1);
  std::replace(numbers.begin(), numbers.end(), ';', ' ');
  std::istringstream in(numbers);
  for (unsigned long from = 0, to = 0; in >> from >> to;) ranges.emplace_back(to_byte(bytes, from), to_byte(bytes, to));
  return ranges;
}

// Some annotations have `"..." said Finch` with "said" for the source and "Finch" for the cue.
bool changed_places(const std::string& text, const GoldAttribution& gold) {
  if (gold.source.size() != 1 || gold.cue.size() != 1) return false;
  const auto words = [&](Range range) { return text.substr(range.first, range.second - range.first); };
  const std::string source = words(gold.source.front()), cue = words(gold.cue.front());
  const bool one_small_word = std::all_of(source.begin(), source.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return one_small_word && !cue.empty() && cue[0] >= 'A' && cue[0] <= 'Z' &&
         (source == "said" || source == "says" || source == "wrote" || source == "added");
}

void read_annotations(const std::string& content, GoldArticle& article) {
  const auto bytes = byte_offsets(article.text);
  std::map<std::string, std::vector<Range>> spans;
  std::vector<std::string> events;
  std::istringstream in(content);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string rest = line.substr(tab + 1);
    if (line[0] == 'T') spans[line.substr(0, tab)] = parse_ranges(rest.substr(0, rest.find('\t')), bytes);
    if (line[0] == 'E') events.push_back(rest);
  }
  for (const std::string& event : events) {
    GoldAttribution attribution;
    std::istringstream parts(event);
    for (std::string part; parts >> part;) {
      const std::size_t colon = part.find(':');
      if (colon == std::string::npos) continue;
      const auto& ranges = spans[part.substr(colon + 1)];
      auto* target = part.rfind("Content", 0) == 0  ? &attribution.content
                     : part.rfind("Source", 0) == 0 ? &attribution.source
                     : part.rfind("Cue", 0) == 0    ? &attribution.cue
                                                    : nullptr;
      if (target) target->insert(target->end(), ranges.begin(), ranges.end());
    }
    if (changed_places(article.text, attribution)) std::swap(attribution.source, attribution.cue);
    article.attributions.push_back(std::move(attribution));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::uint32_t> byte_offsets(const std::string& text) {
  std::vector<std::uint32_t> bytes;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) bytes.push_back(i);
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

std::vector<GoldArticle> read_brat(const std::filesystem::path& folder) {
  std::map<std::string, GoldArticle> articles;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "text")) {
    const std::string name = entry.path().stem().string();
    articles[name].name = name;
    articles[name].text = read_file(entry.path());
  }
  std::vector<std::filesystem::path> marked;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "attributions")) marked.push_back(entry.path());
  std::sort(marked.begin(), marked.end());
  std::vector<GoldArticle> read;
  for (const auto& path : marked) {
    const std::string stem = path.stem().string();
    const auto found = articles.find(stem.substr(0, stem.rfind('_')));
    if (found == articles.end()) continue;
    read_annotations(read_file(path), found->second);
    read.push_back(std::move(found->second));
    articles.erase(found);
  }
  return read;
}

}  // namespace dateline::bench
