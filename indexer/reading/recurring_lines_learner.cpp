#include "indexer/reading/recurring_lines_learner.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t fewest_stories = 3;
constexpr std::size_t longest_ending = 16;  // lines
// A line that mostly stands elsewhere is none of the end.
constexpr std::size_t tenths_at_the_end = 9;
// What stands between paragraphs is foreign to most of the articles of which that can be told.
constexpr std::size_t fifths_foreign = 4;
constexpr std::size_t one_article_in = 50;  // of a source has it
// Two articles are one story when the shorter has a third of its lines from the other.
constexpr std::size_t copied_part = 3;
// Articles with a line among which different stories are looked for.
constexpr std::size_t most_compared = 1000;
// Lines are counted in so many turns, by their keys, so that what is counted at once stays small.
constexpr unsigned turn_bits = 4;

}  // namespace

// The lines, whole or in part, that stand in enough articles; without their occurrences.
RecurringLinesLearner::Recurring RecurringLinesLearner::find_recurring() const {
  Recurring recurring;
  for (LineKey turn = 0; turn < LineKey{1} << turn_bits; ++turn) {
    std::vector<std::pair<LineKey, std::uint32_t>> rows;
    const auto add_row = [&](LineKey key, std::size_t article) {
      if (key >> (64 - turn_bits) == turn) rows.emplace_back(key, static_cast<std::uint32_t>(article));
    };
    for (std::size_t article = 0; article < articles_.size(); ++article)
      for (const SeenLine& line : articles_[article].lines) {
        add_row(line.key, article);
        for (const LineKey part : line.parts) add_row(part, article);
      }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (std::size_t i = fewest_stories - 1; i < rows.size(); ++i)
      if (rows[i].first == rows[i - (fewest_stories - 1)].first) recurring.try_emplace(rows[i].first);
  }
  return recurring;
}

// How many of the last lines recur; none when that is all of them (a copy as a whole) or too many to be an end.
std::size_t RecurringLinesLearner::shared_end(const Seen& seen, const Recurring& recurring) const {
  const auto recurs_somehow = [&](const SeenLine& line) {
    return recurring.contains(line.key) ||
           std::any_of(line.parts.begin(), line.parts.end(), [&](LineKey part) { return recurring.contains(part); });
  };
  std::size_t count = 0;
  while (count < seen.lines.size() && count < longest_ending && recurs_somehow(seen.lines[count])) ++count;
  return count == seen.lines.size() || count == longest_ending ? 0 : count;
}

void RecurringLinesLearner::gather(std::uint32_t article, Recurring& recurring) {
  const std::vector<SeenLine>& lines = articles_[article].lines;
  const std::size_t shared = articles_[article].shared_end = shared_end(articles_[article], recurring);
  const auto add = [&](LineKey key, const Occurrence& occurrence) {
    const auto found = recurring.find(key);
    if (found == recurring.end()) return;
    // Of a line that stands twice in an article the last counts.
    if (found->second.empty() || found->second.back().article != article) found->second.push_back(occurrence);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t above = i < shared ? shared : i + 1;
    const Occurrence occurrence{article,
                                i < shared,
                                lines[i].is_short,
                                lines[i].bond,
                                above < lines.size() ? lines[above].key : 0,
                                i > 0 ? lines[i - 1].key : 0};
    add(lines[i].key, occurrence);
    for (const LineKey part : lines[i].parts) add(part, occurrence);
  }
}

// What tells an article from others: its longer lines, without its end.
std::vector<LineKey> RecurringLinesLearner::own_lines(std::uint32_t article, LineKey except) const {
  const Seen& seen = articles_[article];
  std::vector<LineKey> own;
  for (std::size_t i = seen.shared_end; i < seen.lines.size(); ++i) {
    const SeenLine& line = seen.lines[i];
    if (may_be_cut(line.key) && line.key != except) own.push_back(line.key);
  }
  std::sort(own.begin(), own.end());
  own.erase(std::unique(own.begin(), own.end()), own.end());
  return own;
}

