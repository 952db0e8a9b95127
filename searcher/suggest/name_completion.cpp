#include "searcher/suggest/name_completion.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "schema/terms.hpp"

namespace dateline::searcher {
namespace {

// So many of a segment's best are looked at closely, beyond what is asked for: a name may have most of its articles in
// other segments.
constexpr std::size_t spare = 30;

// Of the owners those with most articles.
std::vector<std::uint32_t> most_frequent(std::vector<std::uint32_t> owners, const NameList& list, std::size_t most) {
  const auto more = [&](std::uint32_t a, std::uint32_t b) {
    return list.articles(a) != list.articles(b) ? list.articles(a) > list.articles(b) : a < b;
  };
  if (owners.size() > most) {
    std::nth_element(owners.begin(), owners.begin() + static_cast<std::ptrdiff_t>(most), owners.end(), more);
    owners.resize(most);
  }
  return owners;
}

bool answers(const NameWords& words, const std::vector<std::string>& beginnings) {
  return std::all_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return starts_a_word(words, beginning); });
}

std::vector<CompletedName> best(std::vector<CompletedName> names, std::size_t limit) {
  names.erase(std::remove_if(names.begin(), names.end(), [](const auto& name) { return name.articles == 0; }),
              names.end());
  std::sort(names.begin(), names.end(), [](const CompletedName& a, const CompletedName& b) {
    return std::tie(b.articles, a.name, a.id) < std::tie(a.articles, b.name, b.id);
  });
  if (names.size() > limit) names.resize(limit);
  return names;
}

}  // namespace

std::vector<CompletedName> NameCompletion::speakers(const std::vector<std::string>& beginnings,
                                                    std::size_t limit) const {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const NameList& list = lists_[i]->speakers(state_.index(i));
    for (const std::uint32_t speaker : most_frequent(list.owners(beginnings), list, limit + spare))
      if (is_called_so(i, speaker, beginnings)) ids.emplace(state_.segment(i).columns->speaker(speaker).id);
  }
  add_aliases_of_speakers(beginnings, ids);
  std::vector<CompletedName> names;
  for (const std::string& id : ids) names.push_back({id, name_of_speaker(id), articles_quoting(id)});
  return best(std::move(names), limit);
}

// Spellings that are linked do not speak in one article, or are so few there that the order does not change.
std::size_t NameCompletion::articles_quoting(const std::string& id) const {
  std::size_t articles = live_.articles(schema::term(schema::Field::speaker, id));
  for (const std::string& linked : state_.snapshot().speaker_links().linked_to(id))
    articles += live_.articles(schema::term(schema::Field::speaker, linked));
  return articles;
}

// The list has spellings of masked articles as well: nobody is found by those.
bool NameCompletion::is_called_so(std::size_t segment, std::uint32_t speaker,
                                  const std::vector<std::string>& beginnings) const {
  const LiveNames& names = state_.live_names(segment);
  return names.has_speaker(speaker) && names.answers(speaker, beginnings);
}

// Spellings that the alias table knows of people whom the archive writes otherwise.
void NameCompletion::add_aliases_of_speakers(const std::vector<std::string>& beginnings,
                                             std::set<std::string>& ids) const {
  for (const State::AliasWords& row : state_.alias_words())
    if (answers(row.words, beginnings) && !name_of_speaker(row.speaker).empty()) ids.insert(row.speaker);
}

// Empty: nobody of the archive.
std::string NameCompletion::name_of_speaker(const std::string& id) const {
  for (std::size_t i = 0; i < state_.size(); ++i) {
    const auto& by_id = state_.index(i).speakers_by_id();
    const auto found = by_id.find(id);
    if (found == by_id.end()) continue;
    const schema::SpeakerColumn speaker = state_.segment(i).columns->speaker(found->second);
    if (speaker.kind != SpeakerKind::group) return std::string(speaker.name);
  }
  return {};
}

std::vector<CompletedName> NameCompletion::sources(const std::vector<std::string>& beginnings,
                                                   std::size_t limit) const {
  std::set<std::string> known_so;  // by an alias of the source table
  state_.snapshot().sources().for_each([&](std::string_view alias, const text::Source& source) {
    if (answers(name_words(alias), beginnings)) known_so.insert(source.canonical);
  });
  std::vector<CompletedName> names;
  for (const State::SourceName& source : state_.source_names()) {
    const bool is_known_so = source.known && known_so.count(source.known->canonical) > 0;
    if (!is_known_so && !answers(source.words, beginnings)) continue;
    names.push_back({"", std::string(source.value), live_.articles(schema::term(schema::Field::source, source.value))});
  }
  return best(std::move(names), limit);
}

}  // namespace dateline::searcher
