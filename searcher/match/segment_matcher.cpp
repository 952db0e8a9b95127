#include "searcher/match/segment_matcher.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

// What is cheap is asked first, so that what is dear is asked of few articles.
int cost(const Plan& plan) {
  switch (plan.kind) {
    case PlanKind::nothing:
      return 0;
    case PlanKind::word:
    case PlanKind::terms:
      return 1;
    case PlanKind::everything:
    case PlanKind::speakers:
    case PlanKind::sources:
    case PlanKind::languages:
    case PlanKind::dates:
    case PlanKind::paths:
      return 2;
    case PlanKind::within:
      return 3;
    case PlanKind::written:
    case PlanKind::spelling:
      return 4;
    default:
      break;
  }
  int dearest = 1;
  for (const Plan& child : plan.children) dearest = std::max(dearest, cost(child));
  return dearest;
}

std::vector<const Plan*> pointers(const std::vector<Plan>& plans) {
  std::vector<const Plan*> result;
  for (const Plan& plan : plans) result.push_back(&plan);
  return result;
}

}  // namespace

SegmentMatcher::SegmentMatcher(const schema::Segment& segment, const SegmentIndex& index,
                               const Xapian::Database& database, MatchNotes& notes, Stop& stop)
    : segment_(segment),
      index_(index),
      notes_(notes),
      stop_(stop),
      postings_(segment, database, index),
      finder_(postings_) {}

Bitmap SegmentMatcher::match(const Plan& plan, ListReading reading, const Bitmap& within) {
  stop_.ask();
  switch (plan.kind) {
    case PlanKind::everything:
      return within;
    case PlanKind::nothing:
      return Bitmap(within.size());
    case PlanKind::word:
      return match_words(plan, within, false);
    case PlanKind::terms:
      return match_any_term(plan.values, within);
    case PlanKind::speakers:
      return match_speakers(plan, within);
    case PlanKind::spelling:
      return match_stored(plan, match_speakers(plan, within));
    case PlanKind::sources:
      return match_sources(plan, within);
    case PlanKind::languages:
      return match_languages(plan, within);
    case PlanKind::paths:
      return match_paths(plan, within);
    case PlanKind::dates:
      return match_dates(plan, within);
    case PlanKind::within: {
      Bitmap matched = match_places(plan, within);
      if (plan.loose && reading != ListReading::all) matched |= match_words(plan, within, true);
      return matched;
    }
    case PlanKind::written:
      return match_stored(plan, match(plan.children.front(), reading, within));
    case PlanKind::all:
      return match_all(pointers(plan.children), reading, within);
    case PlanKind::any:
      return match_any(pointers(plan.children), reading, within);
    case PlanKind::list:
      return match_list(plan, reading, within);
    case PlanKind::negation: {
      Bitmap rest = within;
      rest.and_not(match(plan.children.front(), ListReading::all, within));
      return rest;
    }
  }
  return Bitmap(within.size());
}

Bitmap SegmentMatcher::match_undated(const Plan& plan, ListReading reading) {
  undated_ = true;
  Bitmap matched = match(plan, reading, live());
  undated_ = false;
  return matched;
}

Bitmap SegmentMatcher::match_all(const std::vector<const Plan*>& plans, ListReading reading, const Bitmap& within) {
  std::vector<const Plan*> order = plans;
  std::stable_sort(order.begin(), order.end(), [](const Plan* a, const Plan* b) { return cost(*a) < cost(*b); });
  Bitmap matched = within;
  for (const Plan* plan : order) matched = match(*plan, reading, matched);
  return matched;
}

Bitmap SegmentMatcher::match_any(const std::vector<const Plan*>& plans, ListReading reading, const Bitmap& within) {
  Bitmap matched(within.size());
  for (const Plan* plan : plans) matched |= match(*plan, reading, within);
  return matched;
}

Bitmap SegmentMatcher::match_list(const Plan& plan, ListReading reading, const Bitmap& within) {
  if (reading == ListReading::all) return match_all(pointers(plan.children), reading, within);
  std::vector<const Plan*> clauses, words;
  for (const Plan& child : plan.children) (child.clause ? clauses : words).push_back(&child);
  const Bitmap restricted = match_all(clauses, reading == ListReading::partial ? ListReading::all : reading, within);
  return words.empty() ? restricted : match_any(words, reading, restricted);
}

Bitmap SegmentMatcher::match_words(const Plan& plan, const Bitmap& within, bool loose) {
  Bitmap matched(within.size());
  for (const TermGroup& group : plan.groups) {
    if (group.vague || (!group.selects && !loose)) continue;
    matched.set_all(postings_.of_group(group).articles);
  }
  return matched &= within;
}

// What was found out about an article is remembered: the same plan is run in several readings.
const SegmentMatcher::Examined& SegmentMatcher::examine(const Plan& plan, const Bitmap& candidates,
                                                        const std::function<bool(std::uint32_t)>& test) {
  const Examined nothing{Bitmap(candidates.size()), Bitmap(candidates.size())};
  Examined& examined = examined_.try_emplace(&plan, nothing).first->second;
  candidates.for_each([&](std::uint32_t article) {
    if (examined.seen[article]) return;
    stop_.ask_sometimes();
    examined.seen.set(article);
    if (test(article)) examined.holds.set(article);
  });
  return examined;
}

