// Who speaks: the speakers of all segments, one entry a person.
#include <algorithm>
#include <map>

#include "schema/days.hpp"
#include "searcher/answer/browse.hpp"

namespace dateline::searcher {
namespace {

struct Tally {
  std::size_t articles = 0, quotes = 0;
  std::int32_t first = schema::no_day, last = schema::no_day;

  void add_day(std::int32_t day) {
    if (day == schema::no_day) return;
    first = first == schema::no_day ? day : std::min(first, day);
    last = last == schema::no_day ? day : std::max(last, day);
  }
};

std::vector<Tally> tallies(const schema::Segment& segment) {
  const schema::Columns& columns = *segment.columns;
  std::vector<Tally> tallies(columns.speaker_count());
  const auto speakers = columns.speakers_of(), quotes = columns.speaker_quotes_of();
  const auto days = columns.first_day();
  segment.live.for_each([&](std::uint32_t article) {
    const auto ordinals = speakers[article], counts = quotes[article];
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      Tally& tally = tallies[ordinals[i]];
      // An article may have one speaker twice, by two spellings.
      const auto before = ordinals.begin() + static_cast<std::ptrdiff_t>(i);
      tally.articles += std::find(ordinals.begin(), before, ordinals[i]) == before;
      tally.quotes += counts[i];
      tally.add_day(days[article]);
    }
  });
  return tallies;
}

struct Merged {
  SpeakerEntry entry;
  Tally tally;
};

void merge(Merged& merged, const schema::SpeakerColumn& speaker, const Tally& tally) {
  SpeakerEntry& entry = merged.entry;
  if (entry.id.empty()) {
    entry.id = speaker.id;
    entry.name = speaker.name;
    entry.kind = speaker.kind;
  }
  for (const std::string_view spelling : speaker.spellings)
    if (std::find(entry.spellings.begin(), entry.spellings.end(), spelling) == entry.spellings.end())
      entry.spellings.emplace_back(spelling);
  entry.articles += tally.articles;
  entry.quotes += tally.quotes;
  merged.tally.add_day(tally.first);
  merged.tally.add_day(tally.last);
}

}  // namespace

std::vector<SpeakerEntry> speakers(const State& state, std::string_view prefix, std::size_t limit) {
  const NameWords prefixes = name_words(prefix);
  std::map<std::string, Merged, std::less<>> by_id;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const LiveNames& names = state.live_names(i);
    const std::vector<Tally> counted = tallies(state.segment(i));
    for (std::uint32_t ordinal = 0; ordinal < counted.size(); ++ordinal) {
      const schema::SpeakerColumn speaker = names.speaker(ordinal);
      if (counted[ordinal].articles == 0 || speaker.kind == SpeakerKind::group) continue;
      if (!prefixes.empty() && !names.answers(ordinal, prefixes)) continue;
      merge(by_id[std::string(speaker.id)], speaker, counted[ordinal]);
    }
  }
  std::vector<SpeakerEntry> entries;
  for (auto& [id, merged] : by_id) {
    if (merged.tally.first != schema::no_day) merged.entry.first = schema::from_day(merged.tally.first);
    if (merged.tally.last != schema::no_day) merged.entry.last = schema::from_day(merged.tally.last);
    entries.push_back(std::move(merged.entry));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const SpeakerEntry& a, const SpeakerEntry& b) {
    return a.quotes != b.quotes ? a.quotes > b.quotes : a.articles > b.articles;
  });
  if (entries.size() > limit) entries.resize(limit);
  return entries;
}

}  // namespace dateline::searcher
