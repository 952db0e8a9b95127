#include "indexer/writing/copy_grouping.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::indexer {
namespace {

// A sample that fewer articles share is not worth remembering.
constexpr std::uint32_t many = 64;

constexpr std::size_t most_ahead = std::size_t{1} << 16;

constexpr auto comes_later = [](const auto& a, const auto& b) { return a.rank > b.rank; };

}  // namespace

CopyGrouping::CopyGrouping(const GroupedArticles& articles) : articles_(articles), status_(articles.size()) {}

void CopyGrouping::keep_original(Number article) {
  status_[article] = Status::original;
  ++kept_;
}

void CopyGrouping::keep_originals(Number first, const schema::Bitmap& articles) {
  articles.for_each([&](std::uint32_t at) { status_[first + at] = Status::original; });
  kept_ += articles.count();
}

void CopyGrouping::keep_member(Number article, Number original) {
  status_[article] = Status::member;
  ++kept_;
  kept_members_.push_back({original, article});
}

void CopyGrouping::place_anew(Number article) { wait(article); }

void CopyGrouping::wait(Number article) {
  waiting_.push_back({articles_.rank(article), article, status_[article] == Status::original});
  std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
  status_[article] = Status::waiting;
  placed_members_.erase(article);
}

CopyGrouping::Waiting CopyGrouping::take_first() {
  std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
  const Waiting first = waiting_.back();
  waiting_.pop_back();
  return first;
}

// What waits because of an article ranks behind it, so that nothing is placed twice. The samples of many are read
// ahead; those that come between them are few.
void CopyGrouping::place_all() {
  while (!waiting_.empty()) {
    std::vector<Waiting> ahead;
    std::vector<Number> numbers;
    while (!waiting_.empty() && ahead.size() < most_ahead) {
      ahead.push_back(take_first());
      numbers.push_back(ahead.back().article);
    }
    const GroupedArticles::Shared shared = articles_.shared_samples(numbers);
    for (std::size_t i = 0; i < ahead.size(); ++i) {
      while (!waiting_.empty() && waiting_.front().rank < ahead[i].rank) {
        const Waiting between = take_first();
        place(between, articles_.shared_samples({between.article}).of(0));
      }
      place(ahead[i], shared.of(i));
    }
  }
}

void CopyGrouping::for_each_group(const std::function<void(std::span<const Number>)>& each) {
  place_all();
  std::vector<Membership> members;
  std::copy_if(kept_members_.begin(), kept_members_.end(), std::back_inserter(members),
               [&](const Membership& before) { return is_kept(before); });
  for (const auto& [member, original] : placed_members_) members.push_back({original, member});
  std::sort(members.begin(), members.end());
  std::vector<Number> group;
  for (auto at = members.begin(); at != members.end();) {
    const Number original = at->original;
    group.assign(1, original);
    for (; at != members.end() && at->original == original; ++at) group.push_back(at->member);
    std::sort(group.begin() + 1, group.end(),
              [&](Number a, Number b) { return articles_.rank(a) < articles_.rank(b); });
    each(group);
  }
}

void CopyGrouping::place(const Waiting& article, Runs shared) {
  if (const auto original = best_original(article, shared)) {
    status_[article.article] = Status::member;
    placed_members_[article.article] = *original;
    if (article.was_original) reconsider_members(article.article);
  } else {
    status_[article.article] = Status::original;
    remember_original(article.article, shared);
    reconsider_later(article, shared);
  }
}

const std::vector<CopyGrouping::Number>* CopyGrouping::originals_with(Runs sample) {
  if (sample.front().sharing < many) return nullptr;
  const auto [known, is_new] = originals_with_.try_emplace(sample.front().sample);
  std::vector<Number>& originals = known->second;
  if (is_new) {
    articles_.for_each_with(sample, [&](Number other) {
      if (status_[other] == Status::original) originals.push_back(other);
    });
  }
  return &originals;
}

void CopyGrouping::remember_original(Number article, Runs shared) {
  std::optional<std::uint32_t> done;
  for (const GroupedArticles::Run& run : shared) {
    if (run.sharing < many || run.sample == done) continue;
    done = run.sample;
    if (const auto known = originals_with_.find(run.sample); known != originals_with_.end())
      known->second.push_back(article);
  }
}

std::optional<CopyGrouping::Number> CopyGrouping::best_original(const Waiting& article, Runs shared) {
  std::vector<Number> originals;
  articles_.find_candidates(
      article.article, shared, [&](Number other) { return status_[other] == Status::original; },
      [&](Runs sample) { return originals_with(sample); }, originals);
  std::optional<Number> best;
  std::size_t most = 0;
  for (const Number original : originals) {
    if (articles_.rank(original) > article.rank) continue;
    const std::size_t common = articles_.shared_by_copies(article.article, original);
    const bool earlier = best && common == most && articles_.rank(original) < articles_.rank(*best);
    if (common > most || (common > 0 && earlier)) {
      best = original;
      most = common;
    }
  }
  return best;
}

bool CopyGrouping::is_kept(const Membership& before) const {
  return status_[before.member] == Status::member && !placed_members_.contains(before.member);
}

// Of an original that has become a member of another group.
void CopyGrouping::reconsider_members(Number original) {
  if (!kept_members_are_in_order_) std::sort(kept_members_.begin(), kept_members_.end());
  kept_members_are_in_order_ = true;
  for (auto at = std::lower_bound(kept_members_.begin(), kept_members_.end(), Membership{original, 0});
       at != kept_members_.end() && at->original == original; ++at)
    if (is_kept(*at)) wait(at->member);
}

// Whoever is a copy of a new original may have to leave its group for this one's, or be an original no more.
void CopyGrouping::reconsider_later(const Waiting& original, Runs shared) {
  if (kept_ == 0) return;  // everything that is placed ranks before it
  std::vector<Number> others;
  const auto is_placed = [&](Number other) {
    return status_[other] == Status::original || status_[other] == Status::member;
  };
  const auto all = [](Runs) -> const std::vector<Number>* { return nullptr; };
  articles_.find_candidates(original.article, shared, is_placed, all, others);
  for (const Number other : others)
    if (articles_.rank(other) > original.rank && articles_.shared_by_copies(original.article, other) > 0) wait(other);
}

}  // namespace dateline::indexer
