#include "indexer/writing/publication.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "dateline/error.hpp"
#include "indexer/writing/merge_policy.hpp"
#include "schema/files.hpp"
#include "schema/xapian_errors.hpp"

namespace dateline::indexer {
namespace {

std::vector<SegmentSize> sizes_of(const std::vector<Part>& parts) {
  std::vector<SegmentSize> sizes;
  sizes.reserve(parts.size());
  for (const Part& part : parts) sizes.push_back({part.entry.articles, part.live.count()});
  return sizes;
}

void copy_live(const Part& part, const std::filesystem::path& generation, SegmentBuilder& to,
               const std::atomic<bool>* is_cancelled) {
  schema::translating_errors("merging " + part.entry.name, [&] {
    const std::filesystem::path segment = generation / part.entry.name;
    const Xapian::Database database((segment / schema::database_name).string());
    // By our reader: Xapian's reads beyond a damaged block.
    const schema::SegmentArticles stored(segment, schema::glass::Reader::open(segment / schema::database_name));
    part.live.for_each([&](std::uint32_t ordinal) {
      if (is_cancelled && *is_cancelled) throw Error(ErrorCode::cancelled, "merging was ended");
      to.add(stored.article(database, ordinal));
    });
  });
}

void drop_empty(std::vector<Part>& parts) {
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Part& part) { return part.live.count() == 0; }),
              parts.end());
}

std::vector<std::size_t> choose(const std::vector<Part>& parts, Merging merging) {
  if (merging == Merging::none) return {};
  if (merging == Merging::by_policy) return choose_merge(sizes_of(parts));
  const bool is_one = parts.empty() || (parts.size() == 1 && parts.front().live.count() == parts.front().live.size());
  std::vector<std::size_t> all(is_one ? 0 : parts.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

std::vector<Part> chosen_of(const std::vector<Part>& parts, const std::vector<std::size_t>& chosen) {
  std::vector<Part> found;
  for (const std::size_t at : chosen) found.push_back(parts[at]);
  return found;
}

}  // namespace

void merge_parts(std::vector<Part>& parts, Merging merging, const std::filesystem::path& generation,
                 const BuilderOptions& options, const std::function<std::filesystem::path()>& next_folder) {
  drop_empty(parts);
  for (auto chosen = choose(parts, merging); !chosen.empty(); chosen = choose(parts, merging)) {
    Part merged = rewrite(chosen_of(parts, chosen), generation, options, next_folder());
    const std::size_t place = chosen.front();
    for (auto at = chosen.rbegin(); at != chosen.rend(); ++at)
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(*at));
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(place), std::move(merged));
  }
}

std::vector<Part> parts_to_merge(const std::vector<Part>& parts) {
  return chosen_of(parts, choose(parts, Merging::by_policy));
}

Part rewrite(const std::vector<Part>& parts, const std::filesystem::path& generation, const BuilderOptions& options,
             const std::filesystem::path& folder, const std::atomic<bool>* is_cancelled) {
  SegmentBuilder builder(folder, options);
  for (const Part& part : parts) copy_live(part, generation, builder, is_cancelled);
  Part merged;
  merged.entry = builder.finish();
  merged.live = schema::Bitmap(merged.entry.articles, true);
  return merged;
}

std::string describe_live(std::vector<Part>& parts, const std::string& file_name) {
  schema::LiveBitmaps masked;
  for (Part& part : parts) {
    const bool all_live = part.live.count() == part.live.size();
    part.entry.live = all_live ? std::string() : file_name;
    if (!all_live) masked.emplace(part.entry.name, part.live);
  }
  return masked.empty() ? std::string() : schema::encode(masked);
}

std::vector<std::filesystem::path> record_loose_files(const std::filesystem::path& generation,
                                                      schema::GenerationEntry& entry) {
  std::vector<std::filesystem::path> recorded;
  std::map<std::string, std::string> checksums;
  for (const std::string& file : schema::loose_files(entry)) {
    const auto known = entry.checksums.find(file);
    if (known != entry.checksums.end()) {
      checksums.insert(*known);
      continue;
    }
    const std::string bytes = schema::read_file(generation / file);
    checksums.emplace(file, schema::hex16(schema::hash64(bytes)));
    schema::write_spare(generation / file, bytes);
    recorded.push_back(generation / file);
  }
  entry.checksums = std::move(checksums);
  return recorded;
}

}  // namespace dateline::indexer
