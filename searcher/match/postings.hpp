// Articles of a segment that have a term; each term is decoded once a query. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/snapshot.hpp"
#include "searcher/archive/segment_index.hpp"
#include "searcher/match/term_positions.hpp"
#include "searcher/plan/plan.hpp"

namespace dateline::searcher {

using schema::glass::PostingList;

// Only live articles: what was replaced or removed neither matches nor weighs, so that answers do not depend on how
// an archive came about.
class Postings {
 public:
  Postings(const schema::Segment& segment, const Xapian::Database& database, const SegmentIndex& index);

  const PostingList& of(const std::string& term);
  // Of a group's terms as one, counts added up, where its languages are.
  // Known by its address from then on.
  const PostingList& of_group(const TermGroup& group);
  bool has(const std::string& term, std::uint32_t article);
  // Articles with text in one of the languages; null when none is named: all.
  const schema::Bitmap* in(const std::vector<std::string>& languages);

  // Known by its address from then on.
  TermPositions& positions(const std::string& term);

  schema::StoredArticle stored_article(std::uint32_t article) const;
  schema::StoredArticle stored_head(std::uint32_t article) const;

  const Xapian::Database& database() const { return database_; }

 private:
  void read(const std::string& term, PostingList& list);
  PostingList of_any(const std::vector<std::string>& terms);

  const schema::Segment& segment_;
  const Xapian::Database& database_;
  const SegmentIndex& index_;
  bool all_live_;
  std::optional<schema::glass::Reader::Lists> pages_;

  std::unordered_map<std::string, PostingList> lists_;
  std::unordered_map<const TermGroup*, PostingList> groups_;
  std::unordered_map<std::string, TermPositions> positions_;
  std::map<std::vector<std::string>, schema::Bitmap> languages_;
};

}  // namespace dateline::searcher
