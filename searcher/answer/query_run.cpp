#include "searcher/answer/query_run.hpp"

#include <algorithm>

#include "dateline/error.hpp"
#include "schema/days.hpp"
#include "searcher/answer/today.hpp"
#include "searcher/query/parse.hpp"
#include "searcher/query/warnings.hpp"

namespace dateline::searcher {
namespace {

Date parse_bound(const std::string& text, const char* option) {
  if (const std::optional<Date> date = schema::parse_iso(text)) return *date;
  throw Error(ErrorCode::invalid_request, "\"" + text + "\" is no date for `" + option + "`",
              "Write it like 2024, 2024-04 or 2024-04-11.");
}

bool has_dates(const Plan& plan) {
  return plan.kind == PlanKind::dates || std::any_of(plan.children.begin(), plan.children.end(), has_dates);
}

}  // namespace

std::size_t count(const Matched& matched) {
  std::size_t articles = 0;
  for (const Bitmap& bitmap : matched) articles += bitmap.count();
  return articles;
}

QueryRun::QueryRun(const State& state, text::Analyzer& analyzer, const Criteria& criteria, const RankingRules& rules)
    : state_(state),
      analyzer_(analyzer),
      lease_(state.snapshot().lease()),
      vocabulary_(state, lease_),
      names_(state),
      any_of_list_(criteria.match == Match::any),
      rules_(rules),
      stop_(criteria.stop) {
  ParsedQuery parsed = parse(criteria.query, {today(criteria.timezone)});
  tree_ = std::move(parsed.root);
  for (std::string& warning : parsed.warnings) warn(std::move(warning));
  read_filters(criteria);
  for (std::size_t i = 0; i < state.size(); ++i)
    segments_.emplace_back(state.segment(i), state.index(i), lease_.segment(i), notes_, stop_);
}

void QueryRun::read_filters(const Criteria& criteria) {
  add_filter(Facet::source, NodeKind::source, criteria.sources);
  add_filter(Facet::speaker, NodeKind::speaker, criteria.speakers);
  add_filter(Facet::language, NodeKind::language, criteria.languages);
  if (!criteria.from && !criteria.to) return;
  Node dates;
  dates.kind = NodeKind::date_range;
  if (criteria.from) dates.days.first = schema::first_day(parse_bound(*criteria.from, "from"));
  if (criteria.to) dates.days.last = schema::last_day(parse_bound(*criteria.to, "to"));
  filters_.push_back({Facet::date, std::move(dates)});
}

void QueryRun::add_filter(Facet facet, NodeKind kind, const std::vector<std::string>& values) {
  if (values.empty()) return;
  Node either;
  either.kind = NodeKind::any;
  for (const std::string& value : values) {
    Node node;
    node.kind = kind;
    node.text = value;
    either.children.push_back(std::move(node));
  }
  filters_.push_back({facet, std::move(either)});
}

bool QueryRun::has_filter_of(Facet facet) const {
  const Facet kind = is_by_time(facet) ? Facet::date : facet;
  return std::any_of(filters_.begin(), filters_.end(), [&](const Filter& filter) { return filter.facet == kind; });
}

std::string QueryRun::interpreted() const { return print(interpret(tree_, names_)); }

const Plan& QueryRun::plan(const Node& tree, std::optional<Facet> leave_out) {
  if (leave_out && is_by_time(*leave_out)) leave_out = Facet::date;
  Node joined;
  joined.kind = NodeKind::all;
  joined.children.push_back(tree);
  for (const Filter& filter : filters_)
    if (filter.facet != leave_out) joined.children.push_back(filter.node);
  Planned planned =
      plan_query(joined, {analyzer_, vocabulary_, names_, state_.written_languages(), any_of_list_, rules_});
  for (std::string& warning : planned.warnings)
    if (warnings_.size() < Warnings::most) warn(std::move(warning));
  return plans_.emplace_back(std::move(planned.plan));
}

Matched QueryRun::match(const Plan& plan, ListReading reading) {
  Matched matched;
  for (SegmentMatcher& segment : segments_) matched.push_back(segment.match(plan, reading, segment.live()));
  return matched;
}

Matched QueryRun::everything() const {
  Matched matched;
  for (const SegmentMatcher& segment : segments_) matched.push_back(segment.live());
  return matched;
}

namespace {

Bitmap undated_articles(const SegmentMatcher& segment) {
  const auto first = segment.segment().columns->first_day();
  Bitmap undated(segment.live().size());
  segment.live().for_each([&](std::uint32_t article) {
    if (first[article] == schema::no_day) undated.set(article);
  });
  return undated;
}

}  // namespace

// Beside a date, other clauses may let an undated article in ("a OR date:2024", "-date:2024"): that one is not left
// out.
std::size_t QueryRun::count_undated(const Plan& plan, ListReading reading, const Matched& matched) {
  if (!has_dates(plan)) return 0;
  std::size_t articles = 0;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    Bitmap left_out = segments_[i].match_undated(plan, reading);
    left_out &= undated_articles(segments_[i]);
    left_out.and_not(matched[i]);
    articles += left_out.count();
  }
  return articles;
}

std::vector<std::string> QueryRun::warnings() const {
  std::vector<std::string> warnings = warnings_;
  if (!notes_.placed_all)
    warnings.push_back("Some articles have the words in so many places that NEAR could not be compared in full there.");
  if (!notes_.verified_all)
    warnings.push_back(
        "Only the first " + std::to_string(most_verified) +
        " articles were compared letter by letter; the others passed without regard to case and accents.");
  return warnings;
}

void QueryRun::warn(std::string sentence) {
  if (std::find(warnings_.begin(), warnings_.end(), sentence) == warnings_.end())
    warnings_.push_back(std::move(sentence));
}

}  // namespace dateline::searcher
