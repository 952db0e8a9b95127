#include "tests/corpus/score.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "schema/days.hpp"
#include "text/utf8.hpp"

namespace dateline::tests {
namespace {

bool is_blank(char32_t c) {
  return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

// The text with every run of blanks as one: how a line was wrapped or spaced is no difference.
std::string one_spaced(std::string_view text) {
  std::string spaced;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!is_blank(c))
      text::append(spaced, c);
    else if (!spaced.empty() && spaced.back() != ' ')
      spaced += ' ';
  }
  if (!spaced.empty() && spaced.back() == ' ') spaced.pop_back();
  return spaced;
}

std::string shown(const std::optional<std::string>& value) { return value ? one_spaced(*value) : "(none)"; }

std::string joined(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  std::string line;
  for (const std::string& value : values) line += (line.empty() ? "" : " | ") + value;
  return line;
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

void Score::add(const GoldArticle& gold, const Article* found) {
  static const Article nothing;
  const Article& article = found ? *found : nothing;
  count("read", found != nullptr, gold, "an article", "a rejection");
  facts(gold, article);
  speakers(gold, article);
  quotes(gold, article);
  phrases(gold, article);
}

void Score::facts(const GoldArticle& gold, const Article& found) {
  count("title", shown(gold.title) == shown(found.title), gold, shown(gold.title), shown(found.title));
  count("byline", shown(gold.byline) == shown(found.byline), gold, shown(gold.byline), shown(found.byline));
  const std::string date = found.date ? schema::to_string(*found.date) : "(none)";
  count("date", gold.date.value_or("(none)") == date, gold, gold.date.value_or("(none)"), date);
  count("sources", joined(gold.sources) == joined(found.sources), gold, joined(gold.sources), joined(found.sources));
  const std::string language = found.language.value_or("(none)");
  count("language", language.substr(0, 2) == gold.language.substr(0, 2), gold, gold.language, language);
}

void Score::speakers(const GoldArticle& gold, const Article& found) {
  std::vector<std::string> names;
  for (const Speaker& speaker : found.speakers) names.push_back(speaker.name);
  for (const std::string& name : names)
    count("speakers_precision", contains(gold.speakers, name), gold, "not a speaker", name);
  for (const std::string& name : gold.speakers)
    count("speakers_recall", contains(names, name), gold, name, joined(names));
}

// A quotation counts as found when its text is in one that was found, or the other way round.
void Score::quotes(const GoldArticle& gold, const Article& found) {
  for (const GoldQuote& wanted : gold.quotes) {
    const std::string text = one_spaced(wanted.text);
    const Quote* match = nullptr;
    for (const Quote& quote : found.quotes) {
      const std::string candidate = one_spaced(quote.text);
      if (quote.direct && (candidate.find(text) != std::string::npos ||
                           (candidate.size() * 2 > text.size() && text.find(candidate) != std::string::npos)))
        match = &quote;
    }
    count("quotes_found", match != nullptr, gold, text, "nothing");
    if (!match) continue;
    if (match->speaker)
      count("quotes_precision", match->speaker == wanted.speaker, gold,
            wanted.speaker.value_or("(unknown)") + ": " + text, *match->speaker + " by " + match->evidence);
    if (wanted.speaker)
      count("quotes_recall", match->speaker == wanted.speaker, gold, *wanted.speaker + ": " + text,
            match->speaker.value_or("(unknown)") + " by " + match->evidence);
  }
}

void Score::phrases(const GoldArticle& gold, const Article& found) {
  const std::string body = one_spaced(found.body);
  for (const std::string& phrase : gold.cut)
    count("cut", body.find(one_spaced(phrase)) == std::string::npos, gold, "not in the body", one_spaced(phrase));
  for (const std::string& phrase : gold.keep)
    count("keep", body.find(one_spaced(phrase)) != std::string::npos, gold, one_spaced(phrase), "not in the body");
}

void Score::count(const std::string& measure, bool right, const GoldArticle& gold, const std::string& expected,
                  const std::string& got) {
  Fraction& fraction = fractions_[measure];
  ++fraction.of;
  if (right) {
    ++fraction.right;
    return;
  }
  const std::string place = gold.line ? gold.input + ":" + std::to_string(gold.line) : gold.input;
  misses_.push_back(measure + "  " + place + "\n    expected: " + expected + "\n    got:      " + got);
}

}  // namespace dateline::tests
