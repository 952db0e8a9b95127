#include "searcher/answer/order.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace dateline::searcher {
namespace {

std::int64_t rank_of_day(std::int32_t day, Sort sort) {
  if (day == schema::no_day) return std::numeric_limits<std::int64_t>::max();  // last, whichever way
  return sort == Sort::newest ? -std::int64_t{day} : std::int64_t{day};
}

struct Before {
  Sort sort;
  bool operator()(const Candidate& a, const Candidate& b) const {
    if (sort == Sort::relevance) {
      if (a.score != b.score) return a.score > b.score;
    } else if (a.day != b.day) {
      return rank_of_day(a.day, sort) < rank_of_day(b.day, sort);
    }
    return a.key < b.key;
  }
};

// Keeps the best of those that it is shown.
class Best {
 public:
  Best(Sort sort, std::size_t most) : before_{sort}, most_(most) {}

  void add(const Candidate& candidate) {
    if (kept_.size() < most_) {
      kept_.push_back(candidate);
      std::push_heap(kept_.begin(), kept_.end(), before_);
    } else if (most_ > 0 && before_(candidate, kept_.front())) {
      std::pop_heap(kept_.begin(), kept_.end(), before_);
      kept_.back() = candidate;
      std::push_heap(kept_.begin(), kept_.end(), before_);
    }
  }

  std::vector<Candidate> take() {
    std::sort_heap(kept_.begin(), kept_.end(), before_);
    return std::move(kept_);
  }

 private:
  Before before_;
  std::size_t most_;
  std::vector<Candidate> kept_;  // a heap; its front is the one to go next
};

// The facts of one segment that an order needs.
class Facts {
 public:
  Facts(const QueryRun& run, const Ranking& ranking, std::uint32_t segment)
      : ranking_(ranking),
        segment_(segment),
        days_(run.state().segment(segment).columns->first_day()),
        keys_(run.state().segment(segment).columns->key_hash()) {}

  Candidate operator()(std::uint32_t article) const {
    return {ranking_.score(segment_, article), days_[article], keys_[article], segment_, article};
  }

 private:
  const Ranking& ranking_;
  std::uint32_t segment_;
  std::span<const std::int32_t> days_;
  std::span<const std::uint64_t> keys_;
};

std::vector<Candidate> best_articles(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort,
                                     std::size_t most) {
  Best found(sort, most);
  for (std::uint32_t i = 0; i < matched.size(); ++i) {
    const Facts facts(run, ranking, i);
    matched[i].for_each([&](std::uint32_t article) { found.add(facts(article)); });
  }
  return found.take();
}

// By relevance the best member of a story is the first of it in the order: a few more than are wanted are ordered, and
// the later ones of each story left out.
std::vector<Candidate> best_by_relevance(const QueryRun& run, const Matched& matched, const Ranking& ranking,
                                         std::size_t most) {
  const std::size_t all = count(matched);
  for (std::size_t tried = std::min(most, all) + std::min(most, all) / 2 + 8;; tried *= 4) {
    std::vector<Candidate> found = best_articles(run, matched, ranking, Sort::relevance, tried);
    std::unordered_set<std::uint32_t> seen;
    const auto is_later = [&](const Candidate& candidate) {
      const std::uint32_t story = run.state().story_of(candidate.segment, candidate.article);
      return story != State::no_story && !seen.insert(story).second;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_later), found.end());
    if (found.size() < most && tried < all) continue;
    found.resize(std::min(found.size(), most));
    return found;
  }
}

// By date, whichever way it goes, the copy that was printed first stands for its story.
std::vector<Candidate> best_by_date(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort,
                                    std::size_t most) {
  const MatchedStories articles(run.state(), matched, true);
  Best found(sort, most);
  std::vector<Facts> facts;
  for (std::uint32_t i = 0; i < matched.size(); ++i) {
    facts.emplace_back(run, ranking, i);
    articles.alone(i).for_each([&](std::uint32_t article) { found.add(facts[i](article)); });
  }
  std::optional<Candidate> first;
  const auto member = [&](std::uint32_t segment, std::uint32_t article) {
    const Candidate candidate = facts[segment](article);
    if (!first || Before{Sort::oldest}(candidate, *first)) first = candidate;
  };
  articles.for_each_story(member, [&] {
    found.add(*first);
    first.reset();
  });
  return found.take();
}

}  // namespace

std::vector<Candidate> best(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort, bool group,
                            std::size_t most) {
  if (!group || !run.state().has_copies()) return best_articles(run, matched, ranking, sort, most);
  return sort == Sort::relevance ? best_by_relevance(run, matched, ranking, most)
                                 : best_by_date(run, matched, ranking, sort, most);
}

void prefer_close(std::vector<Candidate>& candidates, Closeness& closeness) {
  const auto end =
      candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), Closeness::most_compared));
  // Positions are read in the order in which they lie.
  std::sort(candidates.begin(), end, [](const Candidate& a, const Candidate& b) {
    return std::tie(a.segment, a.article) < std::tie(b.segment, b.article);
  });
  for (auto candidate = candidates.begin(); candidate != end; ++candidate) {
    candidate->closeness = closeness.factor(candidate->segment, candidate->article);
    candidate->score *= candidate->closeness;
  }
  std::sort(candidates.begin(), end, Before{Sort::relevance});
}

void remove_stories(const MatchedStories& of, Matched& from) {
  if (count(from) == 0) return;
  of.stories().for_each([&](std::uint32_t story) {
    for (const auto& [segment, article] : of.state().members_of(story)) from[segment].clear(article);
  });
}

}  // namespace dateline::searcher
