// The most frequent of a segment's words, or dictionary words, that begin so.
//
// Short beginnings stand for very many words and are asked for again and again, with every key that is pressed: theirs
// are remembered.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"

namespace dateline::searcher {

class FrequentWords {
 public:
  using Counted = std::pair<std::string, std::uint32_t>;  // a term, and how many articles have it, masked ones included

  static constexpr std::size_t most_listed = 200;
  static constexpr std::size_t most_enumerated = 100'000;  // of more words those are left out that sort last

  // Of the terms that begin so, the most frequent first. Any thread, each with its own database of this segment.
  std::vector<Counted> starting_with(const std::string& beginning, const schema::Segment& segment,
                                     const Xapian::Database& database) const;

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::vector<Counted>> remembered_;
};

}  // namespace dateline::searcher
