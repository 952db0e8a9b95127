// Who does it? The noun phrase beside a verb, by the words and marks that bound noun phrases. No parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

// A capitalised word that can be (part of) a name.
bool may_be_name(const Token& token);

// How many words the adverbial phrase that begins at `first` has (pour sa part); 0: none begins there.
std::uint32_t adverbial_words(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t limit);

// Behind such a phrase between commas whose first is at `i`; `i` where there is none.
std::uint32_t behind_aside(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t limit);

class SubjectFinder {
 public:
  SubjectFinder(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside)
      : body_(body),
        paragraph_(paragraph),
        tokens_(paragraph.tokens),
        grammar_(paragraph.lexicon->grammar()),
        sentence_(sentence),
        inside_(inside) {}

  // The phrase that ends before the verb at `verb`, over adverbs, auxiliaries and one apposition.
  std::optional<TokenRange> before(std::uint32_t verb, int depth = 0) const;

  // The phrase that begins behind the verb's last word.
  std::optional<TokenRange> after(std::uint32_t verb_last) const;

  // Where the verb comes last: the phrase before the quotation that ends before the verb.
  std::optional<TokenRange> before_quotation(std::uint32_t verb) const;

  // Where the verb comes last: the phrase that opens the sentence, up to its first comma.
  std::optional<TokenRange> topic(std::uint32_t limit) const;

  // The first name or pronoun of the sentence before `limit`: the subject of what a participle hangs on.
  std::optional<TokenRange> first_of_sentence(std::uint32_t limit) const;
  TokenRange with_name_behind_role(TokenRange run, std::uint32_t limit) const;

  // The pronoun or name that begins the clause of the second of two verbs: "..., he laughed and said".
  std::optional<TokenRange> of_clause(std::uint32_t verb) const;

  // "the announcer", "the ad's narrator": a noun phrase of a few words, whatever they are.
  bool is_determined(TokenRange phrase) const;

  // Whether somebody who can speak is in it: a name, a pronoun, a role, people, a body.
  bool can_speak(TokenRange phrase, bool before_verb) const;

  bool is_pronoun(std::uint32_t i) const { return tokens_[i].is(pronoun | relative_pronoun | first_person); }
  bool is_adverb(const Token& token) const;
  WordOrder order() const { return grammar_.order; }
  // Whether the first name of a sentence is likely its subject: it may be in any case in Russian, and say so by its
  // ending.
  bool first_is_subject() const {
    return grammar_.capitals && !grammar_.case_endings && grammar_.order != WordOrder::verb_last;
  }
  bool order_is_free() const {
    return grammar_.order == WordOrder::verb_second || grammar_.order == WordOrder::verb_first;
  }

  // воздержаться, утриматися: an infinitive that shows by its ending.
  bool is_infinitive_form(const Token& token) const;

 private:
  bool usable(std::uint32_t i) const { return tokens_[i].inside == inside_; }
  bool stops_leftward(std::uint32_t i) const;
  std::optional<TokenRange> before_apposition(std::uint32_t close, int depth) const;
  std::optional<TokenRange> over_apposition(std::optional<TokenRange> found, int depth) const;
  bool is_double_hyphen(std::uint32_t i) const;
  std::optional<TokenRange> before_double_hyphen(std::uint32_t close, int depth) const;
  bool has_role(TokenRange phrase) const;
  bool hangs_on_preposition(std::uint32_t name) const;
  bool may_be_unnamed(TokenRange role) const;
  std::uint32_t role_words(std::uint32_t i, std::uint32_t limit) const;
  TokenRange full_name(std::uint32_t first, std::uint32_t last) const;
  std::optional<TokenRange> opening_name(std::uint32_t first, std::uint32_t limit) const;
  TokenRange name_ending(std::uint32_t last) const;
  TokenRange behind_place(std::uint32_t first, std::uint32_t last, std::uint32_t end) const;
  TokenRange named_behind_role(TokenRange role) const;
  std::uint32_t before_adverbial(std::uint32_t end) const;
  std::uint32_t before_time(std::uint32_t end) const;
  TokenRange trim(std::uint32_t first, std::uint32_t last) const;
  std::optional<TokenRange> after_freely(std::uint32_t verb_last) const;
  TokenRange extend_freely(std::uint32_t first, std::uint32_t end) const;
  bool is_head(const Token& token) const;

  std::string_view body_;
  const Paragraph& paragraph_;
  const std::vector<Token>& tokens_;
  const Grammar& grammar_;
  TokenRange sentence_;
  std::uint32_t inside_;
};

}  // namespace dateline::indexer::speech
