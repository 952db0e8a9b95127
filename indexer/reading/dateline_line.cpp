#include "indexer/reading/dateline_line.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/reading/bylines.hpp"
#include "indexer/reading/dated_place.hpp"
#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

struct Bracket {
  std::string_view open, close;
};
constexpr std::array<Bracket, 7> brackets{
    {{"(", ")"}, {"/", "/"}, {"【", "】"}, {"[", "]"}, {"（", "）"}, {"〔", "〕"}, {"◇", "電"}}};

// "ブレンナ共同": place and agency without a division.
std::optional<text::Source> agency_at_end(std::string_view inner, const SourceCollector& sources) {
  for (std::size_t at = 0; at < inner.size();) {
    if (at > 0)
      if (auto source = sources.named(inner.substr(at))) return source;
    text::next_code_point(inner, at);
  }
  return std::nullopt;
}

// "中央社記者盧太城台東縣29日電": agency and reporter without a division.
std::optional<text::Source> agency_before_reporter(std::string_view inner, const SourceCollector& sources) {
  for (const std::string_view reporter : {"記者", "记者"})
    if (const std::size_t at = inner.find(reporter); at != std::string_view::npos && at > 0)
      return sources.named(inner.substr(0, at));
  return std::nullopt;
}

// "TTXVN 18/3": without the date behind it.
std::string_view before_number(std::string_view inner) {
  for (std::size_t at = inner.find(' '); at != std::string_view::npos; at = inner.find(' ', at + 1))
    if (at + 1 < inner.size() && inner[at + 1] >= '0' && inner[at + 1] <= '9') return inner.substr(0, at);
  return inner;
}

std::optional<text::Source> agency_in(std::string_view inner, const SourceCollector& sources) {
  if (inner.empty() || inner.size() > 60) return std::nullopt;
  if (auto source = sources.named(before_number(inner))) return source;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t end = std::min(inner.find_first_of("/=,;", at), inner.size());
    if (auto source = sources.named(inner.substr(at, end - at))) return source;
    at = end + 1;
  }
  if (static_cast<unsigned char>(inner.front()) < 0xE3) return std::nullopt;
  auto source = agency_before_reporter(inner, sources);
  return source ? source : agency_at_end(inner, sources);
}

struct Found {
  std::optional<text::Source> agency = {};
  std::size_t end = 0;                        // of the dateline
  std::vector<std::string_view> others = {};  // "dpa/nz": who else had a hand in it
};

std::vector<std::string_view> parts_of(std::string_view inner) {
  std::vector<std::string_view> parts;
  for (std::size_t at = inner.find('/'); at != std::string_view::npos;) {
    const std::size_t next = inner.find('/', at + 1);
    parts.push_back(inner.substr(at + 1, next == std::string_view::npos ? next : next - at - 1));
    at = next;
  }
  return parts;
}

Found find_bracketed(std::string_view opening, const SourceCollector& sources) {
  for (const Bracket& bracket : brackets) {
    for (std::size_t at = opening.find(bracket.open); at != std::string_view::npos;
         at = opening.find(bracket.open, at + 1)) {
      const std::size_t begin = at + bracket.open.size();
      const std::size_t close = opening.find(bracket.close, begin);
      if (close == std::string_view::npos) break;
      const std::string_view inner = opening.substr(begin, close - begin);
      if (const auto source = agency_in(inner, sources)) return {source, close + bracket.close.size(), parts_of(inner)};
    }
  }
  return {};
}

std::size_t find_dash(std::string_view opening, std::size_t from) {
  std::size_t best = std::string_view::npos;
  for (const std::string_view dash : {" - ", " – ", " — ", " -- ", ".- ", " — "})
    best = std::min(best, opening.find(dash, from));
  return best;
}

// "GENEVA, Feb. 3, Kyodo - ", "Ужгород. 3 липня. Укрінформ – ", "TEMPO.CO, Jakarta - "
Found find_in_commas(std::string_view opening, const SourceCollector& sources) {
  const std::size_t dash = find_dash(opening, 0);
  if (dash == std::string_view::npos) return {};
  const std::string_view before = opening.substr(0, dash);
  const std::size_t comma = before.rfind(','), stop = before.rfind(". ");
  for (const std::size_t mark : {comma, stop})
    if (mark != std::string_view::npos)
      if (const auto source = sources.named(before.substr(mark + 1))) return {source, dash, {}};
  const std::size_t first = before.find(',');
  return {first == std::string_view::npos ? std::nullopt : sources.named(before.substr(0, first)), dash, {}};
}

