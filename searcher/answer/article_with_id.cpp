#include "searcher/answer/article_with_id.hpp"

#include "schema/terms.hpp"

namespace dateline::searcher {

std::optional<std::uint32_t> article_with_id(const schema::Segment& segment, const Xapian::Database& database,
                                             std::string_view id) {
  const std::string term = schema::term(schema::Field::id, id);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    const std::uint32_t article = *posting - 1;
    // A long id shares its term with others only by the chance of a hash; the columns decide.
    if (segment.live[article] && segment.columns->shown_id(article) == id) return article;
  }
  return std::nullopt;
}

}  // namespace dateline::searcher
