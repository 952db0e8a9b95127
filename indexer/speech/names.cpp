#include "indexer/speech/names.hpp"

#include <algorithm>

#include "indexer/speech/subjects.hpp"

namespace dateline::indexer::speech {
namespace {

bool is_initial_point(const Paragraph& paragraph, std::uint32_t i, std::uint32_t first) {
  const auto& tokens = paragraph.tokens;
  if (tokens[i].mark != '.' || i <= first || tokens[i].begin != tokens[i - 1].end) return false;
  const Token& before = tokens[i - 1];
  return before.is(abbreviation) || (before.capital && before.end - before.begin <= 2) || before.initials;
}

// Bin Salman, von der Leyen: small words with a name behind them. Where every noun has a capital, only behind a given
// name: "Sprecher der Bahn" is none.
bool is_particle_before_name(const Paragraph& paragraph, std::uint32_t i, std::uint32_t limit) {
  if (paragraph.lexicon->grammar().noun_capitals && i > 0 && !paragraph.tokens[i].capital &&
      !paragraph.tokens[i - 1].is(name_particle) && !paragraph.tokens[i - 1].word->given_name)
    return false;
  std::uint32_t k = i;
  while (k < limit && paragraph.tokens[k].is(name_particle) && k < i + 3) ++k;
  return k > i && k < limit && may_be_name(paragraph.tokens[k]);
}

// Gürpınar'a, Erdoğan’ın
std::string_view without_suffix(std::string_view written) {
  return written.substr(0, std::min(written.find('\''), written.find("\u2019")));
}

bool is_person_role(const Token& token) {
  return token.word->role && token.word->role->kind != RoleKind::org && token.word->role->kind != RoleKind::media;
}

}  // namespace

bool is_month_as_surname(const Paragraph& paragraph, std::uint32_t i) {
  const auto& tokens = paragraph.tokens;
  if (i == 0 || !tokens[i].is_word() || !tokens[i].capital || !tokens[i].is(calendar)) return false;
  return tokens[i - 1].capital && tokens[i - 1].word->given_name && !tokens[i - 1].possessive;
}

TokenRange name_run(const Paragraph& paragraph, std::uint32_t first, std::uint32_t limit) {
  const auto& tokens = paragraph.tokens;
  if (first >= limit || !may_be_name(tokens[first])) return {first, first};
  std::uint32_t last = first + 1;
  bool had_particle = false;
  while (last < limit) {
    if (tokens[last - 1].is_word() && tokens[last - 1].possessive) break;
    // "Joost van Aalderen van Clingendael": a second small word that is also a preposition begins something else.
    const bool second_particle = had_particle && tokens[last].is(inner_preposition) && may_be_name(tokens[last - 1]);
    had_particle = had_particle || tokens[last].is(name_particle);
    if (second_particle) break;
    if (may_be_name(tokens[last]) || is_month_as_surname(paragraph, last) || is_initial_point(paragraph, last, first) ||
        is_particle_before_name(paragraph, last, limit)) {
      ++last;
    } else {
      break;
    }
  }
  return {first, last};
}

bool is_noun_with_article(const Paragraph& paragraph, TokenRange run) {
  if (!paragraph.lexicon->grammar().noun_capitals || run.first == 0) return false;
  const auto& tokens = paragraph.tokens;
  if (!tokens[run.first - 1].is(article | determiner)) return false;
  return std::none_of(tokens.begin() + run.first, tokens.begin() + run.last,
                      [](const Token& token) { return token.word->given_name || token.word->role; });
}

TokenRange without_titles(const Paragraph& paragraph, TokenRange run) {
  const auto& tokens = paragraph.tokens;
  std::uint32_t first = run.first;
  for (std::uint32_t i = run.first; i < run.last; ++i)
    if (is_person_role(tokens[i]) && i + 1 < run.last) first = i + 1;
  // "России Дмитрий Песков": what stands before a given name belongs to the title, as do initials of bodies.
  for (std::uint32_t i = first + 1; i + 1 < run.last; ++i)
    if (tokens[i].word->given_name && !tokens[first].word->given_name) {
      first = i;
      break;
    }
  const Token& last = tokens[run.last - 1];  // UN Observer Mission, US Justice Department
  const bool body = last.is(body_word) || (last.word->role && last.word->role->kind == RoleKind::org);
  while (!body && first + 2 < run.last && tokens[first].all_capitals && !tokens[first].initials &&
         !tokens[run.last - 1].all_capitals)
    ++first;
  while (first + 1 < run.last && (tokens[first].is(demonym) || tokens[first].is(article) || !tokens[first].is_word()))
    ++first;
  return {first, run.last};
}

std::string name_text(std::string_view body, const Paragraph& paragraph, TokenRange run) {
  std::string name;
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    const Token& token = paragraph.tokens[i];
    std::string_view written = text_of(body, token);
    if (token.possessive) written = written.substr(0, written.find_last_not_of("sS") + 1);
    if (token.possessive)  // the apostrophe, straight or curly
      while (!written.empty() && (written.back() == '\'' || static_cast<unsigned char>(written.back()) >= 0x80)) {
        const bool straight = written.back() == '\'';
        written.remove_suffix(straight ? 1 : 3);
        break;
      }
    if (paragraph.lexicon->grammar().suffix_apostrophe) written = without_suffix(written);
    if (!name.empty() && token.is_word()) name += ' ';
    name += written;
  }
  return name;
}

std::uint32_t count_words(const Paragraph& paragraph, TokenRange run) {
  std::uint32_t words = 0;
  for (std::uint32_t i = run.first; i < run.last; ++i) words += paragraph.tokens[i].is_word();
  return words;
}

}  // namespace dateline::indexer::speech
