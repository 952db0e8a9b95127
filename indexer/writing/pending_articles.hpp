// Articles added since the last commit: where they are, so that they can be found, replaced and removed before they are
// visible.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/writing/archive_writer.hpp"
#include "indexer/writing/new_segments.hpp"

namespace dateline::indexer {

struct Pending {
  Known known;
  std::string input;  // without member
  NewSegments::Place place;
};

class PendingArticles {
 public:
  std::size_t size() const { return by_key_.size(); }
  const Pending* find(std::uint64_t key) const;
  const std::uint64_t* find_id(std::string_view id) const;
  std::vector<std::uint64_t> keys_of_input(const std::string& input) const;

  void add(std::uint64_t key, Pending article);
  void remove(std::uint64_t key);
  void clear();

 private:
  std::unordered_map<std::uint64_t, Pending> by_key_;
  std::unordered_map<std::string, std::uint64_t> by_id_;
  std::unordered_map<std::string, std::vector<std::uint64_t>> by_input_;  // also keys that have gone since
};

}  // namespace dateline::indexer
