// The segmenter against ICU's word boundaries: between any two characters both divide or neither does, except where
// the segmenter means to differ. Each such difference has a name here.
#include "text/segmenter.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/utf8.hpp"

namespace {

using dateline::text::character_class;
using dateline::text::CharacterClass;

constexpr const char* kWordBreakTest = "/usr/share/unicode/auxiliary/WordBreakTest.txt";  // of Debian's unicode-data

// Why the two may differ at a boundary next to this character; empty: they may not.
std::string_view meant_difference(UChar32 c) {
  const CharacterClass ours = character_class(c);
  const bool in_dictionary = u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  if (dateline::text::is_undivided(ours) || in_dictionary)
    return "undivided scripts are single characters, and ICU asks a dictionary";
  if (ours == CharacterClass::hangul)
    return "Korean words end at blanks, and ICU asks a dictionary beside other letters";
  if (c == '@') return "addresses divide at the @";
  if (ours == CharacterClass::apostrophe) return "apostrophes divide, but in Cyrillic and Hebrew words";
  if (ours == CharacterClass::gershayim) return "double quotes are part of Hebrew words, by whatever sign";
  if (ours == CharacterClass::dot || ours == CharacterClass::comma)
    return "dots and commas join digits and acronyms only";
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) return "pictures are in no word, joined to it or not";
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_EXTENDNUMLET:
      return "underscores and narrow blanks divide";
    case U_WB_MIDLETTER:
    case U_WB_MIDNUMLET:
      return "colons and middle dots divide";
    case U_WB_MIDNUM:
      return "semicolons and slashes in numbers divide";
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return ours == CharacterClass::extend ? "" : "skin tones of emoji are no marks on letters";
    default:
      return {};
  }
}

// At each byte that begins a character: whether it is in one word with the character before.
std::vector<bool> joined_by_us(const std::string& text) {
  std::vector<bool> joined(text.size() + 1);
  dateline::text::Segmenter segmenter(text);
  for (dateline::text::Segment segment; segmenter.next(segment);)
    for (std::size_t at = segment.begin + 1; at < segment.end; ++at) joined[at] = true;
  return joined;
}

// ICU's own word for it, the rule status, is not enough: it is wrong where a word ends before a dictionary's.
bool has_letter_or_digit(const icu::UnicodeString& units, std::int32_t begin, std::int32_t end) {
  for (; begin < end; begin = units.moveIndex32(begin, 1))
    if (u_isUAlphabetic(units.char32At(begin)) || u_isdigit(units.char32At(begin))) return true;
  return false;
}

std::vector<bool> joined_by_icu(const std::string& text) {
  static const std::unique_ptr<icu::BreakIterator> words = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }();
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  words->setText(units);
  std::vector<std::size_t> byte(static_cast<std::size_t>(units.length()) + 1, text.size());
  std::size_t at = 0;
  for (std::int32_t unit = 0; unit < units.length(); unit = units.moveIndex32(unit, 1)) {
    byte[static_cast<std::size_t>(unit)] = at;
    dateline::text::next_code_point(text, at);
  }
  std::vector<bool> joined(text.size() + 1);
  std::int32_t begin = words->first();
  for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
    if (words->getRuleStatus() < UBRK_WORD_NONE_LIMIT && !has_letter_or_digit(units, begin, end)) continue;
    for (std::size_t i = byte[static_cast<std::size_t>(begin)] + 1; i < byte[static_cast<std::size_t>(end)]; ++i)
      joined[i] = true;
  }
  return joined;
}

std::map<std::string_view, std::size_t> seen;  // differences that were met

void check_boundaries(const std::string& text, const std::vector<bool>& expected) {
  const std::vector<bool> ours = joined_by_us(text);
  UChar32 base = ' ';  // the last character that is no mark
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto c = static_cast<UChar32>(dateline::text::next_code_point(text, at));
    if (ours[begin] != expected[begin]) {
      std::string_view reason = meant_difference(base);
      if (reason.empty()) reason = meant_difference(c);
      if (character_class(base) == CharacterClass::other && character_class(c) == CharacterClass::extend)
        reason = "marks on what is no letter are in no word";
      INFO("at byte " << begin << " of: " << text.substr(begin > 60 ? begin - 60 : 0, 120) << "\nus " << ours[begin]
                      << " expected " << expected[begin] << " U+" << std::hex << base << " U+" << c);
      REQUIRE_FALSE(reason.empty());
      ++seen[reason];
    }
    if (character_class(c) != CharacterClass::extend) base = c;
  }
}

