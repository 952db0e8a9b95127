// Articles added since the last commit: where they are, so that they can be found, replaced and removed before they are
// visible.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/writing/archive_writer.hpp"
#include "indexer/writing/new_segments.hpp"

namespace dateline::indexer {

struct Pending {
  Known known;
  NewSegments::Place place;
};

// A run may add millions: each takes some 150 bytes here.
class PendingArticles {
 public:
  std::size_t size() const { return by_key_.size(); }
  std::optional<Pending> find(std::uint64_t key) const;
  std::optional<std::uint64_t> find_id(std::string_view id) const;  // the key of who has it
  std::vector<std::uint64_t> keys_of_input(const std::string& input) const;

  // `input`: without the member that follows it in the article's.
  void add(std::uint64_t key, const Pending& article, const std::string& input);
  void remove(std::uint64_t key);
  void clear();

 private:
  using ByInput = std::unordered_map<std::string, std::vector<std::uint64_t>>;
  struct Article {
    std::uint64_t content_hash = 0;
    const ByInput::value_type* input = nullptr;
    std::string member;
    std::string id;  // empty: what its key makes it
    std::uint32_t segment = 0, ordinal = 0;
  };

  std::unordered_map<std::uint64_t, Article> by_key_;
  std::unordered_map<std::uint64_t, std::uint64_t> by_id_;  // by hash; only ids of their own
  ByInput by_input_;                                        // also keys that have gone since
};

}  // namespace dateline::indexer
