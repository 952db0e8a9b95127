// The subject of a German verb. All nouns have capitals, so a capital tells no name; what tells a subject is the form
// of its article and its place: in front of the verb, or behind it when something else stands in front, or behind the
// conjunction of a clause whose verb comes last.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/speech/reports.hpp"

namespace dateline::indexer::speech {

class GermanSubjects {
 public:
  struct Subject {
    TokenRange phrase;
    bool behind = false;  // the verb
  };

  GermanSubjects(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside)
      : body_(body), paragraph_(paragraph), tokens_(paragraph.tokens), sentence_(sentence), inside_(inside) {}

  // Of the verb at `cue`. `quoted`: the verb is "zitieren", whose passive subject is who spoke.
  std::optional<Subject> of_verb(TokenRange cue, bool quoted) const;

  // The first phrase before `limit` that can be a subject: whose sentence it is.
  std::optional<TokenRange> of_sentence(std::uint32_t limit) const;

  // laut X, nach Angaben X: the phrase that begins at `first`.
  std::optional<TokenRange> under_preposition(std::uint32_t first) const;

  // X zufolge: the phrase that ends before `last`.
  std::optional<TokenRange> before_postposition(std::uint32_t last) const;

  // "...", so X.
  std::optional<TokenRange> behind_so(std::uint32_t so) const;

 private:
  struct Phrase {
    TokenRange tokens;
    bool oblique = false;
    bool animate = false;
  };

  bool usable(std::uint32_t i) const;
  bool is_bound(std::uint32_t i) const;
  bool is_short_quotation(std::uint32_t opening) const;
  std::uint32_t behind_short_quotation(std::uint32_t opening) const;
  std::uint32_t clause_begin(std::uint32_t verb) const;
  std::uint32_t clause_end(std::uint32_t from) const;
  bool is_noun(std::uint32_t i) const;
  bool is_adjective(std::uint32_t i) const;
  bool is_adverbial(std::uint32_t i) const;
  bool is_determiner(std::uint32_t i) const;
  std::uint32_t nouns_end(std::uint32_t first, std::uint32_t limit) const;
  std::optional<Phrase> noun_phrase(std::uint32_t first, std::uint32_t limit, int depth = 0) const;
  std::optional<TokenRange> phrase_that_ends(std::uint32_t first, std::uint32_t last) const;
  bool is_oblique(std::uint32_t first, std::uint32_t noun) const;
  bool is_animate(TokenRange phrase) const;
  TokenRange head_of(TokenRange phrase) const;
  std::uint32_t behind_preposition(std::uint32_t i, std::uint32_t limit) const;
  std::optional<TokenRange> first_nominative(std::uint32_t first, std::uint32_t limit) const;
  std::optional<TokenRange> before_comma(std::uint32_t comma) const;
  std::optional<Subject> in_field(std::uint32_t begin, std::uint32_t verb, std::uint32_t verb_last) const;
  std::optional<Subject> behind_verb(std::uint32_t verb_last) const;
  TokenRange with_name_behind_comma(TokenRange phrase, std::uint32_t limit) const;

  std::string_view body_;
  const Paragraph& paragraph_;
  const std::vector<Token>& tokens_;
  TokenRange sentence_;
  std::uint32_t inside_;
};

}  // namespace dateline::indexer::speech
