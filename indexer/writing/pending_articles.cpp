#include "indexer/writing/pending_articles.hpp"

#include <algorithm>
#include <charconv>

#include "schema/stored_article.hpp"

namespace dateline::indexer {

std::optional<Pending> PendingArticles::find(std::uint64_t key) const {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  const Article& article = found->second;
  return Pending{{article.content_hash, article.input->first + article.member,
                  article.id.empty() ? schema::hex16(key) : article.id},
                 {article.segment, article.ordinal}};
}

std::optional<std::uint64_t> PendingArticles::find_id(std::string_view id) const {
  std::uint64_t key = 0;
  if (const auto found = by_id_.find(schema::hash64(id)); found != by_id_.end())
    key = found->second;
  else
    std::from_chars(id.data(), id.data() + id.size(), key, 16);
  const auto article = find(key);
  return article && article->known.id == id ? std::optional(key) : std::nullopt;
}

std::vector<std::uint64_t> PendingArticles::keys_of_input(const std::string& input) const {
  const auto found = by_input_.find(input);
  if (found == by_input_.end()) return {};
  std::vector<std::uint64_t> keys = found->second;
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const auto has_gone = [&](std::uint64_t key) {
    const auto article = by_key_.find(key);
    return article == by_key_.end() || article->second.input->first != input;
  };
  keys.erase(std::remove_if(keys.begin(), keys.end(), has_gone), keys.end());
  return keys;
}

void PendingArticles::add(std::uint64_t key, const Pending& article, const std::string& input) {
  const auto of_input = by_input_.try_emplace(input).first;
  if (!input.empty()) of_input->second.push_back(key);
  Article& added = by_key_[key];
  added.content_hash = article.known.content_hash;
  added.input = &*of_input;
  added.member = article.known.input.substr(input.size());
  added.segment = static_cast<std::uint32_t>(article.place.segment);
  added.ordinal = article.place.ordinal;
  added.id.clear();
  if (article.known.id == schema::hex16(key)) return;
  added.id = article.known.id;
  by_id_[schema::hash64(added.id)] = key;
}

void PendingArticles::remove(std::uint64_t key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return;
  const auto id = by_id_.find(schema::hash64(found->second.id));
  if (id != by_id_.end() && id->second == key) by_id_.erase(id);
  by_key_.erase(found);
}

void PendingArticles::clear() { *this = PendingArticles(); }

}  // namespace dateline::indexer
