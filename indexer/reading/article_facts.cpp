#include "indexer/reading/article_facts.hpp"

#include <algorithm>

#include "schema/days.hpp"

namespace dateline::indexer {
namespace {

bool lies_inside(const Date& fine, const Date& coarse) {
  return schema::first_day(fine) >= schema::first_day(coarse) && schema::last_day(fine) <= schema::last_day(coarse);
}

}  // namespace

void DateChoice::add(DateOrigin origin, FoundDate found, std::string evidence) {
  if (!found.note.empty()) evidence += " (" + found.note + ")";
  candidates_.push_back({origin, std::move(found), std::move(evidence)});
}

std::optional<Date> DateChoice::choose(std::string& evidence) const {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates_)
    if (!candidate.found.year_missing && (!best || candidate.origin < best->origin)) best = &candidate;
  if (!best) return std::nullopt;
  Date date = best->found.date;
  evidence = best->evidence;
  for (const Candidate& candidate : candidates_) {
    Date other = candidate.found.date;
    if (candidate.found.year_missing) other.year = date.year;
    if (other.precision <= date.precision || candidate.origin == DateOrigin::updated) continue;
    if (!schema::is_valid(other.year, other.month, other.day) || !lies_inside(other, date)) continue;
    date = other;
    evidence += ", " + candidate.evidence;
  }
  return date;
}

void Facts::set(std::optional<std::string>& fact, std::string_view name, std::string value, std::string where) {
  if (fact || value.empty()) return;
  fact = std::move(value);
  evidence.emplace_back(std::string(name), std::move(where));
}

void Facts::add_mentions(std::string_view line, bool owner, const std::string& where) {
  if (owner && !sources.has_publisher()) sources.add_mentions(line, text::SourceKind::publisher, where);
  sources.add_mentions(line, text::SourceKind::agency, where);
}

std::string line_evidence(std::uint32_t line) { return "line " + std::to_string(line); }

}  // namespace dateline::indexer
