#include "searcher/answer/order.hpp"

#include <algorithm>
#include <limits>
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

std::uint64_t story_of(const State& state, const Candidate& candidate) {
  return std::uint64_t{candidate.segment} << 32 |
         state.segment(candidate.segment).columns->copy_group()[candidate.article];
}

const std::vector<std::uint32_t>* members_of(const State& state, const Candidate& candidate) {
  const auto& copies = state.index(candidate.segment).copies();
  const auto group = state.segment(candidate.segment).columns->copy_group()[candidate.article];
  const auto members = copies.find(group);
  return members == copies.end() ? nullptr : &members->second;
}

bool has_copies(const State& state) {
  for (std::size_t i = 0; i < state.size(); ++i)
    if (!state.index(i).copies().empty()) return true;
  return false;
}

void fold_copies(std::vector<Candidate>& ordered, const State& state) {
  std::unordered_set<std::uint64_t> seen;
  const auto is_copy = [&](Candidate& candidate) {
    const auto* members = members_of(state, candidate);
    if (!members) return false;
    if (!seen.insert(story_of(state, candidate)).second) return true;
    for (const std::uint32_t member : *members)
      if (member != candidate.article && state.segment(candidate.segment).live[member])
        candidate.copies.push_back(member);
    return false;
  };
  ordered.erase(std::remove_if(ordered.begin(), ordered.end(), is_copy), ordered.end());
}

}  // namespace

std::vector<Candidate> candidates(QueryRun& run, const Matched& matched, const Ranking& ranking) {
  std::vector<Candidate> found;
  found.reserve(count(matched));
  for (std::uint32_t i = 0; i < matched.size(); ++i) {
    const auto days = run.state().segment(i).columns->first_day();
    const auto keys = run.state().segment(i).columns->key_hash();
    matched[i].for_each([&](std::uint32_t article) {
      found.push_back({ranking.score(i, article), days[article], keys[article], i, article, {}});
    });
  }
  return found;
}

void order(std::vector<Candidate>& candidates, const QueryRun& run, Sort sort, bool group, std::size_t most) {
  const bool fold = group && has_copies(run.state());
  const std::size_t sorted = fold ? candidates.size() : std::min(most, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(sorted), candidates.end(),
                    Before{sort});
  if (fold) fold_copies(candidates, run.state());
  if (candidates.size() > most) candidates.resize(most);
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
