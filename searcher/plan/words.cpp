#include "searcher/plan/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "searcher/plan/written_languages.hpp"
#include "searcher/query/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

bool is_undivided(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

void add_reading(std::vector<Reading>& readings, std::string_view term, const std::string& language) {
  if (term.empty()) return;
  auto known =
      std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) { return reading.term == term; });
  if (known == readings.end()) known = readings.insert(readings.end(), Reading{std::string(term), {}});
  if (!language.empty()) known->languages.push_back(language);
}

void add_token(TokenReadings& readings, const text::Token& token, const std::string& language) {
  add_reading(readings.stems, token.stem, language);
  add_reading(token.stem.empty() ? readings.selecting_prefixes : readings.prefixes, token.prefix, language);
}

void add_span(std::vector<SpanReading>& spans, const text::Span& span) {
  const bool known = std::any_of(spans.begin(), spans.end(), [&](const SpanReading& other) {
    return other.family == span.family && other.term == span.term;
  });
  if (!known) spans.push_back({span.family, std::string(span.term), span.first_token, span.last_token});
}

bool is_capitals(std::string_view written) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < written.size();) {
    const auto letter = static_cast<UChar32>(text::next_code_point(written, at));
    letters += u_isupper(letter) ? 1 : 0;
  }
  return letters > 1 && !has_small_letter(written);
}

void add_analysis(WordReadings& word, std::string_view text, const text::Analysis& analysis,
                  const std::string& language) {
  if (word.tokens.empty()) {
    for (const text::Token& token : analysis.tokens) {
      TokenReadings readings;
      const std::string_view written = text.substr(token.begin, token.end - token.begin);
      readings.exact = token.exact;
      readings.capitals = is_capitals(written);
      readings.dotted = readings.capitals && written.find('.') != std::string_view::npos;
      readings.character = is_undivided(script_of(token.exact));
      word.tokens.push_back(std::move(readings));
    }
  }
  const std::size_t tokens = std::min(word.tokens.size(), analysis.tokens.size());
  for (std::size_t i = 0; i < tokens; ++i) add_token(word.tokens[i], analysis.tokens[i], language);
  for (const text::Gram& gram : analysis.grams) {
    if (gram.token < tokens) add_reading(word.tokens[gram.token].grams, gram.term, language);
  }
  for (const text::Span& span : analysis.spans) add_span(word.spans, span);
}

TermGroup group(text::Family family, schema::Zone zone, const Reading& reading, double weight, bool selects) {
  return {{schema::term(family, zone, reading.term)}, weight, selects, reading.languages};
}

}  // namespace

WordReadings read_word(std::string_view text, std::span<const std::string> languages, text::Analyzer& analyzer) {
  WordReadings word;
  for (const std::string& language : languages) add_analysis(word, text, analyzer.analyze(text, language), language);
  if (languages.empty()) add_analysis(word, text, analyzer.analyze(text, ""), "");
  return word;
}

namespace {

std::vector<TermGroup> readings_of(const TokenReadings& token, schema::Zone zone, bool selects,
                                   const RankingRules& rules) {
  using text::Family;
  const bool lone = token.stems.empty() && token.prefixes.empty() && token.selecting_prefixes.empty();
  const double exact = lone && token.grams.empty() ? 1 + rules.lone * rules.stem : 1;
  std::vector<TermGroup> groups;
  const auto add = [&](Family family, const Reading& reading, double weight, bool stands_for_it) {
    groups.push_back(group(family, zone, reading, token.emphasis * weight, stands_for_it));
  };
  add(Family::exact, {token.exact, {}}, exact, selects);
  for (const Reading& stem : token.stems) add(Family::stem, stem, rules.stem, selects);
  for (const Reading& prefix : token.selecting_prefixes) add(Family::prefix, prefix, rules.prefix, selects);
  for (const Reading& prefix : token.prefixes) add(Family::prefix, prefix, rules.prefix, false);
  return groups;
}

// Overlapping parts of a word say much the same: twice as many of them do not say twice as much.
void add_grams(const TokenReadings& token, const RankingRules& rules, std::vector<TermGroup>& groups) {
  const double weight = token.emphasis * rules.grams / std::sqrt(static_cast<double>(token.grams.size()));
  for (const Reading& gram : token.grams) {
    groups.push_back(group(text::Family::gram, schema::Zone::whole, gram, weight, false));
    groups.back().vague = true;
  }
}

}  // namespace

std::vector<bool> covered_by_dictionary(const WordReadings& word) {
  std::vector<bool> covered(word.tokens.size());
  for (const SpanReading& span : word.spans) {
    if (span.family != text::Family::stem) continue;
    for (std::uint32_t i = span.first_token; i <= span.last_token; ++i) covered[i] = true;
  }
  return covered;
}

std::vector<TermGroup> groups_of(const WordReadings& word, schema::Zone zone, const RankingRules& rules) {
  using text::Family;
  const bool single = word.tokens.size() == 1;
  std::vector<TermGroup> groups;
  std::uint32_t number = 0;
  const std::vector<bool> in_longer_word = covered_by_dictionary(word);
  for (std::size_t i = 0; i < word.tokens.size(); ++i) {
    const TokenReadings& token = word.tokens[i];
    // Characters of a longer run say little alone: there words and bigrams rank (measured, docs/RANKING.md). A Han
    // character between dictionary words is a word itself.
    if (token.character && !single && !word.spans.empty()) {
      if (in_longer_word[i] || script_of(token.exact) != USCRIPT_HAN) continue;
      groups.push_back(group(Family::exact, zone, {token.exact, {}}, token.emphasis * rules.span, false));
      groups.back().vague = true;
      continue;
    }
    std::vector<TermGroup> readings = readings_of(token, zone, single, rules);
    if (zone == schema::Zone::whole) add_grams(token, rules, readings);
    ++number;
    for (TermGroup& reading : readings) reading.word = number;
    std::move(readings.begin(), readings.end(), std::back_inserter(groups));
  }
  for (const SpanReading& span : word.spans)
    groups.push_back(group(span.family, zone, {span.term, {}},
                           span.emphasis * (span.family == Family::bigram ? rules.bigram : rules.span), false));
  return groups;
}

}  // namespace dateline::searcher