bool RecurringLinesLearner::are_copies(std::uint32_t a, std::uint32_t b, LineKey except) const {
  const std::vector<LineKey> lines_a = own_lines(a, except), lines_b = own_lines(b, except);
  std::vector<LineKey> shared;
  std::set_intersection(lines_a.begin(), lines_a.end(), lines_b.begin(), lines_b.end(), std::back_inserter(shared));
  return !shared.empty() && shared.size() * copied_part >= std::min(lines_a.size(), lines_b.size());
}

std::size_t RecurringLinesLearner::count(const Occurrences& occurrences, Bond bond) {
  return static_cast<std::size_t>(
      std::count_if(occurrences.begin(), occurrences.end(), [&](const Occurrence& one) { return one.bond == bond; }));
}

template <class Alike>
bool RecurringLinesLearner::tells_stories_apart(LineKey line, const Occurrences& occurrences, Alike alike) const {
  Occurrences stories;
  const std::size_t compared = std::min(occurrences.size(), most_compared);
  for (std::size_t i = 0; i < compared && stories.size() < fewest_stories; ++i) {
    const Occurrence& one = occurrences[i];
    const auto is_known = [&](const Occurrence& story) {
      return alike(one, story) || are_copies(one.article, story.article, line);
    };
    if (std::none_of(stories.begin(), stories.end(), is_known)) stories.push_back(one);
  }
  return stories.size() == fewest_stories;
}

bool RecurringLinesLearner::ends_stories(LineKey line, const Occurrences& occurrences) const {
  Occurrences ends;
  std::copy_if(occurrences.begin(), occurrences.end(), std::back_inserter(ends),
               [](const Occurrence& one) { return one.at_end; });
  return ends.size() >= fewest_stories && ends.size() * 10 >= occurrences.size() * tenths_at_the_end &&
         tells_stories_apart(line, ends,
                             [](const Occurrence& one, const Occurrence& story) { return one.above == story.above; });
}

bool RecurringLinesLearner::stands_inside(LineKey line, const Occurrences& occurrences) const {
  const std::size_t foreign = count(occurrences, Bond::foreign);
  return occurrences.front().is_short && foreign >= fewest_stories &&
         foreign * 5 >= (foreign + count(occurrences, Bond::related)) * fifths_foreign &&
         is_frequent_in_a_source(occurrences) &&
         tells_stories_apart(line, occurrences, [](const Occurrence& one, const Occurrence& story) {
           return one.above == story.above || (one.below == story.below && one.below != 0);
         });
}

bool RecurringLinesLearner::is_frequent_in_a_source(const Occurrences& occurrences) const {
  std::unordered_map<std::uint64_t, std::size_t> with_it;
  for (const Occurrence& one : occurrences) ++with_it[articles_[one.article].source];
  return std::any_of(with_it.begin(), with_it.end(), [&](const auto& source) {
    return source.second >= fewest_stories && source.second * one_article_in >= articles_of_.at(source.first);
  });
}

RecurringLines RecurringLinesLearner::learn() {
  std::sort(articles_.begin(), articles_.end(), [](const Seen& a, const Seen& b) { return a.article < b.article; });
  for (const Seen& seen : articles_) ++articles_of_[seen.source];
  Recurring recurring = find_recurring();
  for (std::size_t article = 0; article < articles_.size(); ++article)
    gather(static_cast<std::uint32_t>(article), recurring);
  std::vector<LineKey> at_ends, inside;
  for (const auto& [line, occurrences] : recurring) {
    if (ends_stories(line, occurrences))
      at_ends.push_back(line);
    else if (may_be_cut(line) && stands_inside(line, occurrences))
      inside.push_back(line);
  }
  return RecurringLines(std::move(at_ends), std::move(inside));
}

std::vector<std::uint64_t> RecurringLinesLearner::articles_with(const RecurringLines& learnt) const {
  std::vector<std::uint64_t> found;
  for (const Seen& seen : articles_)
    if (std::any_of(seen.lines.begin(), seen.lines.end(),
                    [&](const SeenLine& line) { return learnt.has(line.key, line.parts); }))
      found.push_back(seen.article);
  return found;
}

}  // namespace dateline::indexer
