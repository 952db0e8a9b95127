#include "searcher/match/postings.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

void keep_only(const schema::Bitmap& articles, PostingList& list) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.articles.size(); ++i) {
    if (!articles[list.articles[i]]) continue;
    list.articles[kept] = list.articles[i];
    list.counts[kept++] = list.counts[i];
  }
  list.articles.resize(kept);
  list.counts.resize(kept);
}

}  // namespace

const PostingList& Postings::of(const std::string& term) {
  const auto [found, is_new] = lists_.try_emplace(term);
  PostingList& list = found->second;
  if (!is_new) return list;
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    const std::uint32_t article = *posting - 1;
    if (article >= live_.size() || !live_[article]) continue;
    list.articles.push_back(article);
    list.counts.push_back(posting.get_wdf());
  }
  return list;
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
  std::vector<std::uint32_t> counts(live_.size());
  PostingList merged;
  for (const std::string& term : terms) {
    const PostingList& list = of(term);
    for (std::size_t i = 0; i < list.articles.size(); ++i) {
      if (counts[list.articles[i]] == 0) merged.articles.push_back(list.articles[i]);
      counts[list.articles[i]] += std::max<std::uint32_t>(list.counts[i], 1);
    }
  }
  std::sort(merged.articles.begin(), merged.articles.end());
  for (const std::uint32_t article : merged.articles) merged.counts.push_back(counts[article]);
  return merged;
}

bool Postings::has(const std::string& term, std::uint32_t article) {
  const auto& articles = of(term).articles;
  return std::binary_search(articles.begin(), articles.end(), article);
}

const schema::Bitmap* Postings::in(const std::vector<std::string>& languages) {
  if (languages.empty()) return nullptr;
  const auto [found, is_new] = languages_.try_emplace(languages, live_.size());
  if (is_new)
    for (const std::string& language : languages) found->second |= index_.articles_in(language, database_);
  return &found->second;
}

}  // namespace dateline::searcher
