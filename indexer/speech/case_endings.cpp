#include "indexer/speech/case_endings.hpp"

#include <algorithm>

namespace dateline::indexer::speech {
namespace {

struct Ending {
  std::string_view declined, base;
};

// Longest first within a language: the first that fits is the likeliest.
constexpr Ending russian[] = {
    {"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"}, {"ском", "ский"}, {"ской", "ская"}, {"скую", "ская"},
    {"овой", "ова"},   {"евой", "ева"},   {"ёвой", "ёва"},  {"иной", "ина"},  {"ову", "ова"},   {"еву", "ева"},
    {"ину", "ина"},    {"ого", "ой"},     {"ого", "ый"},    {"ому", "ой"},    {"овым", "ов"},   {"евым", "ев"},
    {"ёвым", "ёв"},    {"иным", "ин"},    {"ыным", "ын"},   {"ова", "ов"},    {"ева", "ев"},    {"ёва", "ёв"},
    {"ина", "ин"},     {"ына", "ын"},     {"ову", "ов"},    {"еву", "ев"},    {"ину", "ин"},    {"ове", "ов"},
    {"еве", "ев"},     {"ине", "ин"},     {"ией", "ия"},    {"ии", "ия"},     {"ия", "ий"},     {"ию", "ий"},
    {"ием", "ий"},     {"ея", "ей"},      {"ею", "ей"},     {"еем", "ей"},    {"ая", "ай"},     {"аю", "ай"},
    {"аем", "ай"},     {"авла", "авел"},  {"ьва", "ев"},    {"ью", "ь"},      {"ем", "ь"},      {"ом", ""},
    {"ем", ""},        {"ой", "а"},       {"ей", "я"},      {"ы", "а"},       {"и", "а"},       {"и", "я"},
    {"е", "а"},        {"я", "ь"},        {"ю", "ь"},       {"а", ""},        {"у", ""},        {"е", ""}};
constexpr Ending ukrainian[] = {
    {"ського", "ський"}, {"ському", "ський"}, {"ським", "ський"}, {"ської", "ська"}, {"ською", "ська"}, {"ової", "ова"},
    {"евої", "ева"},     {"іної", "іна"},     {"овою", "ова"},    {"овим", "ов"},    {"євим", "єв"},    {"евим", "ев"},
    {"іним", "ін"},      {"ова", "ов"},       {"єва", "єв"},      {"ева", "ев"},     {"іна", "ін"},     {"ія", "ій"},
    {"ія", "ія"},        {"ії", "ія"},        {"ого", "ий"},      {"ому", "ий"},     {"им", "ий"},      {"ка", "ко"},
    {"ку", "ко"},        {"ком", "ко"},       {"ом", ""},         {"ем", "ь"},       {"я", "ь"},        {"и", "а"},
    {"і", "а"},          {"ою", "а"},         {"а", ""},          {"у", ""},         {"а", "о"}};
constexpr Ending polish[] = {{"skiego", "ski"}, {"skiemu", "ski"}, {"skim", "ski"}, {"skiej", "ska"}, {"ską", "ska"},
                             {"ckiego", "cki"}, {"ckiemu", "cki"}, {"ckim", "cki"}, {"iego", "i"},    {"owi", ""},
                             {"owie", ""},      {"iem", ""},       {"em", ""},      {"ego", "y"},     {"wca", "wiec"},
                             {"ńca", "niec"},   {"a", ""},         {"y", "a"},      {"i", "a"},       {"ą", "a"},
                             {"ka", "ek"},      {"ca", "ec"},      {"ra", "er"}};

constexpr Ending czech[] = {{"ského", "ský"}, {"skému", "ský"}, {"ským", "ský"}, {"ské", "ská"}, {"skou", "ská"},
                            {"ové", "ová"},   {"ovou", "ová"},  {"ého", "ý"},    {"ému", "ý"},   {"ým", "ý"},
                            {"é", "á"},       {"ou", "á"},      {"ou", "a"},     {"ka", "ek"},   {"la", "el"},
                            {"ovi", ""},      {"em", ""},       {"y", "a"},      {"a", ""},      {"u", "a"},
                            {"ovi", "a"},     {"e", ""},        {"u", ""}};
constexpr Ending south_slavic[] = {
    {"skog", "ski"}, {"skom", "ski"}, {"skim", "ski"}, {"ske", "ska"}, {"skoj", "ska"}, {"ckog", "cki"}, {"om", ""},
    {"em", ""},      {"a", ""},       {"a", "o"},      {"e", "a"},     {"u", ""},       {"u", "a"},      {"i", "a"},
    {"ског", "ски"}, {"ском", "ски"}, {"ским", "ски"}, {"ске", "ска"}, {"ской", "ска"}, {"цког", "цки"}, {"ом", ""},
    {"ем", ""},      {"а", ""},       {"а", "о"},      {"е", "а"},     {"у", ""},       {"у", "а"},      {"и", "а"}};
// The genitive, with the consonants that it softens.
constexpr Ending finnish[] = {{"sen", "nen"},      {"mäen", "mäki"},    {"joen", "joki"},    {"lahden", "lahti"},
                              {"haudan", "hauta"}, {"rannan", "ranta"}, {"lammen", "lampi"}, {"lehdon", "lehto"},
                              {"kosken", "koski"}, {"niemen", "niemi"}, {"vuoren", "vuori"}, {"lammin", "lammi"},
                              {"järven", "järvi"}, {"saaren", "saari"}, {"in", ""},          {"n", ""},
                              {"en", "i"}};
// The accusative and genitive of men; women's surnames do not change.
constexpr Ending greek[] = {{"ου", "ος"}, {"ο", "ος"}, {"α", "ας"},  {"η", "ης"}, {"ά", "άς"},
                            {"ή", "ής"},  {"ό", "ός"}, {"ού", "ός"}, {"ας", "α"}, {"ης", "η"}};

constexpr Ending bengali[] = {{"ের", ""}, {"র", ""}};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
}

template <std::size_t N>
std::vector<std::string> bases(std::string_view word, const Ending (&endings)[N]) {
  std::vector<std::string> found;
  for (const Ending& ending : endings) {
    if (!ends_with(word, ending.declined)) continue;
    std::string base(word.substr(0, word.size() - ending.declined.size()));
    base += ending.base;
    if (std::find(found.begin(), found.end(), base) == found.end()) found.push_back(std::move(base));
  }
  return found;
}

std::vector<std::string> bases_of_word(std::string_view word, std::string_view language) {
  if (language == "ru") return bases(word, russian);
  if (language == "uk") return bases(word, ukrainian);
  if (language == "pl") return bases(word, polish);
  if (language == "cs") return bases(word, czech);
  if (language == "sh") return bases(word, south_slavic);
  if (language == "fi") return bases(word, finnish);
  if (language == "bn") return bases(word, bengali);
  if (language == "el") return bases(word, greek);
  return {};
}

// Of several nominatives the one that people are called.
std::string given_name_base(std::string_view word, const Lexicon& lexicon, char& gender) {
  const auto choices = bases_of_word(word, lexicon.grammar().code);
  for (const std::string& choice : choices) {
    const Word& known = lexicon.find(choice);
    if (!known.given_name) continue;
    gender = known.gender;
    return choice;
  }
  if (const Word& known = lexicon.find(word); known.given_name) {
    gender = known.gender;
    return std::string(word);
  }
  return choices.empty() ? std::string(word) : choices.front();
}

bool ends_like_a_womans(std::string_view surname) {
  for (const std::string_view ending : {"а", "я", "a", "á"})
    if (surname.size() > ending.size() && surname.substr(surname.size() - ending.size()) == ending) return true;
  return false;
}

// A woman's surname ends in a vowel or stays as it is.
std::string surname_base(std::string_view word, std::string_view language, char gender) {
  const auto choices = bases_of_word(word, language);
  for (const std::string& choice : choices)
    if (gender == '-' || (gender == 'f') == ends_like_a_womans(choice)) return choice;
  return std::string(gender == 'f' || choices.empty() ? word : std::string_view(choices.front()));
}

}  // namespace

std::vector<std::string> base_forms(std::string_view name, std::string_view language) {
  constexpr std::size_t most_forms = 24, most_a_word = 5;
  std::vector<std::string> forms = {""};
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    const std::string_view word = name.substr(0, blank);
    name.remove_prefix(blank == std::string_view::npos ? name.size() : blank + 1);
    std::vector<std::string> choices = bases_of_word(word, language);
    if (choices.size() > most_a_word) choices.resize(most_a_word);
    choices.emplace_back(word);
    std::vector<std::string> longer;
    for (const std::string& choice : choices)
      for (const std::string& form : forms)
        if (longer.size() < most_forms) longer.push_back(form.empty() ? choice : form + " " + choice);
    forms = std::move(longer);
  }
  return forms;
}

std::string likely_base_form(std::string_view name, const Lexicon& lexicon) {
  std::string form;
  char gender = '-';
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    const std::string_view word = name.substr(0, blank);
    name.remove_prefix(blank == std::string_view::npos ? name.size() : blank + 1);
    if (form.empty()) {
      form = given_name_base(word, lexicon, gender);
    } else {
      form += ' ' + surname_base(word, lexicon.grammar().code, gender);
    }
  }
  return form;
}

}  // namespace dateline::indexer::speech
