#include "searcher/snippets/targets.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {

namespace {

// Snowball changes the endings of words, but dying has the stem die.
constexpr std::size_t shortest_faithful_stem = 4;

// Languages whose stemmers change the beginnings of words.
bool changes_beginnings(std::string_view language) {
  const std::string_view code = language.substr(0, language.find('-'));
  return code == "id" || code == "ms" || code == "ga";
}

}  // namespace

void MatchTargets::add_term(text::Family family, std::string_view term, unsigned word) {
  if (term.empty()) return;
  Terms& terms = families_[static_cast<std::size_t>(family)];
  terms.words[std::string(term)] |= WordSet{1} << (word % 64);
  terms.likely.set(fingerprint(term));
  const bool faithful = family != text::Family::stem || term.size() >= shortest_faithful_stem;
  beginnings_.add(term, faithful ? 3 : 1);
  note(word);
}

void MatchTargets::add_wildcard(std::string_view beginning, unsigned word) {
  if (beginning.empty()) return;
  wildcards_.push_back({std::string(beginning), WordSet{1} << (word % 64)});
  beginnings_.add(beginning, 3);
  note(word);
}

void MatchTargets::add_phrase(std::vector<std::string> exact_terms, unsigned word) {
  while (!exact_terms.empty() && exact_terms.back().empty()) exact_terms.pop_back();
  const auto first =
      std::find_if(exact_terms.begin(), exact_terms.end(), [](const auto& term) { return !term.empty(); });
  exact_terms.erase(exact_terms.begin(), first);
  if (exact_terms.empty()) return;
  phrase_starts_.set(fingerprint(exact_terms.front()));
  for (const std::string& term : exact_terms) beginnings_.add(term, 3);  // all: see matching_parts()
  phrases_.push_back({std::move(exact_terms), WordSet{1} << (word % 64)});
  note(word);
}

WordSet MatchTargets::find_wildcard(std::string_view exact) const {
  WordSet words = 0;
  for (const Wildcard& wildcard : wildcards_)
    if (exact.substr(0, wildcard.beginning.size()) == wildcard.beginning) words |= wildcard.word;
  return words;
}

bool MatchTargets::may_match(std::string_view text, std::string_view language) const {
  return !empty() && (beginnings_.may_begin_word_in(text) || changes_beginnings(language));
}

}  // namespace dateline::searcher
