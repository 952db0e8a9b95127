#include "bench/quotes/surnames.hpp"

#include <set>

namespace dateline::bench {
namespace {

// (R-Wis.), [sic]: no part of a name.
std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) kept += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return kept;
}

std::string without_possessive(std::string word) {
  for (const std::string_view ending : {"'s", "’s"})
    if (word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending)
      word.resize(word.size() - ending.size());
  return word;
}

bool is_capital(const std::string& word) {
  if (word.empty()) return false;
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  // À to Þ, in UTF-8
  return word.size() > 1 && static_cast<unsigned char>(word[0]) == 0xC3 && static_cast<unsigned char>(word[1]) < 0x9F;
}

// In German every noun has a capital: several capitals in a row, or one word that stands alone, are taken for a name;
// "die Regierung", "Ein Sprecher der Polizei" are none. "von" joins two words to one name (Ursula von der Leyen), and
// ends one that has two already (Karl Brandt von der Hafenbehörde).
std::string german_surname_of_part(std::string_view part) {
  std::vector<std::string> run;
  bool bare = true;
  for (const std::string& word : words_of(without_brackets(part))) {
    static const std::set<std::string> small = {"Der",   "Die",   "Das",   "Des", "Dem",  "Den",    "Ein",    "Eine",
                                                "Einer", "Eines", "Einem", "Er",  "Sie",  "Es",     "Man",    "Seine",
                                                "Ihre",  "Diese", "Ich",   "Wir", "Alle", "Einige", "Mehrere"};
    static const std::set<std::string> particles = {"von", "van", "der", "de", "al", "bin", "zu"};
    if (is_capital(word) && small.count(word) == 0) {
      run.push_back(word);
      continue;
    }
    if (run.size() >= 2) break;
    if (!run.empty() && (!bare || particles.count(word) == 0)) return {};
    bare = bare && !run.empty();
  }
  if (run.size() >= 2 || (run.size() == 1 && bare)) return run.back();
  return {};
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == ',' || c == '.' || c == '(' || c == ')') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string surname(std::string_view phrase) {
  static const std::set<std::string> bounds = {"of",   "for",  "in", "at",     "on",   "who",
                                               "from", "with", "to", "during", "whose"};
  static const std::set<std::string> never = {"The", "A",   "An",  "He",  "She",  "It",   "They", "We",
                                              "I",   "His", "Her", "One", "Some", "Many", "Most"};
  std::string last;
  const std::string core = without_brackets(phrase.substr(0, phrase.find(',')));
  for (const std::string& word : words_of(core)) {
    if (bounds.count(word) != 0 && !last.empty()) break;
    if (is_capital(word) && never.count(word) == 0)
      last = word;
    else if (!last.empty() && word[0] >= 'a')
      last.clear();
  }
  if (last != without_possessive(last)) return {};
  return last;
}

std::string german_surname(std::string_view phrase) {
  while (true) {
    const std::size_t comma = phrase.find(',');
    const std::string name = german_surname_of_part(phrase.substr(0, comma));
    if (!name.empty() || comma == std::string_view::npos) return name;
    phrase.remove_prefix(comma + 1);
  }
}

}  // namespace dateline::bench
