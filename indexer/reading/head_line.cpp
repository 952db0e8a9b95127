#include "indexer/reading/head_line.hpp"

#include <algorithm>
#include <vector>

#include "indexer/reading/bylines.hpp"
#include "indexer/reading/cues.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t longest_line = 400;

std::vector<std::string_view> segments_of(std::string_view text) {
  static constexpr std::string_view separators[] = {"|", " · ", "·", "•", "／", " / ", "　", "〕", "】"};
  std::vector<std::string_view> segments;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.size(), width = 0;
    for (const std::string_view separator : separators)
      if (const std::size_t found = text.find(separator, at); found < end) {
        end = found;
        width = separator.size();
      }
    if (const std::string_view segment = trim(text.substr(at, end - at)); !segment.empty()) segments.push_back(segment);
    at = end + std::max<std::size_t>(width, 1);
    if (width == 0) break;
  }
  return segments;
}

// "Source: X", "来源：X", "منبع: X", "Source: X Editor: Y" -> X
std::string_view behind_colon(std::string_view text) {
  const std::size_t wide = text.find("："), narrow = text.find(':');
  if (wide == std::string_view::npos && narrow == std::string_view::npos) return {};
  text = trim(text.substr(narrow < wide ? narrow + 1 : wide + 3));
  const std::size_t next = std::min(text.find("："), text.find(':'));
  const std::size_t blank = next == std::string_view::npos ? next : text.rfind(' ', next);
  return blank == std::string_view::npos ? text : trim(text.substr(0, blank));
}

// "来源：央视新闻客户端": the paper, and what it was read on.
std::string_view without_carrier(std::string_view name) {
  for (const std::string_view carrier : {"客户端", "客戶端", "微信公众号", "微博", "APP", "App"})
    if (name.size() > carrier.size() && name.ends_with(carrier))
      return trim(name.substr(0, name.size() - carrier.size()));
  return name;
}

// "Quelle: Der Anzeiger, dpa, als": papers, agencies and the initials of an editor
bool is_list_of_sources(std::string_view list, const SourceCollector& sources) {
  constexpr std::size_t longest_initials = 5;
  std::size_t named = 0, parts = 0;
  for (std::size_t at = 0; at < list.size(); ++parts) {
    const std::size_t end = std::min(list.find(", ", at), list.size());
    const std::string_view part = trim(list.substr(at, end - at));
    if (sources.named(part))
      ++named;
    else if (part.size() > longest_initials || part.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != part.npos)
      return false;
    at = std::min(end + 2, list.size());
  }
  return named > 0 && parts > 1;
}

// "〔記者A／B報導〕": from where
bool is_place_of_report(std::string_view text) {
  text = trim_ornaments(text);
  return weigh(text) < 40 && (text.ends_with("報導") || text.ends_with("报道") || text.ends_with("報道"));
}

void take_apart(HeadLine& line, std::string_view text, const SourceCollector& sources, bool divided) {
  text = trim(text);
  while (!text.empty() && std::string_view(",;|-").find(text.back()) != std::string_view::npos)
    text = trim(text.substr(0, text.size() - 1));
  while (!text.empty() && std::string_view(",;|-").find(text.front()) != std::string_view::npos)
    text = trim(text.substr(1));
  for (const std::string_view mark : {"，", "،"})
    if (text.ends_with(mark)) text = trim(text.substr(0, text.size() - mark.size()));
  if (trim_ornaments(text).find_first_not_of(".,;") == std::string_view::npos) return;
  if (const auto source = sources.named(text)) {
    if (!line.source) line.source = source->kind == text::SourceKind::aggregator ? std::string() : source->canonical;
    return;
  }
  // "해협일보 매거진": a paper's name with a word more
  const bool beside_date = divided || !line.dates.empty();
  if (const std::size_t blank = text.find(' ');
      beside_date && blank != std::string_view::npos && count_words(text) == 2)
    if (const auto source = sources.named(text.substr(0, blank));
        source && !line.source && source->kind == text::SourceKind::publisher) {
      line.source = source->canonical;
      return;
    }
  // "Redazione ANSA": the whole of a paper, as its byline
  if (const std::size_t blank = text.find(' ');
      blank != std::string_view::npos && count_words(text) == 2 && !line.source)
    if (const auto source = sources.named(text.substr(blank + 1));
        source && byline_of_line(text.substr(0, blank)) == std::string(text.substr(0, blank))) {
      line.source = source->canonical;
      return;
    }
  if (is_place_of_report(text)) return;
  if (std::optional<std::string> byline = byline_of_line(trim_ornaments(text)); byline && !line.byline) {
    line.byline = std::move(byline);
    return;
  }
  if (const auto source = sources.named(without_carrier(behind_colon(text))); source && weigh(text) < 60) {
    if (!line.source) line.source = source->canonical;
    return;
  }
  // "来源：X", "Source: X" beside a date, whoever X is
  if (const Cue* cue = beside_date ? find_cue(text) : nullptr; cue && cue->reason == "original url" &&
                                                               !cue->whole_line && weigh(behind_colon(text)) <= 40 &&
                                                               is_name_like(behind_colon(text)))
    return;
  if (is_list_of_sources(behind_colon(text), sources) && !line.byline) {
    line.byline = std::string(behind_colon(text));
    return;
  }
  // "Name | date | paper": what is left between marks, and short, is who wrote it.
  const std::size_t words = count_words(text);
  const bool dense_name = words == 1 && weigh(text) <= 18 && weigh(text) >= 6 && weigh(text) != words &&
                          text.size() >= 6 && static_cast<unsigned char>(text[0]) >= 0xE3;
  if (divided && !line.byline && ((words >= 2 && words <= 4 && weigh(text) <= 40) || dense_name) &&
      is_name_like(text) && is_capitalised(text)) {
    line.byline = std::string(text);
    return;
  }
  if (!line.rest.empty()) line.rest += ' ';
  line.rest += text;
}

