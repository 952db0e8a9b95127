// What a noun phrase names: a person, a body, or nobody in particular.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/speech/attribution.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::indexer::speech {

enum class MentionKind : std::uint8_t {
  nobody,  // nothing that could speak
  name,    // a person or body by name
  pronoun,
  role_phrase,  // "the minister": somebody, by what they are
  group,        // officials, sources: never a speaker
  media,        // who relays
  document,     // a report, a statement
  place,        // a country or the capital that stands for it
};

struct Mention {
  MentionKind kind = MentionKind::nobody;
  std::uint32_t begin = 0, end = 0;  // bytes of the body: of the name without titles, else of the phrase
  std::string name;                  // as written, without titles and possessive endings
  std::uint32_t name_words = 0;
  bool body = false;                       // a body rather than a person, as far as the words tell
  bool titled = false;                     // a title or role stands before the name
  ShortName short_name = ShortName::last;  // of its language
  char gender = '-';                       // m, f, n, p (plural), -
  std::string role;                        // the role's lemma, when there is one
  bool of_person = false;                  // the role is a person's
};

class MentionReader {
 public:
  MentionReader(std::string_view body, const text::AliasTable& aliases) : body_(body), aliases_(aliases) {}

  Mention read(const Paragraph& paragraph, TokenRange phrase) const;

 private:
  std::string_view body_;
  const text::AliasTable& aliases_;
};

}  // namespace dateline::indexer::speech
