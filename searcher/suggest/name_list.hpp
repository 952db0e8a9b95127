// The words of the names of a segment's speakers, sorted: who has a word that begins so, or is written nearly so?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/columns.hpp"
#include "searcher/archive/segment_index.hpp"

namespace dateline::searcher {

class NameList {
 public:
  NameList() = default;
  // Of everybody with a name, by all spellings.
  NameList(const schema::Columns& columns, const SegmentIndex& index);

  struct Entry {
    std::string word;         // folded
    std::uint32_t owner = 0;  // ordinal of the speaker
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  // The entries whose word begins so.
  std::pair<const Entry*, const Entry*> starting_with(std::string_view beginning) const;

  // The owners that have, for each beginning, a word that begins so; rising.
  std::vector<std::uint32_t> owners(const std::vector<std::string>& beginnings) const;

  // How many articles quote that speaker, masked ones included.
  std::uint32_t articles(std::uint32_t owner) const { return articles_[owner]; }

  const std::vector<Entry>& entries() const { return entries_; }  // by word, then owner; each once

 private:
  void count_articles(const schema::Columns& columns);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> articles_;
};

// For for_each_near(): each distinct word once.
class NameCursor {
 public:
  explicit NameCursor(const NameList& list) : at_(list.entries().data()), end_(at_ + list.entries().size()) {}
  bool done() const { return at_ == end_; }
  std::string_view word() const { return at_->word; }
  void next();
  void skip_to(std::string_view beginning);

 private:
  const NameList::Entry* at_;
  const NameList::Entry* end_;
};

}  // namespace dateline::searcher
