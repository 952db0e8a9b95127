// What each part of an archive takes on disk.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include "schema/terms.hpp"
#include "searcher/answer/browse.hpp"

namespace dateline::searcher {
namespace {

// Files that hold one thing.
struct WholeFile {
  std::string_view name, part;
};
// clang-format off
constexpr WholeFile whole_files[] = {
    {"docdata.glass", "articles as stored"},
    {"dictionaries", "articles as stored"},
    {"dictionaries.spare", "articles as stored"},
    {"termlist.glass", "terms of articles"},
    {"synonym.glass", "words of stems"},
    {"columns", "columns of facts"},
};
// clang-format on

using Parts = std::map<std::string_view, IndexPart>;

void add_lists(const schema::glass::Reader& pages, Parts& parts) {
  pages.for_each_posting_size([&](std::string_view term, std::uint64_t bytes) {
    parts[term.empty() ? "values and lengths" : schema::part_of(term)].bytes += bytes;
  });
  pages.for_each_position_size(
      [&](std::string_view term, std::uint64_t bytes) { parts[schema::part_of(term)].positions += bytes; });
}

void add_files(const std::filesystem::path& segment, Parts& parts) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(segment))
    for (const WholeFile& file : whole_files)
      if (entry.path().filename() == file.name) parts[file.part].bytes += entry.file_size();
}

}  // namespace

std::vector<IndexPart> index_parts(const State& state) {
  Parts parts;
  for (const schema::Segment& segment : state.snapshot().segments()) {
    if (segment.pages) add_lists(*segment.pages, parts);
    add_files(segment.directory, parts);
  }
  std::vector<IndexPart> sorted;
  for (auto& [name, part] : parts) {
    part.name = name;
    sorted.push_back(std::move(part));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const IndexPart& a, const IndexPart& b) {
    return a.bytes + a.positions > b.bytes + b.positions;
  });
  return sorted;
}

}  // namespace dateline::searcher
