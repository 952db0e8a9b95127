#include "indexer/reading/bylines.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/reading/letters.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

enum class Place : unsigned char { before, after, whole };

struct LeadWord {
  std::string text;  // folded; a blank at the end must be in the line too
  Place place = Place::before;
};

const std::vector<LeadWord>& lead_words() {
  static const std::vector<LeadWord> loaded = [] {
    std::vector<LeadWord> words;
    text::for_each_row(text::data_file("lexicons/boilerplate/bylines.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& row) {
                         if (row.size() < 3) return;
                         std::string word = fold_line(row[2].substr(0, row[2].find('_')));
                         if (row[2].ends_with('_')) word += ' ';
                         words.push_back({std::move(word), row[1] == "before"  ? Place::before
                                                           : row[1] == "after" ? Place::after
                                                                               : Place::whole});
                       });
    std::sort(words.begin(), words.end(),
              [](const LeadWord& a, const LeadWord& b) { return a.text.size() > b.text.size(); });
    return words;
  }();
  return loaded;
}

// Folding keeps the number of code points of such short words; so many of the line are the word.
std::string_view without_code_points(std::string_view line, std::size_t count, bool at_front) {
  if (at_front) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at < line.size(); ++i) text::next_code_point(line, at);
    return line.substr(at);
  }
  const std::size_t all = text::count_code_points(line);
  std::size_t at = 0;
  for (std::size_t i = 0; i + count < all && at < line.size(); ++i) text::next_code_point(line, at);
  return line.substr(0, at);
}

std::string_view trim_name(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(",;:|/·").find(text.back()) != std::string_view::npos)
    text = trim(text.substr(0, text.size() - 1));
  while (!text.empty() && std::string_view(",;:|/").find(text.front()) != std::string_view::npos)
    text = trim(text.substr(1));
  return text;
}

bool is_all_lower(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

// Text behind the label up to the next one, a semicolon or the bracket.
std::string_view credit_part(std::string_view line, std::string_view label) {
  const std::string folded = fold_line(line, line.size());
  if (folded.size() != line.size()) return {};  // labels are ASCII, and so is what is around them
  const std::size_t at = folded.find(label);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + label.size();
  std::size_t end = folded.size();
  for (const std::string_view stop :
       {";", ")", " editing by", " writing by", " reporting by", " additional reporting", " compiled by", ". "})
    end = std::min(end, std::min(folded.find(stop, begin), folded.size()));
  // "in Charlotte, N.C.": where, not who
  const std::size_t place = folded.find(" in ", begin);
  if (place < end) end = place;
  return trim_name(line.substr(begin, end - begin));
}

bool is_agency_word(std::string_view name) { return count_words(name) == 1; }

std::optional<std::string> ascii_credit(std::string_view line) {
  const std::string_view reporters = credit_part(line, "reporting by ");
  const std::string_view writers = credit_part(line, "writing by ");
  if (!reporters.empty() && !(is_agency_word(reporters) && !writers.empty())) return std::string(reporters);
  if (!writers.empty()) return std::string(writers);
  return std::nullopt;
}

// The same credits of other languages: label, and what ends the names.
std::optional<std::string> foreign_credit(std::string_view line) {
  static constexpr std::array<std::string_view, 2> labels{"(إعداد ", "(تغطية صحفية للنشرة العربية "};
  for (const std::string_view label : labels) {
    const std::size_t at = line.find(label);
    if (at == std::string_view::npos) continue;
    std::string_view name = line.substr(at + label.size());
    for (const std::string_view stop : {" للنشرة", " - ", " تحرير", ")", "؛"}) name = name.substr(0, name.find(stop));
    name = trim_name(name);
    if (is_name_like(name)) return std::string(name);
  }
  return std::nullopt;
}

}  // namespace

bool is_name_like(std::string_view text) {
  const std::uint32_t weight = weigh(text, 200);
  return weight >= 2 && weight < 100 && count_words(text) <= 14 &&
         text.find_first_of("?!\"") == std::string_view::npos && !(ends_sentence(text) && weight > 40);
}

std::optional<std::string> byline_of_line(std::string_view line) {
  line = trim(line);
  if (line.size() > 300) return std::nullopt;
  const std::string folded = fold_line(line);
  for (const LeadWord& word : lead_words()) {
    if (word.place == Place::whole) {
      if (folded == word.text) return std::string(line);
      continue;
    }
    const bool before = word.place == Place::before;
    if (!(before ? folded.starts_with(word.text) : folded.find(word.text) != std::string::npos)) continue;
    std::string_view name;
    if (before) {
      name = without_code_points(line, text::count_code_points(word.text), true);
    } else {
      // the mark ends the name's part of the line
      const std::size_t at = folded.find(word.text);
      if (at == 0 || text::count_code_points(folded) != text::count_code_points(line)) continue;
      const std::size_t behind = text::count_code_points(std::string_view(folded).substr(at));
      name = without_code_points(line, behind, false);
      if (weigh(name) > 40) continue;
    }
    name = trim_name(name);
    if (is_name_like(name) && !is_all_lower(name)) return std::string(name);
    if (before) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string> byline_of_credit(std::string_view line) {
  if (line.size() > 2000) return std::nullopt;
  if (std::optional<std::string> name = ascii_credit(line)) return name;
  return foreign_credit(line);
}

}  // namespace dateline::indexer
