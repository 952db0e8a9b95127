#include "indexer/writing/committed_articles.hpp"

#include <utility>

#include "schema/record.hpp"
#include "schema/terms.hpp"
#include "schema/xapian_errors.hpp"

namespace dateline::indexer {
namespace {

std::string value_of(const Xapian::Database& database, std::uint32_t ordinal, schema::Slot slot) {
  return database.get_document(ordinal + 1).get_value(static_cast<Xapian::valueno>(slot));
}

// Whether the packed value of Slot::input names that input, whatever the member.
bool is_input(std::string_view value, std::string_view input) {
  std::string_view named;
  return schema::take_string(value, named) && named == input;
}

}  // namespace

CommittedArticles::CommittedArticles(std::shared_ptr<const schema::Snapshot> snapshot)
    : snapshot_(std::move(snapshot)) {
  if (!snapshot_) return;
  databases_.emplace(snapshot_->lease());
  for (const schema::Segment& segment : snapshot_->segments()) live_.push_back(segment.live);
  live_articles_ = snapshot_->articles();
}

const schema::Columns& CommittedArticles::columns(const Place& place) const {
  return *snapshot_->segments()[place.segment].columns;
}

template <class Matches>
std::vector<CommittedArticles::Place> CommittedArticles::places(const std::string& term, Matches&& matches) const {
  return schema::translating_errors("looking up an article", [&] {
    std::vector<Place> found;
    for (std::size_t i = 0; i < live_.size(); ++i) {
      const Xapian::Database& database = databases_->segment(i);
      for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        const Place place{i, *at - 1};
        if (live_[i][place.ordinal] && matches(place)) found.push_back(place);
      }
    }
    return found;
  });
}

std::optional<CommittedArticles::Place> CommittedArticles::place_of(std::uint64_t key) const {
  const auto found = places(schema::term(schema::Field::key, schema::hex16(key)),
                            [&](const Place& place) { return columns(place).key_hash()[place.ordinal] == key; });
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<Known> CommittedArticles::find(std::uint64_t key) const {
  const auto place = place_of(key);
  if (!place) return std::nullopt;
  const schema::Columns& in = columns(*place);
  Known known;
  known.content_hash = in.content_hash()[place->ordinal];
  known.input = in.input(place->ordinal);
  known.id = in.shown_id(place->ordinal);
  return known;
}

std::optional<std::uint64_t> CommittedArticles::find_id(std::string_view id) const {
  const auto found = places(schema::term(schema::Field::id, id),
                            [&](const Place& place) { return columns(place).shown_id(place.ordinal) == id; });
  if (found.empty()) return std::nullopt;
  return columns(found.front()).key_hash()[found.front().ordinal];
}

std::optional<schema::StoredArticle> CommittedArticles::article(std::uint64_t key) const {
  const auto place = place_of(key);
  if (!place) return std::nullopt;
  return schema::translating_errors("reading a stored article", [&] {
    auto stored =
        snapshot_->segments()[place->segment].stored->article(databases_->segment(place->segment), place->ordinal);
    schema::apply(snapshot_->speaker_links(), stored);
    return stored;
  });
}

std::vector<std::uint64_t> CommittedArticles::keys_of_input(std::string_view input) const {
  const auto found = places(schema::term(schema::Field::path, input), [&](const Place& place) {
    return is_input(value_of(databases_->segment(place.segment), place.ordinal, schema::Slot::input), input);
  });
  std::vector<std::uint64_t> keys;
  keys.reserve(found.size());
  for (const Place& place : found) keys.push_back(columns(place).key_hash()[place.ordinal]);
  return keys;
}

bool CommittedArticles::mask(std::uint64_t key) {
  const auto place = place_of(key);
  if (!place) return false;
  live_[place->segment].clear(place->ordinal);
  --live_articles_;
  return true;
}

void CommittedArticles::for_each(const std::function<bool(const schema::StoredArticle&)>& each) const {
  schema::translating_errors("reading stored articles", [&] {
    for (std::size_t i = 0; i < live_.size(); ++i) {
      const Xapian::Database& database = databases_->segment(i);
      const schema::SegmentArticles& stored = *snapshot_->segments()[i].stored;
      for (std::uint32_t ordinal = 0; ordinal < live_[i].size(); ++ordinal) {
        if (!live_[i][ordinal]) continue;
        if (!each(stored.article(database, ordinal))) return;
      }
    }
  });
}

}  // namespace dateline::indexer
