#include "searcher/answer/targets.hpp"

#include <algorithm>

#include "schema/terms.hpp"
#include "text/made_once.hpp"

namespace dateline::searcher {
namespace {

using text::Family;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Back from a term to its family and word: each family's and zone's prefix is what the term of an empty word is.
// The exact family comes last: it has no prefix of its own.
std::vector<std::pair<std::string, Family>> list_term_prefixes() {
  std::vector<std::pair<std::string, Family>> rows;
  for (const auto zone : {schema::Zone::title, schema::Zone::whole})
    for (const auto family : {Family::stem, Family::prefix, Family::bigram, Family::exact})
      rows.emplace_back(schema::term(family, zone, ""), family);
  return rows;
}

const std::vector<std::pair<std::string, Family>>& term_prefixes() {
  return text::made_once([] { return list_term_prefixes(); });
}

class Collector {
 public:
  explicit Collector(const std::vector<std::string>& languages) : languages_(languages) {}

  MatchTargets take() { return std::move(targets_); }

  void add(const Plan& plan) {
    if (plan.kind == PlanKind::negation) return;
    if (plan.kind == PlanKind::within) {
      add(plan.place);
      if (plan.loose) add_groups(plan.groups, true);
    } else if (plan.kind == PlanKind::word) {
      add_groups(plan.groups, false);
    }
    for (const Plan& child : plan.children) add(child);
  }

 private:
  bool is_spoken(const std::vector<std::string>& languages) const {
    return languages.empty() || std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
             return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
           });
  }

  // Words of their own, but for phrases of which each part is one word: those are marked only as a whole.
  void add(const Place& place) {
    if (place.kind == PlaceKind::without) return;
    if (place.kind == PlaceKind::forms) {
      if (!is_spoken(place.languages)) return;
      for (const std::string& term : place.terms) targets_.add_term(Family::exact, term, words_);
      ++words_;
    } else if (place.kind == PlaceKind::phrase && is_plain(place)) {
      add_phrase(place);
    } else {
      for (const Place& child : place.children) add(child);
    }
  }

  static bool is_plain(const Place& phrase) {
    return std::all_of(phrase.children.begin(), phrase.children.end(), [](const Place& part) {
      return part.kind == PlaceKind::anything || (part.kind == PlaceKind::forms && part.terms.size() == 1);
    });
  }

  void add_phrase(const Place& phrase) {
    std::vector<std::string> terms;
    for (const Place& part : phrase.children) terms.push_back(part.terms.empty() ? std::string() : part.terms.front());
    targets_.add_phrase(std::move(terms), words_++);
  }

  void add_groups(const std::vector<TermGroup>& groups, bool ranking_too) {
    for (const TermGroup& group : groups) {
      if (group.vague || (!group.selects && !ranking_too) || !is_spoken(group.languages)) continue;
      if (group.beginning.empty()) {
        for (const std::string& term : group.terms) add_term(term);
      } else if (!group.terms.empty()) {
        targets_.add_wildcard(group.beginning, words_);
      }
    }
    ++words_;
  }

  void add_term(std::string_view term) {
    for (const auto& [prefix, family] : term_prefixes())
      if (starts_with(term, prefix)) return targets_.add_term(family, term.substr(prefix.size()), words_);
  }

  const std::vector<std::string>& languages_;
  MatchTargets targets_;
  unsigned words_ = 0;
};

}  // namespace

MatchTargets targets_of(const Plan& plan, const std::vector<std::string>& languages) {
  Collector collector(languages);
  collector.add(plan);
  return collector.take();
}

}  // namespace dateline::searcher
