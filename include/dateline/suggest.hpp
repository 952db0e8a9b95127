// Completions of what somebody is typing into a search field. Plain values; UTF-8.
//
//   for (const auto& s : archive.suggest({.text = "restraint pes"})) offer(s.text, s.query);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

// What is completed.
enum class SuggestionKind : std::uint8_t { word, speaker, source };

// What was typed, and what to offer.
struct SuggestRequest {
  std::string text = {};   // as typed so far; its last word is completed, whatever its script, case, accents and width
  std::size_t limit = 10;  // suggestions at most
  std::vector<SuggestionKind> kinds = {};  // which to offer; empty: all
};

// One way to go on typing.
struct Suggestion {
  std::string text;  // for people: the text with its last word completed, or the name of a speaker or source
  SuggestionKind kind = SuggestionKind::word;  // what `text` is
  std::size_t articles = 0;  // that have the completed word, quote the speaker, were printed by the source
  std::string id;            // of a speaker; else empty
  std::string query;         // what to search for: what was typed before, and this
};

}  // namespace dateline
