#include "searcher/answer/order.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

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

// Whether a is shown for its story rather than b: the one with more of what was asked for; by date, whichever way it
// goes, the one printed first.
bool represents_better(const Candidate& a, const Candidate& b, Sort sort) {
  return Before{sort == Sort::relevance ? sort : Sort::oldest}(a, b);
}

// The best member of each story that has a matching one.
class Representatives {
 public:
  Representatives(const State& state, Sort sort) : state_(state), sort_(sort) {}

  void add(const Candidate& candidate) {
    const std::uint32_t story = state_.story_of(candidate.segment, candidate.article);
    const auto [known, is_new] = by_story_.try_emplace(story, candidate);
    if (!is_new && represents_better(candidate, known->second, sort_)) known->second = candidate;
  }
  void give_to(Best& best) const {
    for (const auto& [story, candidate] : by_story_) best.add(candidate);
  }

 private:
  const State& state_;
  Sort sort_;
  std::unordered_map<std::uint32_t, Candidate> by_story_;
};

// Once for each matching member.
template <class Each>
void for_each_story(const State& state, const Matched& matched, Each&& each) {
  for (std::size_t i = 0; i < matched.size(); ++i) {
    const Bitmap* copies = state.copies_in(i);
    if (!copies) continue;
    Bitmap grouped = matched[i];
    (grouped &= *copies).for_each([&](std::uint32_t article) { each(state.story_of(i, article)); });
  }
}

}  // namespace

std::vector<Candidate> best(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort, bool group,
                            std::size_t most) {
  Best found(sort, most);
  Representatives representatives(run.state(), sort);
  for (std::uint32_t i = 0; i < matched.size(); ++i) {
    const Facts facts(run, ranking, i);
    const auto add = [&](std::uint32_t article) { found.add(facts(article)); };
    const Bitmap* copies = group ? run.state().copies_in(i) : nullptr;
    if (!copies) {
      matched[i].for_each(add);
      continue;
    }
    Bitmap alone = matched[i], grouped = matched[i];
    alone.and_not(*copies).for_each(add);
    (grouped &= *copies).for_each([&](std::uint32_t article) { representatives.add(facts(article)); });
  }
  representatives.give_to(found);
  return found.take();
}

std::size_t count_stories(const State& state, const Matched& matched) {
  std::size_t stories = count(matched);
  Bitmap seen(state.stories());
  for_each_story(state, matched, [&](std::uint32_t story) {
    if (seen[story]) --stories;
    seen.set(story);
  });
  return stories;
}

void remove_stories(const State& state, const Matched& of, Matched& from) {
  for_each_story(state, of, [&](std::uint32_t story) {
    for (const schema::ArticlePlace& member : state.members_of(story)) from[member.segment].clear(member.article);
  });
}

}  // namespace dateline::searcher
