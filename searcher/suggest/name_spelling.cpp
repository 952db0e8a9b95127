#include "searcher/suggest/name_spelling.hpp"

#include <algorithm>

#include "searcher/suggest/correction.hpp"
#include "searcher/suggest/near_words.hpp"
#include "text/fold.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t most_steps = 20'000;  // words looked at, in a segment
constexpr std::size_t most_tried = 5;       // near words that nobody may be called by any more

using Entry = NameList::Entry;

// The entries of one word.
std::pair<const Entry*, const Entry*> entries_of(const NameList& list, std::string_view word) {
  const auto [first, last] = list.starting_with(word);
  return {first, std::find_if(first, last, [&](const Entry& entry) { return entry.word != word; })};
}

// The part of a name, between blanks, that is this word.
std::string_view part_of(std::string_view name, const std::string& folded) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (text::folded_words(name.substr(0, end), ' ') == folded) return name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return {};
}

std::string_view part_of(const schema::SpeakerColumn& speaker, const std::string& folded) {
  std::string_view part = part_of(speaker.name, folded);
  for (std::size_t i = 0; i < speaker.spellings.size() && part.empty(); ++i)
    part = part_of(speaker.spellings[i], folded);
  return part;
}

}  // namespace

bool NameSpelling::is_known(WrittenKind kind, std::string_view name) const {
  return kind == WrittenKind::speaker ? text::fold(name) == "unknown" || !names_.speakers(name).empty()
                                      : !names_.sources(name).empty();
}

std::optional<std::string> NameSpelling::nearest(WrittenKind kind, const std::string& folded) const {
  if (!is_correctable(folded)) return std::nullopt;
  return kind == WrittenKind::speaker ? nearest_of_speakers(folded) : nearest_of_sources(folded);
}

// The list has spellings of masked articles as well: nobody is called so.
std::optional<std::string> NameSpelling::nearest_of_speakers(const std::string& folded) const {
  if (is_known(WrittenKind::speaker, folded)) return std::nullopt;
  Corrections found;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const NameList& names = lists_[i]->speakers(state_.index(i));
    for_each_near(NameCursor(names), folded, most_edits(folded), most_steps, [&](std::string_view word, int edits) {
      const auto [first, last] = entries_of(names, word);
      std::size_t articles = 0;
      for (const Entry* entry = first; entry != last; ++entry) articles += names.articles(entry->owner);
      found.add(word, edits, articles);
    });
  }
  add_aliases(folded, found);
  std::vector<Correction> corrections = found.take();
  corrections.resize(std::min(corrections.size(), most_tried));
  for (const Correction& correction : corrections)
    if (is_known(WrittenKind::speaker, correction.word)) return as_written_of_speakers(correction.word);
  return std::nullopt;
}

// Sources are few: all are compared, and which of two equally near ones is in more articles is not counted.
std::optional<std::string> NameSpelling::nearest_of_sources(const std::string& folded) const {
  EditDistance distance(folded);
  std::optional<std::string> nearest;
  int fewest = most_edits(folded) + 1;
  for (const State::SourceName& source : state_.source_names()) {
    for (const std::string& word : source.words) {
      if (word == folded) return std::nullopt;
      if (!is_correctable(word) || !distance.within(word, fewest - 1)) continue;
      fewest = distance.distance();
      const std::string_view written = part_of(source.value, word);
      nearest = written.empty() ? word : std::string(written);
    }
  }
  return nearest;
}

// Spellings that the alias table knows of people whom the archive writes otherwise.
void NameSpelling::add_aliases(const std::string& folded, Corrections& found) const {
  EditDistance distance(folded);
  for (const State::AliasWords& row : state_.alias_words()) {
    for (const std::string& word : row.words) {
      if (!distance.within(word, most_edits(folded))) continue;
      if (const std::size_t articles = articles_quoting(row.speaker)) found.add(word, distance.distance(), articles);
    }
  }
}

std::size_t NameSpelling::articles_quoting(const std::string& speaker) const {
  std::size_t articles = 0;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const auto& by_id = state_.index(i).speakers_by_id();
    if (const auto found = by_id.find(speaker); found != by_id.end())
      articles += lists_[i]->speakers(state_.index(i)).articles(found->second);
  }
  return articles;
}

std::string NameSpelling::as_written_of_speakers(const std::string& folded) const {
  std::string_view written;
  for (std::size_t i = 0; i < lists_.size() && written.empty(); ++i) {
    const auto [first, last] = entries_of(lists_[i]->speakers(state_.index(i)), folded);
    for (const Entry* entry = first; entry != last && written.empty(); ++entry)
      written = part_of(state_.segment(i).columns->speaker(entry->owner), folded);
  }
  for (const text::Alias& row : state_.snapshot().aliases().rows()) {
    if (!written.empty()) break;
    written = part_of(row.alias, folded);
  }
  return written.empty() ? folded : std::string(written);
}

}  // namespace dateline::searcher