// "Name, paper" beside a date: the paper is known, so what stands before it is the name.
void take_apart_with_commas(HeadLine& line, std::string_view text, const SourceCollector& sources, bool divided) {
  const std::size_t comma = text.rfind(", ");
  if (divided && comma != std::string_view::npos && !sources.named(text) && sources.named(text.substr(comma + 2)) &&
      !byline_of_line(text)) {
    take_apart(line, text.substr(comma + 2), sources, divided);
    text = text.substr(0, comma);
  }
  take_apart(line, text, sources, divided);
}

bool has_printed(const std::optional<text::Source>& source) {
  return source && source->kind != text::SourceKind::aggregator;
}

// "AFP, Brenna", "Brenna | Reuters", "Ann Writer, the Paper": who printed it, and from where or by whom.
std::optional<text::Source> source_beside_name(std::string_view text, const SourceCollector& sources) {
  constexpr std::uint32_t longest_name = 24;
  if (byline_of_line(text)) return std::nullopt;
  for (const std::string_view mark : {", ", " | ", " – ", " - ", " / "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view left = trim(text.substr(0, at)), right = trim(text.substr(at + mark.size()));
    auto source = sources.named(left);
    const bool source_first = has_printed(source);
    if (!source_first) source = sources.named(right);
    const std::string_view name = source_first ? right : left;
    if (has_printed(source) && weigh(name) <= longest_name && count_words(name) <= 3 && is_name_like(name) &&
        is_capitalised(name) && !has_digit(name) && name.find_first_of(":,") == std::string_view::npos)
      return source;
  }
  return std::nullopt;
}

// "Le Papier avec AFP", "The Paper with Reuters": a byline that names no one.
bool is_source_with_source(std::string_view text, const SourceCollector& sources) {
  for (const std::string_view joint : {" avec ", " with ", " mit ", " con ", " com ", " and ", " et ", " und ", " y ",
                                       " e ", " / ", "/", " & ", ", "}) {
    const std::size_t at = text.find(joint);
    if (at != std::string_view::npos && sources.named(text.substr(0, at)) &&
        sources.named(text.substr(at + joint.size())))
      return true;
  }
  return false;
}

}  // namespace

HeadLine read_head_line(std::string_view text, const SourceCollector& sources, const DateContext& context) {
  HeadLine line;
  text = trim(text);
  if (text.size() > longest_line) {
    line.rest = std::string(text);
    return line;
  }
  if (is_source_with_source(text, sources)) {
    line.byline = std::string(text);
    return line;
  }
  if (const auto source = source_beside_name(text, sources)) {
    line.source = source->canonical;
    return line;
  }
  DateLine dated = read_date_line(text, context);
  line.dates = std::move(dated.dates);
  const bool barred = text.find('|') != std::string_view::npos;
  for (const Beside& part : dated.rest) {
    const bool divided = barred || (!line.dates.empty() && part.parted);
    const std::size_t before = line.rest.size();
    for (const std::string_view segment : segments_of(part.text))
      if (!is_only_beside_dates(segment, context.language)) take_apart_with_commas(line, segment, sources, divided);
    line.parted &= part.parted || barred || line.rest.size() == before;
  }
  line.only_beside_dates =
      line.dates.empty() && line.rest.empty() && weigh(text, 1) > 0 && is_only_beside_dates(text, context.language);
  return line;
}

}  // namespace dateline::indexer
