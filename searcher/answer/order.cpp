#include "searcher/answer/order.hpp"

#include <algorithm>
#include <limits>

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

// Of each story with several matching members the best stays.
void keep_representatives(const SegmentIndex& index, const Facts& facts, Sort sort, Bitmap& matched) {
  const Before before{sort};
  for (const auto& [group, members] : index.copies()) {
    const std::uint32_t* kept = nullptr;
    for (const std::uint32_t& member : members) {
      if (!matched[member]) continue;
      const bool better = !kept || before(facts(member), facts(*kept));
      if (kept) matched.clear(better ? *kept : member);
      if (better) kept = &member;
    }
  }
}

}  // namespace

std::vector<Candidate> best(const QueryRun& run, const Matched& matched, const Ranking& ranking, Sort sort, bool group,
                            std::size_t most) {
  Best found(sort, most);
  for (std::uint32_t i = 0; i < matched.size(); ++i) {
    const Facts facts(run, ranking, i);
    const auto add = [&](std::uint32_t article) { found.add(facts(article)); };
    if (!group || run.state().index(i).copies().empty()) {
      matched[i].for_each(add);
      continue;
    }
    Bitmap representatives = matched[i];
    keep_representatives(run.state().index(i), facts, sort, representatives);
    representatives.for_each(add);
  }
  return found.take();
}

std::vector<std::uint32_t> copies_of(const QueryRun& run, const Candidate& candidate) {
  std::vector<std::uint32_t> others;
  const schema::Segment& segment = run.state().segment(candidate.segment);
  const auto& copies = run.state().index(candidate.segment).copies();
  const auto members = copies.find(segment.columns->copy_group()[candidate.article]);
  if (members == copies.end()) return others;
  for (const std::uint32_t member : members->second)
    if (member != candidate.article && segment.live[member]) others.push_back(member);
  return others;
}

std::size_t count_stories(const QueryRun& run, const Matched& matched) {
  std::size_t stories = count(matched);
  for (std::size_t i = 0; i < matched.size(); ++i) {
    for (const auto& [group, members] : run.state().index(i).copies()) {
      const auto hits =
          std::count_if(members.begin(), members.end(), [&](std::uint32_t member) { return matched[i][member]; });
      if (hits > 1) stories -= static_cast<std::size_t>(hits - 1);
    }
  }
  return stories;
}

}  // namespace dateline::searcher
