#include "searcher/match/postings.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

// Written at every step, kept where the article is: no branch to guess wrong.
void keep_only(const schema::Bitmap& articles, PostingList& list) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.articles.size(); ++i) {
    const std::uint32_t article = list.articles[i], count = list.counts[i];
    list.articles[kept] = article;
    list.counts[kept] = count;
    kept += articles[article] ? 1 : 0;
  }
  list.articles.resize(kept);
  list.counts.resize(kept);
}

void read_by_xapian(const Xapian::Database& database, const std::string& term, PostingList& list) {
  list.articles.clear();
  list.counts.clear();
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    list.articles.push_back(*posting - 1);
    list.counts.push_back(posting.get_wdf());
  }
}

}  // namespace

Postings::Postings(const schema::Segment& segment, const Xapian::Database& database, const SegmentIndex& index)
    : segment_(segment), database_(database), index_(index), all_live_(segment.live.count() == segment.size()) {
  if (segment.pages) pages_.emplace(*segment.pages);
}

void Postings::read(const std::string& term, PostingList& list) {
  if (pages_)
    pages_->read(term, segment_.size(), list);
  else
    read_by_xapian(database_, term, list);
  if (!all_live_) keep_only(segment_.live, list);
}

const PostingList& Postings::of(const std::string& term) {
  const auto [known, is_new] = lists_.try_emplace(term);
  if (is_new) read(term, known->second);
  return known->second;
}

const PostingList& Postings::of_group(const TermGroup& group) {
  if (group.terms.size() == 1 && group.languages.empty()) return of(group.terms.front());
  const auto [found, is_new] = groups_.try_emplace(&group);
  PostingList& list = found->second;
  if (!is_new) return list;
  list = group.terms.size() == 1 ? of(group.terms.front()) : of_any(group.terms);
  if (const schema::Bitmap* spoken = in(group.languages)) keep_only(*spoken, list);
  return list;
}

PostingList Postings::of_any(const std::vector<std::string>& terms) {
  std::vector<std::uint32_t> counts(segment_.size());
  schema::Bitmap seen(segment_.size());
  PostingList list;
  for (const std::string& term : terms) {
    read(term, list);
    for (std::size_t i = 0; i < list.articles.size(); ++i) {
      seen.set(list.articles[i]);
      counts[list.articles[i]] += std::max<std::uint32_t>(list.counts[i], 1);
    }
  }
  PostingList merged;
  seen.for_each([&](std::uint32_t article) {
    merged.articles.push_back(article);
    merged.counts.push_back(counts[article]);
  });
  return merged;
}

bool Postings::has(const std::string& term, std::uint32_t article) {
  const auto& articles = of(term).articles;
  return std::binary_search(articles.begin(), articles.end(), article);
}

TermPositions& Postings::positions(const std::string& term) {
  return positions_.try_emplace(term, segment_, database_, term, of(term).articles).first->second;
}

schema::StoredArticle Postings::stored_article(std::uint32_t article) const {
  return segment_.stored->article(database_, article);
}

schema::StoredArticle Postings::stored_head(std::uint32_t article) const {
  return segment_.stored->head(database_, article);
}

const schema::Bitmap* Postings::in(const std::vector<std::string>& languages) {
  if (languages.empty()) return nullptr;
  const auto [found, is_new] = languages_.try_emplace(languages, segment_.size());
  if (is_new)
    for (const std::string& language : languages) found->second |= index_.articles_in(language, database_);
  return &found->second;
}

}  // namespace dateline::searcher
