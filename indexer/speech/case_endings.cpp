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
                             {"owie", ""},      {"iem", ""},       {"em", ""},      {"ego", "y"},     {"a", ""},
                             {"y", "a"},        {"i", "a"},        {"ą", "a"},      {"ka", "ek"},     {"ra", "er"}};

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
  return {};
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

std::string likely_base_form(std::string_view name, std::string_view language) {
  std::string form;
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    const std::string_view word = name.substr(0, blank);
    name.remove_prefix(blank == std::string_view::npos ? name.size() : blank + 1);
    const auto choices = bases_of_word(word, language);
    if (!form.empty()) form += ' ';
    form += choices.empty() ? std::string(word) : choices.front();
  }
  return form;
}

}  // namespace dateline::indexer::speech
