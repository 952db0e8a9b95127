// Which live articles are copies of which.
//
// The rule: go through all articles in the order of their ranks (grouped_articles.hpp). One that is a copy of an
// *original* before it joins the original with which it shares most; any other is an original itself. So
//   - every member of a group is a copy of its original, never only a copy of a copy: chains do not form;
//   - groups depend on which articles there are, not on when they came: schema/copy_rule.hpp looks at two articles
//     alone, and no two ranks are equal.
// Articles that come or go change the groups only around them; going through those in the same order gives what going
// through all of them would. An article is compared with originals alone, so a thousand copies of one story cost a
// thousand comparisons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/writing/grouped_articles.hpp"
#include "schema/bitmap.hpp"

namespace dateline::indexer {

class CopyGrouping {
 public:
  using Number = GroupedArticles::Number;

  // `articles` must outlive this.
  explicit CopyGrouping(const GroupedArticles& articles);

  // Call order: for each live article one of these, then for_each_group(). All but the last say how the articles were
  // grouped before: an original that is still there, and a member of its group.
  void keep_original(Number article);
  void keep_originals(Number first, const schema::Bitmap& articles);  // numbered from `first` on
  void keep_member(Number article, Number original);
  void place_anew(Number article);

  // Calls each(members) for the groups of two or more, the original first, the others by rank. Once.
  void for_each_group(const std::function<void(std::span<const Number>)>& each);

 private:
  enum class Status : std::uint8_t { absent, waiting, original, member };
  struct Waiting {
    GroupedArticles::Rank rank;
    Number article;
    bool was_original;  // then it is none any more: it waits because it is a copy of another
  };
  using Runs = std::span<const GroupedArticles::Run>;

  struct Membership {
    Number original, member;
    friend auto operator<=>(const Membership&, const Membership&) = default;
  };

  void wait(Number article);
  Waiting take_first();
  void place_all();
  void place(const Waiting& article, Runs shared);
  std::optional<Number> best_original(const Waiting& article, Runs shared);
  const std::vector<Number>* originals_with(Runs sample);
  void remember_original(Number article, Runs shared);
  void reconsider_members(Number original);
  void reconsider_later(const Waiting& original, Runs shared);

  const GroupedArticles& articles_;
  bool is_kept(const Membership& before) const;

  std::vector<Status> status_;
  std::size_t kept_ = 0;
  std::vector<Waiting> waiting_;                       // a heap
  std::unordered_map<Number, Number> placed_members_;  // their originals
  std::vector<Membership> kept_members_;               // as they were before
  bool kept_members_are_in_order_ = false;             // they are put in order when first asked for
  // By sample that many share, as far as they were asked for: the originals that have it, and some that are none any
  // more. Else a story with ten thousand copies would go through them all for each.
  std::unordered_map<std::uint32_t, std::vector<Number>> originals_with_;
};

}  // namespace dateline::indexer
