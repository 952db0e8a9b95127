#include "schema/people.hpp"

namespace dateline::schema {

void People::add(const Columns& columns, const Bitmap& live) {
  const OrdinalLists speakers = columns.speakers_of(), quotes = columns.speaker_quotes_of();
  const auto languages = columns.language();
  std::vector<std::uint32_t> number_of(columns.speaker_count(), no_ordinal);
  std::vector<std::uint32_t> last_article(columns.speaker_count(), no_ordinal);
  live.for_each([&](std::uint32_t article) {
    for (std::size_t i = 0; i < speakers[article].size(); ++i) {
      const std::uint32_t ordinal = speakers[article][i];
      if (columns.speaker_kind(ordinal) != SpeakerKind::person) continue;
      std::uint32_t& number = number_of[ordinal];
      if (number == no_ordinal) {
        const auto [known, is_new] = by_id_.try_emplace(std::string(columns.speaker_ids()[ordinal]),
                                                        static_cast<std::uint32_t>(persons_.size()));
        if (is_new) persons_.push_back({known->first, std::string(columns.speaker_names()[ordinal]), {}, 0, 0});
        number = known->second;
      }
      Person& person = persons_[number];
      if (person.language.empty() && languages[article] != no_ordinal)
        person.language = columns.languages()[languages[article]];
      // An article may name one speaker twice, by two spellings.
      if (last_article[ordinal] != article) ++person.articles;
      last_article[ordinal] = article;
      person.quotes += quotes[article][i];
    }
  });
}

void People::collect_companions(const Columns& columns, const Bitmap& live, const std::vector<bool>& asked,
                                std::unordered_set<std::uint64_t>& pairs) const {
  std::vector<std::uint32_t> number_of(columns.speaker_count(), no_ordinal);
  for (std::uint32_t ordinal = 0; ordinal < columns.speaker_count(); ++ordinal) {
    const auto known = by_id_.find(std::string(columns.speaker_ids()[ordinal]));
    if (known != by_id_.end() && asked[known->second]) number_of[ordinal] = known->second;
  }
  const OrdinalLists speakers = columns.speakers_of();
  std::vector<std::uint32_t> here;
  live.for_each([&](std::uint32_t article) {
    here.clear();
    for (const std::uint32_t ordinal : speakers[article]) {
      const std::uint32_t number = number_of[ordinal];
      if (number == no_ordinal) continue;
      for (const std::uint32_t other : here)
        if (other != number) pairs.insert(pair(number, other));
      here.push_back(number);
    }
  });
}

}  // namespace dateline::schema
