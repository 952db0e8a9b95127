#include "indexer/writing/pending_articles.hpp"

#include <algorithm>
#include <utility>

namespace dateline::indexer {

const Pending* PendingArticles::find(std::uint64_t key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &found->second;
}

const std::uint64_t* PendingArticles::find_id(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? nullptr : &found->second;
}

std::vector<std::uint64_t> PendingArticles::keys_of_input(const std::string& input) const {
  const auto found = by_input_.find(input);
  if (found == by_input_.end()) return {};
  std::vector<std::uint64_t> keys = found->second;
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const auto has_gone = [&](std::uint64_t key) {
    const Pending* article = find(key);
    return !article || article->input != input;
  };
  keys.erase(std::remove_if(keys.begin(), keys.end(), has_gone), keys.end());
  return keys;
}

void PendingArticles::add(std::uint64_t key, Pending article) {
  by_id_[article.known.id] = key;
  if (!article.input.empty()) by_input_[article.input].push_back(key);
  by_key_[key] = std::move(article);
}

void PendingArticles::remove(std::uint64_t key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return;
  const auto id = by_id_.find(found->second.known.id);
  if (id != by_id_.end() && id->second == key) by_id_.erase(id);
  by_key_.erase(found);
}

void PendingArticles::clear() { *this = PendingArticles(); }

}  // namespace dateline::indexer