Bitmap SegmentMatcher::match_places(const Plan& plan, const Bitmap& within) {
  Bitmap matched = possible(plan.place, within);
  matched &= examine(plan, matched, [&](std::uint32_t article) { return is_placed(plan, article); }).holds;
  notes_.placed_all &= finder_.tried_all();
  return matched;
}

// Articles with the words that the place needs, wherever they stand.
Bitmap SegmentMatcher::possible(const Place& place, const Bitmap& within) {
  switch (place.kind) {
    case PlaceKind::anything:
    case PlaceKind::without:
      return within;
    case PlaceKind::forms: {
      Bitmap matched(within.size());
      for (const std::string& term : place.terms) matched.set_all(postings_.of(term).articles);
      if (const Bitmap* spoken = postings_.in(place.languages)) matched &= *spoken;
      return matched &= within;
    }
    case PlaceKind::either: {
      Bitmap matched(within.size());
      for (const Place& child : place.children) matched |= possible(child, within);
      return matched;
    }
    default:
      break;
  }
  Bitmap matched = within;
  for (const Place& child : place.children) matched = possible(child, matched);
  return matched;
}

bool SegmentMatcher::is_placed(const Plan& plan, std::uint32_t article) {
  constexpr PositionRange whole{0, UINT32_MAX};
  if (plan.unit == Unit::article && !needs_structure(plan.place)) {
    finder_.begin_article(article, nullptr);
    return finder_.holds(plan.place, whole);
  }
  const auto structure = schema::decode_structure(segment_.columns->structure(article));
  if (!structure) return false;
  finder_.begin_article(article, &*structure);
  switch (plan.unit) {
    case Unit::title:
      return finder_.holds(plan.place, {0, structure->body_begin});
    case Unit::body:
      return finder_.holds(plan.place, {structure->body_begin, structure->length});
    case Unit::quotation:
      break;
    default:
      return finder_.holds(plan.place, whole);
  }
  const std::vector<bool> spelt = spelt_speakers(plan, article);
  return std::any_of(structure->quotes.begin(), structure->quotes.end(), [&](const schema::QuotePositions& quote) {
    return is_meant_speaker(plan, spelt, article, quote) && finder_.holds(plan.place, quote.words);
  });
}

std::vector<bool> SegmentMatcher::matching_quotes(const Plan& plan, std::uint32_t article,
                                                  const schema::Structure& structure) {
  finder_.begin_article(article, &structure);
  std::vector<bool> matching;
  for (const schema::QuotePositions& quote : structure.quotes) matching.push_back(is_meant(plan, article, quote));
  notes_.placed_all &= finder_.tried_all();
  return matching;
}

bool SegmentMatcher::is_meant(const Plan& plan, std::uint32_t article, const schema::QuotePositions& quote) {
  const auto meant = [&](const Plan& child) { return is_meant(child, article, quote); };
  switch (plan.kind) {
    case PlanKind::all:
    case PlanKind::list:
      return std::all_of(plan.children.begin(), plan.children.end(), meant);
    case PlanKind::any:
      return std::any_of(plan.children.begin(), plan.children.end(), meant);
    case PlanKind::speakers:
    case PlanKind::spelling:
      return is_meant_speaker(plan, spelt_speakers(plan, article), article, quote);
    case PlanKind::within:
      return plan.unit != Unit::quotation || (is_meant_speaker(plan, spelt_speakers(plan, article), article, quote) &&
                                              finder_.holds(plan.place, quote.words));
    default:
      return true;
  }
}

bool SegmentMatcher::is_meant_speaker(const Plan& plan, const std::vector<bool>& spelt, std::uint32_t article,
                                      const schema::QuotePositions& quote) {
  if (plan.values.empty()) return true;
  if (!spelt.empty() && (quote.speaker == 0 || quote.speaker > spelt.size() || !spelt[quote.speaker - 1])) return false;
  return quote_is_by(speakers_of(plan), article, quote);
}

// A group that nobody named ("officials") is as unknown as nobody.
bool SegmentMatcher::quote_is_by(const SpeakerSet& speakers, std::uint32_t article,
                                 const schema::QuotePositions& quote) const {
  const auto known = segment_.columns->speakers_of()[article];
  if (quote.speaker == 0 || quote.speaker > known.size()) return speakers.unknown;
  const std::uint32_t ordinal = known[quote.speaker - 1];
  if (ordinal < speakers.ordinals.size() && speakers.ordinals[ordinal]) return true;
  return speakers.unknown && segment_.columns->speaker(ordinal).kind == SpeakerKind::group;
}

const SegmentMatcher::SpeakerSet& SegmentMatcher::speakers_of(const Plan& plan) {
  const auto [found, is_new] = speaker_sets_.try_emplace(&plan);
  SpeakerSet& set = found->second;
  if (!is_new) return set;
  set.ordinals.resize(segment_.columns->speaker_count());
  const auto& by_id = index_.speakers_by_id();
  for (const std::string& id : plan.values) {
    if (id.empty()) set.unknown = true;
    if (const auto speaker = by_id.find(id); speaker != by_id.end()) set.ordinals[speaker->second] = true;
  }
  return set;
}

}  // namespace dateline::searcher
