// What the rules must know of a language beyond its words: one row a language.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::indexer::speech {

enum class WordOrder : std::uint8_t {
  verb_second,    // subject next to the verb on either side, often after it (German, Russian, Spanish, ...)
  subject_first,  // subject before the verb but for `"...", said X` (English)
  verb_first,     // the subject follows the verb (Arabic)
  verb_last,      // the verb ends the clause (Persian, Turkish, Hindi, Korean, Japanese)
};

// The word of a full name that stands for it later.
enum class ShortName : std::uint8_t {
  last,
  first_or_last,  // family names come first, or people are called by their given names
  any_but_first,  // two family names, of which either may stand alone
};

struct Grammar {
  std::string_view code;
  WordOrder order = WordOrder::verb_second;
  bool drops_subject = false;        // "Ha detto che ...": the verb alone may stand for who spoke before
  bool capitals = true;              // the script has capitals, and names have them
  bool divided = true;               // words are divided by blanks
  bool noun_capitals = false;        // all nouns have capitals
  bool reported_mood = false;        // the verb's mood shows that somebody else's words are given
  bool dash_dialogue = false;        // a paragraph that opens with a dash is speech
  bool case_endings = false;         // names are declined by endings
  bool elision = false;              // l'homme, d'Iran are two words
  bool clitic_subject = false;       // dit-il
  bool single_quotes = false;        // 'single' marks may enclose speech
  bool inner_quote_mark = false;     // " inside a word is no mark (Hebrew)
  bool reversed_guillemets = false;  // »...« is usual
  bool title_follows = false;        // Orbán Viktor miniszterelnök
  bool suffix_apostrophe = false;    // Ankara'da: what follows the apostrophe is no part of the name
  bool opinions_are_speech = true;   // X considers that ...: in its news that is a report
  ShortName short_name = ShortName::last;
  bool comma_ends_dialogue = false;  // – Speech, says X: no second dash
  bool compounds = false;            // fabrikschef: the last part says what it is
};

// "pt-BR" finds "pt"; the row of no language when there is none.
const Grammar& grammar_of(std::string_view language);

}  // namespace dateline::indexer::speech