void check_boundaries(const std::string& text) { check_boundaries(text, joined_by_icu(text)); }

// A line of WordBreakTest.txt: "÷ 0041 × 0308 ÷ 0020 ÷ # why".
void check_line(std::istringstream line) {
  std::string text;
  std::vector<bool> joined(1);
  std::size_t begin = 0;  // of the segment
  bool is_word = false;
  const auto end_segment = [&] {
    if (!is_word) std::fill(joined.begin() + static_cast<std::ptrdiff_t>(begin), joined.end(), false);
    begin = text.size();
    is_word = false;
  };
  for (std::string mark, digits; line >> mark && mark != "#" && line >> digits && digits != "#";) {
    if (mark == "÷") end_segment();
    const auto c = static_cast<UChar32>(std::stoul(digits, nullptr, 16));
    joined[text.size()] = mark == "×";
    dateline::text::append(text, static_cast<char32_t>(c));
    joined.resize(text.size() + 1, true);
    is_word = is_word || u_isUAlphabetic(c) || u_isdigit(c);
  }
  end_segment();
  joined.back() = false;
  check_boundaries(text, joined);
}

std::string content(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return dateline::text::repair(bytes.str()).text;
}

}  // namespace

TEST_CASE("words are ICU's words, but for the differences that are meant") {
  for (const char* text :
       {"The ferry's crew can't sail, U.S. ports said; 3.5 million_tons by 10:30", "Ёлка на об'єкте т.д. п’ять",
        "צה\"ל ג'ורג' בן־גוריון", "می‌خواهد کتاب‌ها ٣٫٥", "हिन्दी में २०२४।", "東京タワー 2024年",
        "대통령은 KBS가", "ภาษาไทย 2567", "l·l EU:n 1 200,50",
        "co\xC2\xADop e\xCC\x81t\xC3\xA9 👍🏽 🇫🇮 𝐇ello", "ԵՎ ქართული አማርኛ ئۇيغۇر"})
    check_boundaries(text);
  CHECK(seen.size() >= 5);
}

TEST_CASE("random mixtures of characters are divided as ICU divides them") {
  static constexpr UChar32 kRanges[][2] = {{0x20, 0x7E},     {0xA0, 0x24F},    {0x2B0, 0x36F},   {0x370, 0x52F},
                                           {0x530, 0x6FF},   {0x900, 0xDFF},   {0xE00, 0xEFF},   {0x10A0, 0x11FF},
                                           {0x1780, 0x17FF}, {0x2010, 0x206F}, {0x3040, 0x30FF}, {0x4E00, 0x4EFF},
                                           {0xAC00, 0xACFF}, {0xFE70, 0xFEFC}, {0xFF01, 0xFFDC}, {0x1F300, 0x1F5FF}};
  std::mt19937 random(20241108);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const auto& main = kRanges[random() % std::size(kRanges)];
    for (int length = static_cast<int>(random() % 30); length > 0; --length) {
      const auto& range = random() % 3 ? main : kRanges[random() % std::size(kRanges)];
      const auto c = range[0] + static_cast<UChar32>(random() % static_cast<unsigned>(range[1] - range[0] + 1));
      if (u_isdefined(c)) dateline::text::append(text, static_cast<char32_t>(c));
    }
    check_boundaries(text);
  }
}

TEST_CASE("the sample corpus is divided as ICU divides it") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/sample_corpus"))
    if (entry.is_regular_file()) check_boundaries(content(entry.path()));
}

// Unicode's own test.
TEST_CASE("Unicode's test of word boundaries holds, but for the differences that are meant") {
  std::ifstream file(kWordBreakTest);
  if (!file) {
    WARN("skipped: there is no " << kWordBreakTest);
    return;
  }
  int lines = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    check_line(std::istringstream(line));
    ++lines;
  }
  CHECK(lines > 1000);
}
