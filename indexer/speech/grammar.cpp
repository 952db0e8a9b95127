#include "indexer/speech/grammar.hpp"

namespace dateline::indexer::speech {
namespace {

constexpr auto first = WordOrder::subject_first;
constexpr auto second = WordOrder::verb_second;
constexpr auto verb_first = WordOrder::verb_first;
constexpr auto last = WordOrder::verb_last;

constexpr Grammar rows[] = {
    {.code = "en", .order = first, .single_quotes = true, .opinions_are_speech = false},
    {.code = "ru", .order = second, .dash_dialogue = true, .case_endings = true},
    {.code = "uk", .order = second, .drops_subject = true, .dash_dialogue = true, .case_endings = true},
    {.code = "pl", .order = second, .drops_subject = true, .dash_dialogue = true, .case_endings = true},
    {.code = "de",
     .order = second,
     .noun_capitals = true,
     .reported_mood = true,
     .reversed_guillemets = true,
     .opinions_are_speech = false},
    {.code = "fr",
     .order = second,
     .dash_dialogue = true,
     .elision = true,
     .clitic_subject = true,
     .comma_ends_dialogue = true},
    {.code = "es",
     .order = second,
     .drops_subject = true,
     .dash_dialogue = true,
     .short_name = ShortName::any_but_first},
    {.code = "it", .order = second, .drops_subject = true, .dash_dialogue = true, .elision = true},
    {.code = "pt",
     .order = second,
     .drops_subject = true,
     .dash_dialogue = true,
     .short_name = ShortName::any_but_first},
    {.code = "tr", .order = last, .drops_subject = true, .suffix_apostrophe = true},
    {.code = "ar", .order = verb_first, .drops_subject = true, .capitals = false},
    {.code = "fa", .order = last, .drops_subject = true, .capitals = false},
    {.code = "he", .order = second, .drops_subject = true, .capitals = false, .inner_quote_mark = true},
    {.code = "hi", .order = last, .capitals = false},
    {.code = "ko", .order = last, .capitals = false, .divided = false},
    {.code = "zh", .order = first, .capitals = false, .divided = false},
    {.code = "ja", .order = last, .capitals = false, .divided = false},
    {.code = "da",
     .order = second,
     .dash_dialogue = true,
     .reversed_guillemets = true,
     .comma_ends_dialogue = true,
     .compounds = true},
    {.code = "nl", .order = second, .single_quotes = true, .compounds = true},
    {.code = "sv",
     .order = second,
     .dash_dialogue = true,
     .reversed_guillemets = true,
     .comma_ends_dialogue = true,
     .compounds = true},
    {.code = "no", .order = second, .dash_dialogue = true, .comma_ends_dialogue = true, .compounds = true},
    {.code = "fi",
     .order = second,
     .dash_dialogue = true,
     .case_endings = true,
     .reversed_guillemets = true,
     .comma_ends_dialogue = true,
     .compounds = true},
    {.code = "cs", .order = second, .drops_subject = true, .case_endings = true, .reversed_guillemets = true},
    {.code = "sh",
     .order = second,
     .drops_subject = true,
     .dash_dialogue = true,
     .case_endings = true,
     .reversed_guillemets = true},
    {.code = "bg", .order = second, .drops_subject = true, .dash_dialogue = true},
    {.code = "el", .order = second, .drops_subject = true, .dash_dialogue = true, .case_endings = true},
    {.code = "ro", .order = second, .drops_subject = true, .dash_dialogue = true},
    {.code = "hu",
     .order = second,
     .drops_subject = true,
     .dash_dialogue = true,
     .reversed_guillemets = true,
     .title_follows = true,
     .short_name = ShortName::first_or_last},
    {.code = "vi", .order = first, .dash_dialogue = true},
    {.code = "id", .order = second, .short_name = ShortName::first_or_last},
    {.code = "bn",
     .order = last,
     .capitals = false,
     .case_endings = true,
     .single_quotes = true,
     .short_name = ShortName::first_or_last},
    {.code = "ur", .order = last, .capitals = false, .single_quotes = true},
    {.code = "th", .order = first, .capitals = false, .divided = false},
};
constexpr Grammar no_language = {.code = ""};

// Languages whose news share their words: one list serves both.
struct Shared {
  std::string_view code, lists;
};
constexpr Shared shared[] = {{"nb", "no"}, {"nn", "no"}, {"sk", "cs"}, {"sr", "sh"},
                             {"hr", "sh"}, {"bs", "sh"}, {"me", "sh"}, {"ms", "id"}};

}  // namespace

const Grammar& grammar_of(std::string_view language) {
  std::string_view primary = language.substr(0, language.find('-'));
  for (const Shared& row : shared)
    if (row.code == primary) primary = row.lists;
  for (const Grammar& row : rows)
    if (row.code == primary) return row;
  return no_language;
}

}  // namespace dateline::indexer::speech
