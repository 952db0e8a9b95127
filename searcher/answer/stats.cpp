// Figures about an archive.
#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_set>

#include "schema/days.hpp"
#include "searcher/answer/browse.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {
namespace {

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    std::error_code gone;  // a writer may remove files while we look
    if (entry->is_regular_file(gone) && !gone) {
      const std::uint64_t size = entry->file_size(gone);
      if (!gone) bytes += size;
    }
  }
  return bytes;
}

struct Names {
  std::unordered_set<std::string_view> sources, speakers;
};

void add_segment(const schema::Segment& segment, ArchiveStats& stats, Names& names, std::int32_t& first,
                 std::int32_t& last) {
  const schema::Columns& columns = *segment.columns;
  const auto sources = columns.sources_of(), speakers = columns.speakers_of();
  std::vector<bool> has_source(columns.sources().size()), has_speaker(columns.speaker_count());
  segment.live.for_each([&](std::uint32_t article) {
    stats.bytes_of_text += columns.text_bytes()[article];
    stats.quotes += columns.quotes()[article];
    for (const std::uint32_t source : sources[article]) has_source[source] = true;
    for (const std::uint32_t speaker : speakers[article]) has_speaker[speaker] = true;
    if (columns.first_day()[article] == schema::no_day) {
      ++stats.undated;
    } else {
      first = std::min(first, columns.first_day()[article]);
      last = std::max(last, columns.last_day()[article]);
    }
  });
  for (std::uint32_t i = 0; i < has_source.size(); ++i)
    if (has_source[i]) names.sources.insert(columns.sources()[i]);
  for (std::uint32_t i = 0; i < has_speaker.size(); ++i)
    if (has_speaker[i] && columns.speaker(i).kind != SpeakerKind::group) names.speakers.insert(columns.speaker(i).id);
}

// What `dateline index` or `reindex` would do for it.
std::vector<std::string> advice(const schema::Snapshot& snapshot) {
  std::vector<std::string> advice;
  if (snapshot.is_begun())
    advice.push_back("The first `dateline index` did not end; run again, it goes on with what it had built.");
  if (snapshot.analysis() != text::analysis_version() && snapshot.articles() > 0)
    advice.push_back("Its oldest articles were read by other rules for words; `dateline reindex` applies today's.");
  const std::uint32_t learnt_from = snapshot.learnt_from(), articles = snapshot.articles();
  if (learnt_from > 0 && articles / 2 >= learnt_from)
    advice.push_back("What is boilerplate was learnt from " + std::to_string(learnt_from) + " of its " +
                     std::to_string(articles) + " articles; `dateline reindex` learns from all.");
  return advice;
}

}  // namespace

ArchiveStats stats(const State& state) {
  ArchiveStats stats;
  Names names;
  std::int32_t first = INT32_MAX, last = INT32_MIN;
  for (std::size_t i = 0; i < state.size(); ++i) add_segment(state.segment(i), stats, names, first, last);
  if (first <= last) {
    stats.first = schema::from_day(first);
    stats.last = schema::from_day(last);
  }
  stats.articles = state.snapshot().articles();
  stats.segments = state.size();
  stats.generation = state.snapshot().generation();
  stats.bytes_on_disk = bytes_below(state.snapshot().archive());
  for (const auto& [language, articles] : state.languages()) stats.languages.push_back({language, articles});
  stats.sources = names.sources.size();
  stats.speakers = names.speakers.size();
  stats.format_version = state.snapshot().format_version();
  stats.features = state.snapshot().features();
  stats.advice = advice(state.snapshot());
  return stats;
}

}  // namespace dateline::searcher
