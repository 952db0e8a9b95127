#include "searcher/answer/browse.hpp"

#include "schema/stored_article.hpp"
#include "searcher/answer/article_with_id.hpp"

namespace dateline::searcher {
namespace {

Article read_article(const State& state, std::size_t segment, const Xapian::Database& database, std::uint32_t article) {
  schema::StoredArticle stored = state.segment(segment).stored->article(database, article);
  schema::apply(state.snapshot().speaker_links(), stored);
  return schema::present(stored);
}

}  // namespace

std::optional<Article> show(const State& state, std::string_view id) {
  const schema::Snapshot::Lease lease = state.snapshot().lease();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Xapian::Database& database = lease.segment(i);
    if (const auto article = article_with_id(state.segment(i), database, id))
      return read_article(state, i, database, *article);
  }
  return std::nullopt;
}

void for_each_article(const State& state, const std::function<bool(const Article&)>& each) {
  const schema::Snapshot::Lease lease = state.snapshot().lease();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const schema::Bitmap& live = state.segment(i).live;
    for (std::uint32_t article = 0; article < live.size(); ++article)
      if (live[article] && !each(read_article(state, i, lease.segment(i), article))) return;
  }
}

}  // namespace dateline::searcher
