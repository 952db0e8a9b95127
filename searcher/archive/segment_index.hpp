// What searching derives from an immutable segment, once and on first use. Any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"
#include "searcher/query/tree.hpp"

namespace dateline::searcher {

// A spelling as sorted, distinct folded words.
using NameWords = std::vector<std::string>;
NameWords name_words(std::string_view name);
NameWords words_of_id(std::string_view id);  // of text::name_id()
bool has_all(const NameWords& name, const NameWords& words);
bool starts_a_word(const NameWords& words, const std::string& beginning);

class SegmentIndex {
 public:
  explicit SegmentIndex(const schema::Segment& segment) : columns_(segment.columns), pages_(segment.pages) {}

  // Of each article, as Xapian counts: the sum of its terms' frequencies.
  const std::vector<std::uint32_t>& lengths(const Xapian::Database& database) const;

  // From the earliest to the latest day of any article, masked ones included; nothing inside when all are undated.
  const DayRange& days() const;

  // Articles with text in that language.
  const schema::Bitmap& articles_in(const std::string& language, const Xapian::Database& database) const;

  // Of a speaker: the words of the name, then of each spelling that has others.
  std::vector<NameWords> speaker_words(std::uint32_t speaker) const;
  // False: the speaker has no spelling with all of these words. True: perhaps, and costs next to nothing.
  bool may_be_called(std::uint32_t speaker, const NameWords& words) const;
  const std::unordered_map<std::string_view, std::uint32_t>& speakers_by_id() const;

 private:
  std::shared_ptr<const schema::Columns> columns_;
  std::shared_ptr<const schema::glass::Reader> pages_;
  mutable std::once_flag lengths_once_, days_once_, ids_once_;
  mutable DayRange days_{0, -1};
  mutable std::mutex languages_mutex_;
  mutable std::unordered_map<std::string, schema::Bitmap> languages_;
  mutable std::vector<std::uint32_t> lengths_;
  mutable std::unordered_map<std::string_view, std::uint32_t> speakers_by_id_;
};

}  // namespace dateline::searcher
