// Articles of the last commit, as the writer sees them: looked up by key, id and input, and masked one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writing/archive_writer.hpp"
#include "schema/snapshot.hpp"

namespace dateline::indexer {

class CommittedArticles {
 public:
  // Without a snapshot there are none: the state of a generation that is being built.
  explicit CommittedArticles(std::shared_ptr<const schema::Snapshot> snapshot = nullptr);

  const std::shared_ptr<const schema::Snapshot>& snapshot() const { return snapshot_; }
  std::uint32_t live() const { return live_articles_; }
  std::optional<Known> find(std::uint64_t key) const;
  std::optional<std::uint64_t> find_id(std::string_view id) const;
  std::optional<schema::StoredArticle> article(std::uint64_t key) const;
  std::vector<std::uint64_t> keys_of_input(std::string_view input) const;
  bool mask(std::uint64_t key);

  // By segment of the snapshot.
  const std::vector<schema::Bitmap>& live_bitmaps() const { return live_; }

  // Live articles in their order, until `each` returns false.
  void for_each(const std::function<bool(const schema::StoredArticle&)>& each) const;

 private:
  struct Place {
    std::size_t segment = 0;
    std::uint32_t ordinal = 0;
  };
  // Live articles that have the term and of which `matches(place)` holds.
  template <class Matches>
  std::vector<Place> places(const std::string& term, Matches&& matches) const;
  std::optional<Place> place_of(std::uint64_t key) const;
  const schema::Columns& columns(const Place& place) const;

  std::shared_ptr<const schema::Snapshot> snapshot_;
  std::optional<schema::Snapshot::Lease> databases_;  // after the snapshot: it is handed back to it
  std::vector<schema::Bitmap> live_;
  std::uint32_t live_articles_ = 0;
};

}  // namespace dateline::indexer
