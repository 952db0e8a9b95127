#include "tests/oracle/query_words.hpp"

#include <unicode/uscript.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace dateline::oracle {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

void add(std::vector<Reading>& readings, std::string_view term, const std::string& language) {
  if (term.empty()) return;
  auto reading = std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.term == term; });
  if (reading == readings.end()) reading = readings.insert(readings.end(), {std::string(term), {}});
  if (!language.empty()) reading->languages.insert(lower(language));
}

bool is_character(std::string_view exact) {
  std::size_t at = 0;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(text::next_code_point(exact, at)), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
      return true;
    default:
      return false;
  }
}

bool is_read(const std::vector<Reading>& readings, const std::string& term, const ReadArticle& article) {
  if (term.empty()) return false;
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.term == term && has_language(article, reading.languages);
  });
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += text::next_code_point(text, at);
  return points;
}

}  // namespace

bool has_language(const ReadArticle& article, const std::set<std::string>& languages) {
  return languages.empty() || std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
           return article.languages.count(language) > 0;
         });
}

QueryWord read_query_word(std::string_view text, const std::vector<std::string>& languages, text::Analyzer& analyzer) {
  QueryWord word;
  std::vector<std::string> readers = languages;
  if (readers.empty()) readers.emplace_back();
  for (const std::string& language : readers) {
    const text::Analysis& analysis = analyzer.analyze(text, language);
    word.tokens.resize(analysis.tokens.size());
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      const text::Token& token = analysis.tokens[i];
      word.tokens[i].exact = token.exact;
      word.tokens[i].is_character = is_character(token.exact);
      add(word.tokens[i].stems, token.stem, language);
      add(token.stem.empty() ? word.tokens[i].prefixes : word.tokens[i].weak_prefixes, token.prefix, language);
    }
    for (const text::Span& span : analysis.spans) word.pieces.emplace(span.family, span.term);
  }
  return word;
}

bool is_form_of(const Word& word, const QueryToken& token, const ReadArticle& article) {
  return word.exact == token.exact || is_read(token.stems, word.stem, article) ||
         is_read(token.prefixes, word.prefix, article);
}

bool is_part_of(const Word& word, const QueryToken& token, const ReadArticle& article) {
  return is_form_of(word, token, article) || is_read(token.weak_prefixes, word.prefix, article);
}

int edits_between(std::string_view one, std::string_view other) {
  const std::u32string a = code_points(one), b = code_points(other);
  std::vector<std::vector<int>> edits(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = static_cast<int>(i + j);
        continue;
      }
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  return edits[a.size()][b.size()];
}

int most_edits(std::string_view word) {
  const std::size_t letters = text::count_code_points(word);
  return letters < 3 ? 0 : letters == 3 ? 1 : 2;
}

bool same_first_letter(std::string_view a, std::string_view b) {
  std::size_t in_a = 0, in_b = 0;
  return !a.empty() && !b.empty() && text::next_code_point(a, in_a) == text::next_code_point(b, in_b);
}

}  // namespace dateline::oracle