// "BUCUREŞTI, 18 mar - Agerpres - "
Found find_between_dashes(std::string_view opening, const SourceCollector& sources) {
  const std::size_t first = find_dash(opening, 0);
  if (first == std::string_view::npos) return {};
  const std::size_t second = find_dash(opening, first + 1);
  if (second == std::string_view::npos) return {};
  return {sources.named(trim_ornaments(opening.substr(first, second - first))), second, {}};
}

// "STOCKHOLM/TT. ", "KØBENHAVN/RITZAU: "
Found find_behind_slash(std::string_view opening, const SourceCollector& sources) {
  const std::size_t slash = opening.find('/');
  if (slash == std::string_view::npos || opening.substr(0, slash).find(". ") != std::string_view::npos) return {};
  const std::size_t end = opening.find_first_of(".:-", slash);
  if (end == std::string_view::npos) return {};
  return {sources.named(opening.substr(slash + 1, end - slash - 1)), end, {}};
}

// "ایسنا/البرز ...": agency and place without a division behind them
Found find_before_slash(std::string_view opening, const SourceCollector& sources) {
  const std::size_t slash = opening.find('/');
  if (slash == std::string_view::npos || slash == 0) return {};
  const std::size_t end = std::min(opening.find(' ', slash), opening.size());
  const auto source = sources.named(opening.substr(0, slash));
  return source && source->kind == text::SourceKind::agency ? Found{source, end, {}} : Found{};
}

// "به گزارش خبرگزاری ایسنا، ": according to whom, which in Persian says whose report this is.
Found find_behind_lead(std::string_view opening, const SourceCollector& sources) {
  constexpr std::string_view lead = "به گزارش ", comma = "،";
  if (!opening.starts_with(lead)) return {};
  const std::size_t end = opening.find(comma);
  if (end == std::string_view::npos) return {};
  const std::string_view name = opening.substr(lead.size(), end - lead.size());
  for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1)
    if (const auto source = sources.named(name.substr(at))) return {source, end, {}};
  return {};
}

Found find_agency(std::string_view opening, const SourceCollector& sources) {
  for (const auto find :
       {find_bracketed, find_in_commas, find_between_dashes, find_behind_slash, find_before_slash, find_behind_lead})
    if (Found found = find(opening, sources); found.agency) return found;
  return {};
}

void read_reporter(std::string_view behind, std::uint32_t line, Facts& facts) {
  const std::size_t mark = behind.find(" = ");
  if (mark == std::string_view::npos || mark > 60) return;
  if (std::optional<std::string> name = byline_of_line(behind.substr(0, mark)))
    facts.set(facts.byline, "byline", std::move(*name), "dateline, line " + std::to_string(line));
}

// The date stands before the agency, "TOLMEN, 30 July 2024 (ABC) - ", or between it and the text, "(ANSA) - TOLMEN, 30
// LUG 2024 - ". Anywhere else it is one of the story's.
std::optional<FoundDate> find_date_beside(std::string_view opening, const Found& agency, const DateContext& context) {
  if (std::optional<FoundDate> date = find_date_behind_place(opening.substr(0, agency.end), context)) return date;
  const std::size_t dash = find_dash(opening, std::min(agency.end, opening.size()));
  if (dash == std::string_view::npos) return std::nullopt;
  const std::size_t behind = opening.find(' ', dash + 1) + 1;
  std::optional<FoundDate> date = find_dateline_date(opening.substr(behind), context);
  if (!date) date = find_date_before_dash(opening.substr(behind), context);
  if (!date) return std::nullopt;
  date->begin += static_cast<std::uint32_t>(behind);
  date->end += static_cast<std::uint32_t>(behind);
  return date;
}

void add_date(std::string_view opening, std::optional<FoundDate> date, const std::string& where, Facts& facts) {
  if (!date || date->date.precision != DatePrecision::day) return;
  std::string written(opening.substr(date->begin, date->end - date->begin));
  facts.dates.add(DateOrigin::dateline, std::move(*date), where + ": " + written);
}

}  // namespace

void read_dateline(std::string_view paragraph, std::uint32_t line, const DateContext& context, Facts& facts) {
  const std::string_view opening = text::beginning(paragraph, longest_dateline);
  const Found found = find_agency(opening, facts.sources);
  const std::string where = "dateline, line " + std::to_string(line);
  if (found.agency) {
    facts.sources.add_known(found.agency->canonical, where);
    for (const std::string_view name : found.others) facts.sources.add_known(name, where);
    read_reporter(opening.substr(std::min(found.end, opening.size())), line, facts);
    add_date(opening, find_date_beside(opening, found, context), where, facts);
  } else {
    add_date(opening, find_dateline_date(opening, context), where, facts);
  }
}

}  // namespace dateline::indexer
