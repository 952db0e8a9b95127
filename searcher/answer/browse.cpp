#include "searcher/answer/browse.hpp"

#include "schema/stored_article.hpp"
#include "searcher/answer/article_with_id.hpp"

namespace dateline::searcher {
namespace {

Article read_article(const Xapian::Database& database, std::uint32_t article) {
  return schema::present(schema::decode_article(database.get_document(article + 1).get_data()));
}

}  // namespace

std::optional<Article> show(const State& state, std::string_view id) {
  const schema::Snapshot::Lease lease = state.snapshot().lease();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Xapian::Database& database = lease.segment(i);
    if (const auto article = article_with_id(state.segment(i), database, id)) return read_article(database, *article);
  }
  return std::nullopt;
}

void for_each_article(const State& state, const std::function<bool(const Article&)>& each) {
  const schema::Snapshot::Lease lease = state.snapshot().lease();
  for (std::size_t i = 0; i < state.size(); ++i) {
    const schema::Bitmap& live = state.segment(i).live;
    for (std::uint32_t article = 0; article < live.size(); ++article)
      if (live[article] && !each(read_article(lease.segment(i), article))) return;
  }
}

}  // namespace dateline::searcher
