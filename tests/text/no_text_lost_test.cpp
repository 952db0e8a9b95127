// No letter or digit is lost: each lies inside a token, or is of one of the few kinds named here. DATELINE_TEXTS names
// a file to look through beside the sample corpus.
#include <unicode/uchar.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "tests/support/catch.hpp"
#include "text/analyzer.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace {

using dateline::text::character_class;
using dateline::text::CharacterClass;

constexpr UChar32 kTatweel = 0x640;  // lengthens a letter; standing alone it is a dash

bool is_letter_or_digit(UChar32 c) {
  return c != kTatweel && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) != 0;
}

class LostText {
 public:
  void look_through(std::string_view bytes) {
    const std::string text = dateline::text::repair(bytes).text;
    std::size_t end = 0;
    for (const dateline::text::Token& token : analyzer_.analyze(text, "").tokens) {
      look_at(text, end, token.begin);
      if (token.end - token.begin > 200 && token.exact.size() > 190) ++over_long;
      end = token.end;
    }
    look_at(text, end, text.size());
  }

  std::map<UChar32, std::size_t> characters;  // lost, and how often
  std::size_t possessives = 0, over_long = 0;

 private:
  void look_at(std::string_view text, std::size_t begin, std::size_t end) {
    CharacterClass before = CharacterClass::other;
    for (std::size_t at = begin; at < end;) {
      const auto c = static_cast<UChar32>(dateline::text::next_code_point(text, at));
      const CharacterClass here = character_class(c);
      const bool possessive = before == CharacterClass::apostrophe && (c == 's' || c == 'S') && begin > 0;
      before = here;
      if (!is_letter_or_digit(c) || here == CharacterClass::apostrophe) continue;
      if (possessive)
        ++possessives;
      else
        ++characters[c];
    }
  }

  dateline::text::Analyzer analyzer_;
};

std::string described(const LostText& lost) {
  std::ostringstream list;
  for (const auto& [c, count] : lost.characters) list << "U+" << std::hex << c << std::dec << ": " << count << "; ";
  return list.str();
}

}  // namespace

TEST_CASE("every letter and digit of the sample corpus is in a token") {
  LostText lost;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/sample_corpus")) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    lost.look_through(bytes.str());
  }
  CHECK(described(lost) == "");
  CHECK(lost.over_long == 0);
  CHECK(lost.possessives > 0);
}

TEST_CASE("every letter and digit of a file that is asked for is in a token") {
  const char* name = std::getenv("DATELINE_TEXTS");
  if (!name) return;
  LostText lost;
  std::ifstream file(name);
  for (std::string line; std::getline(file, line);) lost.look_through(line);
  std::cout << "possessives left out: " << lost.possessives << ", words cut: " << lost.over_long << '\n';
  CHECK(described(lost) == "");
}
