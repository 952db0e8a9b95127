#include <algorithm>
#include <map>
#include <set>

#include "searcher/archive/archive_words.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"

namespace dateline::searcher {
namespace {

// Calls each(names of the segment, ordinal) for every speaker of every segment that a live article quotes.
template <class Each>
void for_each_speaker(const State& state, Each&& each) {
  for (std::size_t i = 0; i < state.size(); ++i) {
    const LiveNames& names = state.live_names(i);
    const std::uint32_t speakers = state.segment(i).columns->speaker_count();
    for (std::uint32_t speaker = 0; speaker < speakers; ++speaker)
      if (names.has_speaker(speaker)) each(names, speaker);
  }
}

std::vector<NamedSpeaker> listed(const State& state, const std::map<std::string, std::string>& by_id) {
  std::vector<NamedSpeaker> speakers;
  for (const auto& [id, name] : by_id) speakers.push_back({id, name, state.snapshot().speaker_links().linked_to(id)});
  return speakers;
}

// Who is meant, by the alias table: the rows that are the name, or have all its words.
std::set<std::string> canonical_ids(const State& state, std::string_view name, const NameWords& words) {
  std::set<std::string> ids;
  for (const text::Alias* row : state.snapshot().aliases().find(name)) ids.insert(text::name_id(row->canonical));
  for (const State::AliasWords& row : state.alias_words())
    if (has_all(row.words, words)) ids.insert(row.speaker);
  return ids;
}

// The values of live articles that pass; `is_live(names of the segment, ordinal)`.
template <class Dictionary, class IsLive, class Test>
std::vector<std::string> values_where(const State& state, Dictionary&& dictionary, IsLive&& is_live, Test&& test) {
  std::set<std::string> values;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const schema::Dictionary names = dictionary(*state.segment(i).columns);
    for (std::uint32_t ordinal = 0; ordinal < names.size(); ++ordinal)
      if (is_live(state.live_names(i), ordinal) && test(names[ordinal])) values.emplace(names[ordinal]);
  }
  return {values.begin(), values.end()};
}

std::string_view primary_subtag(std::string_view code) { return code.substr(0, code.find('-')); }

}  // namespace

std::vector<NamedSpeaker> ArchiveNames::speakers(std::string_view name) const {
  const auto [known, is_new] = speakers_.try_emplace(std::string(name));
  if (is_new) known->second = find_speakers(name);
  return known->second;
}

std::vector<NamedSpeaker> ArchiveNames::find_speakers(std::string_view name) const {
  const NameWords words = name_words(name);
  std::set<std::string> known = canonical_ids(state_, name, words);
  for (const std::string& id : std::set<std::string>(known))
    if (const schema::SpeakerLink* link = state_.snapshot().speaker_links().find(id)) known.insert(link->canonical_id);
  std::map<std::string, std::string> found;
  for_each_speaker(state_, [&](const LiveNames& names, std::uint32_t ordinal) {
    const schema::Dictionary ids = names.columns().speaker_ids();
    if (!names.is_called(ordinal, words) && (known.empty() || known.count(std::string(ids[ordinal])) == 0)) return;
    const schema::SpeakerColumn speaker = names.speaker(ordinal);
    found.emplace(speaker.id, speaker.name);
  });
  return listed(state_, found);
}

std::vector<NamedSpeaker> ArchiveNames::speakers_written(std::string_view spelling) const {
  std::map<std::string, std::string> found;
  for_each_speaker(state_, [&](const LiveNames& names, std::uint32_t ordinal) {
    const schema::SpeakerColumn speaker = names.speaker(ordinal);
    const auto& spellings = speaker.spellings;
    if (std::find(spellings.begin(), spellings.end(), spelling) != spellings.end())
      found.emplace(speaker.id, speaker.name);
  });
  return listed(state_, found);
}

std::vector<std::string> ArchiveNames::sources(std::string_view name) const {
  const text::SourceTable& table = state_.snapshot().sources();
  const std::string folded = text::fold(name);
  auto meant = table.find(name);
  if (!meant && name.find('.') != std::string_view::npos) meant = table.find_host(name);
  std::vector<std::string> equal = sources_where([&](const State::SourceName& source) {
    return source.folded == folded || (meant && source.known && source.known->canonical == meant->canonical);
  });
  if (!equal.empty()) return equal;
  const NameWords words = name_words(name);
  return sources_where([&](const State::SourceName& source) { return has_all(source.words, words); });
}

std::vector<std::string> ArchiveNames::sources_where(
    const std::function<bool(const State::SourceName& source)>& test) const {
  std::vector<std::string> values;
  for (const State::SourceName& source : state_.source_names())
    if (test(source)) values.emplace_back(source.value);
  std::sort(values.begin(), values.end());
  return values;
}

std::vector<std::string> ArchiveNames::tags(std::string_view name) const {
  const auto values = [&](auto&& test) {
    return values_where(
        state_, [](const schema::Columns& columns) { return columns.tags(); },
        [](const LiveNames& names, std::uint32_t ordinal) { return names.has_tag(ordinal); }, test);
  };
  const std::string folded = text::folded_words(name, ' ');
  std::vector<std::string> equal =
      values([&](std::string_view value) { return text::folded_words(value, ' ') == folded; });
  if (!equal.empty()) return equal;
  const NameWords words = name_words(name);
  return values([&](std::string_view value) { return has_all(name_words(value), words); });
}

std::vector<std::string> ArchiveNames::languages(std::string_view code_or_name) const {
  const std::string folded = text::fold(code_or_name);
  std::string code = folded;
  for (const text::Language& language : text::languages())
    if (text::fold(language.name) == folded) code = language.code;
  const bool whole = code.find('-') != std::string::npos;  // "zh-hant" is only that, "zh" is every Chinese
  std::set<std::string> meant;
  for (const auto& [language, articles] : state_.languages())
    if (text::fold(language) == code || (!whole && text::fold(primary_subtag(language)) == code))
      meant.insert(language);
  return {meant.begin(), meant.end()};
}

}  // namespace dateline::searcher
