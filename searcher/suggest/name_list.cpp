#include "searcher/suggest/name_list.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace dateline::searcher {
namespace {

using Entry = NameList::Entry;

bool before(const Entry& entry, std::string_view word) { return entry.word < word; }

bool starts(const std::string& word, std::string_view beginning) {
  return std::string_view(word).substr(0, beginning.size()) == beginning;
}

}  // namespace

NameList::NameList(const schema::Columns& columns, const SegmentIndex& index) {
  for (std::uint32_t i = 0; i < columns.speaker_count(); ++i) {
    if (columns.speaker(i).kind == SpeakerKind::group) continue;
    for (const NameWords& spelling : index.speaker_words(i))
      for (const std::string& word : spelling) entries_.push_back({word, i});
  }
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.word, a.owner) < std::tie(b.word, b.owner); });
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  entries_.shrink_to_fit();
  count_articles(columns);
}

void NameList::count_articles(const schema::Columns& columns) {
  articles_.resize(columns.speaker_count());
  const schema::OrdinalLists speakers = columns.speakers_of();
  for (std::uint32_t article = 0; article < columns.articles(); ++article) {
    const auto quoted = speakers[article];
    for (auto speaker = quoted.begin(); speaker != quoted.end(); ++speaker)
      if (std::find(quoted.begin(), speaker, *speaker) == speaker) ++articles_[*speaker];
  }
}

std::pair<const Entry*, const Entry*> NameList::starting_with(std::string_view beginning) const {
  const Entry* const end = entries_.data() + entries_.size();
  const Entry* const first = std::lower_bound(entries_.data(), end, beginning, before);
  return {first, std::partition_point(first, end, [&](const Entry& e) { return starts(e.word, beginning); })};
}

std::vector<std::uint32_t> NameList::owners(const std::vector<std::string>& beginnings) const {
  std::vector<std::uint32_t> common;
  for (const std::string& beginning : beginnings) {
    const auto [first, last] = starting_with(beginning);
    std::vector<std::uint32_t> owners;
    for (const Entry* entry = first; entry != last; ++entry) owners.push_back(entry->owner);
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    if (&beginning == &beginnings.front()) {
      common = std::move(owners);
      continue;
    }
    std::vector<std::uint32_t> both;
    std::set_intersection(common.begin(), common.end(), owners.begin(), owners.end(), std::back_inserter(both));
    common = std::move(both);
  }
  return common;
}

void NameCursor::next() {
  const Entry* const here = at_;
  at_ = std::partition_point(at_, end_, [&](const Entry& entry) { return entry.word <= here->word; });
}

void NameCursor::skip_to(std::string_view beginning) { at_ = std::lower_bound(at_, end_, beginning, before); }

}  // namespace dateline::searcher
