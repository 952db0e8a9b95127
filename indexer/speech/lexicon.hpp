// The word lists of one language as its rules ask for them: one look-up a word answers whether it is a cue, a role, a
// pronoun or a small word that bounds a clause.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/speech/by_letter.hpp"
#include "indexer/speech/grammar.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// A set of classes, as bits; the names are those of data/lexicons/function-words.tsv.
enum WordClass : std::uint32_t {
  adverb = 1u << 0,
  auxiliary = 1u << 1,
  preposition = 1u << 2,
  inner_preposition = 1u << 3,
  clause_opener = 1u << 4,
  that_word = 1u << 5,
  article = 1u << 6,
  infinitive = 1u << 7,
  coordinator = 1u << 8,
  never_name = 1u << 9,
  first_person = 1u << 10,
  calendar = 1u << 11,
  abbreviation = 1u << 12,
  name_particle = 1u << 13,
  body_word = 1u << 14,
  state = 1u << 15,
  work_word = 1u << 16,
  hearer = 1u << 17,
  pronoun = 1u << 18,  // a subject pronoun of the third person, or a noun that stands for one
  relative_pronoun = 1u << 19,
  oblique = 1u << 21,             // an article or pronoun that no subject has
  alias_start = 1u << 22,         // begins a row of the alias table, in scripts without capitals
  demonym = 1u << 20,             // stands before a name and is no part of it
  determiner = 1u << 23,          // begins a noun phrase as an article does
  source_preposition = 1u << 25,  // stands before where words come from: hieß es aus dem Rathaus (German)
  subjunctive = 1u << 24,         // a form of the verb that shows reported speech: sei, habe (German)
  as_word = 1u << 26,             // opens "as X said"
  place_word = 1u << 27,          // begins or ends the name of a place: Cape, Harbour
  indefinite = 1u << 28,          // begins a sentence about somebody who was not named: one, a, another
};

enum class CueClass : std::uint8_t {
  say,
  continuing,
  announce,
  claim,
  admit,
  deny,
  warn,
  promise,
  order,
  ask,
  answer,
  criticise,
  praise,
  think,
  write,
  quoted,
  according,
  noun,
};

struct Cue {
  std::string lemma;
  CueClass cue_class = CueClass::say;
  bool before_speaker = false;  // frame p: "according to X"
  bool after_speaker = false;   // frame P: "Xによると"
  bool hearer_first = false;    // frame o: "told X that"
  int strength = 1;             // 3 reports nearly always, 2 with a quotation or that-clause, 1 beside marks only
  char agreement = '-';  // what the form shows of its subject: m, f, n, p (plural) or -; g: a participle, has none
};

enum class RoleKind : std::uint8_t {
  office,
  spokes,
  military,
  religious,
  profession,
  honorific,
  human,
  group,
  org,
  media,
  document,
};

struct Role {
  std::string role;
  RoleKind kind = RoleKind::office;
  char gender = '-';
};

struct Word;

// Several words that are one entry, as the words after the first.
struct Phrase {
  std::vector<const Word*> rest;
  const Cue* cue = nullptr;
  const Role* role = nullptr;
  bool adverbial = false;  // pour sa part
};

struct Word {
  std::uint32_t classes = 0;
  char gender = '-';  // of a pronoun or a given name: m, f, n, p; s: f beside a verb in the singular, else p
  bool given_name = false;
  const Cue* cue = nullptr;
  const Role* role = nullptr;
  std::vector<Phrase> phrases;  // longest first

  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

// A form that is looked for inside running text, where words are not divided.
struct Substring {
  std::string form;
  const Cue* cue = nullptr;
  const Role* role = nullptr;
};

class Lexicon {
 public:
  // The lists of that language ("pt-BR" finds "pt"), loaded at the first call; a language without lists has empty
  // ones. Lives for ever. Any thread.
  static const Lexicon& of(std::string_view language);

  // The word as it stands in text; a word that is in no list gives an empty entry.
  const Word& find(std::string_view raw) const;

  // The role that ends a compound (fabrikschefen); an empty entry when none does.
  const Word& head_of_compound(std::string_view raw) const;

  // Whether this is a country, or a capital that stands for one. One word or several.
  bool is_state(std::string_view name) const;

  const Grammar& grammar() const { return grammar_; }
  bool has_articles() const { return has_articles_; }

  // Cues and roles that are looked for inside running text, longest first; the same by their first and last letters.
  const std::vector<Substring>& cue_substrings() const { return cue_substrings_; }
  const std::vector<Substring>& role_substrings() const { return role_substrings_; }
  const std::vector<const Substring*>& cues_starting(char32_t letter) const { return cues_starting_.at(letter); }
  const std::vector<const Substring*>& cues_ending(char32_t letter) const { return cues_ending_.at(letter); }
  const std::vector<const Substring*>& roles_starting(char32_t letter) const { return roles_starting_.at(letter); }
  const std::vector<const Substring*>& roles_ending(char32_t letter) const { return roles_ending_.at(letter); }
  // The alias table's built-in rows of the language, where names are looked for as substrings.
  text::AliasTable::Rows aliases_starting(char32_t letter) const { return aliases_starting_.at(letter); }

 private:
  explicit Lexicon(std::string_view language);
  Word& word(std::string_view form);
  void fill_table();
  const Word* in_table(std::string_view key, std::uint64_t hash) const {
    for (std::size_t at = hash & (table_.size() - 1); table_[at].entry; at = (at + 1) & (table_.size() - 1))
      if (table_[at].hash == hash && table_[at].entry->first == key) return &table_[at].entry->second;
    return nullptr;
  }
  const Word* compound(std::string_view key) const;
  void add_compound_ends();
  Phrase* phrase(std::string_view form);
  void add_function_words(std::string_view language);
  void add_pronouns(std::string_view language);
  void add_cues(std::string_view language);
  void add_roles(std::string_view language);
  void add_alias_starts(std::string_view language);
  void add_given_names(std::string_view language);

  Grammar grammar_;
  bool has_articles_ = false;
  std::unordered_map<std::string, Word> words_;  // by key(); pointers to entries stay
  struct Slot {
    std::uint64_t hash = 0;
    const std::pair<const std::string, Word>* entry = nullptr;
  };
  std::vector<Slot> table_;  // of words_, for find(): its length is a power of two, a third of it at most is filled
  std::unordered_set<std::string> role_ends_;  // the last bytes of roles, of compounds
  std::unordered_set<std::string> states_;     // by key()
  std::vector<std::unique_ptr<Cue>> cues_;
  std::vector<std::unique_ptr<Role>> roles_;
  // By its last letters: words that may end another, Bundesfamilienministerin, longest first.
  std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, const Word*>>> compound_ends_;
  std::vector<Substring> cue_substrings_, role_substrings_;
  ByLetter<Substring> cues_starting_, cues_ending_, roles_starting_, roles_ending_;
  ByLetter<text::Alias> aliases_starting_;
};

// Whether the first of two roles' lemmas may stand for the holder of the second: diplomat, envoy.
bool is_wider_role(std::string_view wide, std::string_view narrow);

}  // namespace dateline::indexer::speech
