#include "searcher/archive/live_names.hpp"

#include <algorithm>
#include <utility>

#include "schema/article_values.hpp"
#include "schema/terms.hpp"

namespace dateline::searcher {
namespace {

// Calls each(ordinal, spellings) for the speakers of an article.
template <class Each>
void for_each_speaker(const schema::Columns& columns, const Xapian::Database& database, std::uint32_t article,
                      Each&& each) {
  const std::string value =
      database.get_document(article + 1).get_value(static_cast<Xapian::valueno>(schema::Slot::speakers));
  const auto speakers = schema::decode_speakers(value);
  const auto ordinals = columns.speakers_of()[article];
  if (!speakers || speakers->size() != ordinals.size()) return;
  for (std::size_t i = 0; i < ordinals.size(); ++i) each(ordinals[i], (*speakers)[i].spellings);
}

}  // namespace

// What masked articles have is suspected to be dead, and what a live one has is not. Few articles are masked, so little
// is looked at more closely.
LiveNames::LiveNames(const schema::Segment& segment, std::shared_ptr<const SegmentIndex> index,
                     const Xapian::Database& database)
    : columns_(segment.columns), index_(std::move(index)) {
  if (segment.live.count() == segment.size()) return;
  collect_masked(segment.live, database);
  drop_live(segment.live, database);
  for (const auto& [ordinal, dead] : dead_spellings_) {
    const schema::SpeakerColumn called = speaker(ordinal);
    words_[ordinal].push_back(name_words(called.name));
    for (const std::string_view spelling : called.spellings) words_[ordinal].push_back(name_words(spelling));
  }
}

void LiveNames::collect_masked(const schema::Bitmap& live, const Xapian::Database& database) {
  for (std::uint32_t article = 0; article < live.size(); ++article) {
    if (live[article]) continue;
    for (const std::uint32_t source : columns_->sources_of()[article]) dead_sources_.insert(source);
    for (const std::uint32_t tag : columns_->tags_of()[article]) dead_tags_.insert(tag);
    for_each_speaker(*columns_, database, article, [&](std::uint32_t speaker, const auto& spellings) {
      dead_speakers_.insert(speaker);
      for (const std::string_view spelling : spellings) dead_spellings_[speaker].emplace(spelling);
    });
  }
}

void LiveNames::drop_live(const schema::Bitmap& live, const Xapian::Database& database) {
  live.for_each([&](std::uint32_t article) {
    for (const std::uint32_t source : columns_->sources_of()[article]) dead_sources_.erase(source);
    for (const std::uint32_t tag : columns_->tags_of()[article]) dead_tags_.erase(tag);
    bool suspected = false;
    for (const std::uint32_t speaker : columns_->speakers_of()[article]) {
      dead_speakers_.erase(speaker);
      suspected |= dead_spellings_.count(speaker) > 0;
    }
    if (!suspected) return;
    for_each_speaker(*columns_, database, article, [&](std::uint32_t speaker, const auto& spellings) {
      const auto dead = dead_spellings_.find(speaker);
      if (dead == dead_spellings_.end()) return;
      for (const std::string_view spelling : spellings)
        if (const auto found = dead->second.find(spelling); found != dead->second.end()) dead->second.erase(found);
      if (dead->second.empty()) dead_spellings_.erase(dead);
    });
  });
}

schema::SpeakerColumn LiveNames::speaker(std::uint32_t ordinal) const {
  schema::SpeakerColumn speaker = columns_->speaker(ordinal);
  if (const auto dead = dead_spellings_.find(ordinal); dead != dead_spellings_.end()) {
    auto& spellings = speaker.spellings;
    spellings.erase(std::remove_if(spellings.begin(), spellings.end(),
                                   [&](std::string_view spelling) { return dead->second.count(spelling) > 0; }),
                    spellings.end());
  }
  return speaker;
}

std::vector<NameWords> LiveNames::words(std::uint32_t ordinal) const {
  const auto own = words_.find(ordinal);
  return own == words_.end() ? index_->speaker_words(ordinal) : own->second;
}

bool LiveNames::is_called(std::uint32_t ordinal, const NameWords& asked) const {
  if (!index_->may_be_called(ordinal, asked)) return false;
  const std::vector<NameWords> spellings = words(ordinal);
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](const NameWords& spelling) { return has_all(spelling, asked); });
}

bool LiveNames::answers(std::uint32_t ordinal, const std::vector<std::string>& beginnings) const {
  const std::vector<NameWords> spellings = words(ordinal);
  return std::all_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](const NameWords& spelling) { return starts_a_word(spelling, beginning); });
  });
}

}  // namespace dateline::searcher
