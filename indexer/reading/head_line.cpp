#include "indexer/reading/head_line.hpp"

#include <algorithm>
#include <vector>

#include "indexer/reading/bylines.hpp"
#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t longest_line = 400;

// Blank-divided words with a look at both ends; "" at the end of the text.
std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min({text.find_first_of(" \t|"), text.find("　"), text.size()}));
}
std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.find_last_of(" \t|");
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && std::string_view(".,;:|()-").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  while (!word.empty() && std::string_view(".,;:|()-").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  for (const std::string_view mark : {"，", "،", "："})
    if (word.ends_with(mark)) word.remove_suffix(mark.size());
  return trim_ornaments(word);
}

// Clock times, zones, weekdays, punctuation: belong to the date beside them.
bool belongs_to_date(std::string_view word) {
  const std::string_view bare = without_marks(word);
  if (bare.empty()) return true;
  if (bare.front() >= '0' && bare.front() <= '9' && bare.size() <= 12) return true;
  return is_date_word(fold_line(bare));
}

std::string_view after_date(std::string_view text) {
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view word = first_word(text);
    if (!word.empty() && !belongs_to_date(word)) break;
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return text;
}

std::string_view before_date(std::string_view text) {
  for (text = trim(text); !text.empty(); text = trim(text)) {
    const std::string_view word = last_word(text);
    if (!word.empty() && !belongs_to_date(word)) break;
    text.remove_suffix(std::max<std::size_t>(word.size(), 1));
  }
  return text;
}

// Labels of several words, and labels that stand against the name before them: "روزنامه تنگه، تاریخ انتشار:".
std::string_view strip_label(std::string_view text) {
  const std::string_view separators[] = {"|", "·", "，", "،", ",", "/", " - ", " – ", " — "};
  std::size_t cut = std::string_view::npos;
  std::size_t behind = 0;
  for (const std::string_view separator : separators)
    if (const std::size_t at = text.rfind(separator);
        at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) {
      cut = at;
      behind = at + separator.size();
    }
  const std::string_view last = cut == std::string_view::npos ? text : text.substr(behind);
  if (label_at_end(fold_line(last)) == DateLabel::none) return text;
  return cut == std::string_view::npos ? std::string_view{} : text.substr(0, cut);
}

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

// "Source: X", "来源：X", "منبع: X" -> X
std::string_view behind_colon(std::string_view text) {
  const std::size_t wide = text.find("："), narrow = text.find(':');
  if (narrow < wide) return trim(text.substr(narrow + 1));
  if (wide != std::string_view::npos) return trim(text.substr(wide + 3));
  return {};
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
  if (text.empty() || without_marks(text).empty()) return;
  if (const text::Source* source = sources.named(text)) {
    if (!line.source) line.source = source->kind == text::SourceKind::aggregator ? std::string() : source->canonical;
    return;
  }
  // "해협일보 매거진": a paper's name with a word more
  if (const std::size_t blank = text.find(' '); divided && blank != std::string_view::npos && count_words(text) == 2)
    if (const text::Source* source = sources.named(text.substr(0, blank));
        source && !line.source && source->kind == text::SourceKind::publisher) {
      line.source = source->canonical;
      return;
    }
  if (is_place_of_report(text)) return;
  if (std::optional<std::string> byline = byline_of_line(trim_ornaments(text)); byline && !line.byline) {
    line.byline = std::move(byline);
    return;
  }
  if (const text::Source* source = sources.named(behind_colon(text)); source && weigh(text) < 60) {
    if (!line.source) line.source = source->canonical;
    return;
  }
  // "Name | date | paper": what is left between marks, and short, is who wrote it.
  const std::size_t words = count_words(text);
  const bool dense_name = words == 1 && weigh(text) <= 18 && weigh(text) >= 6 && weigh(text) != words &&
                          text.size() >= 6 && static_cast<unsigned char>(text[0]) >= 0xE3;
  if (divided && !line.byline && ((words >= 2 && words <= 4 && weigh(text) <= 40) || dense_name) &&
      is_name_like(text)) {
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

}  // namespace

HeadLine read_head_line(std::string_view text, const SourceCollector& sources, const DateContext& context) {
  HeadLine line;
  text = trim(text);
  if (text.size() > longest_line) {
    line.rest = std::string(text);
    return line;
  }
  std::string_view before = text, after;
  line.date = find_date(text, context);
  if (line.date) {
    line.date_text = std::string(text.substr(line.date->begin, line.date->end - line.date->begin));
    before = trim(text.substr(0, line.date->begin));
    after = text.substr(line.date->end);
    line.label = label_at_end(fold_line(before));
    before = before_date(strip_label(before));
    after = after_date(after);
    // "…, mis à jour le 21 juin 2024": a second date says nothing more
    if (const std::optional<FoundDate> second = find_date(after, context); second && second->end + 12 > after.size())
      after = {};
    if (std::string_view(".,)").find(after.empty() ? 'x' : after.front()) != std::string_view::npos)
      after = trim(after.substr(1));
  }
  const bool divided = line.date.has_value() || text.find('|') != std::string_view::npos;
  for (const std::string_view part : {before, after})
    for (const std::string_view segment : segments_of(part)) take_apart_with_commas(line, segment, sources, divided);
  return line;
}

}  // namespace dateline::indexer
