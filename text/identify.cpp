#include "text/identify.hpp"

#include <cstdio>  // CLD2's header needs it and does not include it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <map>
#include <optional>

#include "text/script_evidence.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr int kBestEffort = 0x4000;            // CLD2 answers short texts too; its header does not name the flag
constexpr std::uint32_t kFewLetters = 20;      // below that n-grams are a guess
constexpr std::uint32_t kOwnParagraph = 40;    // letters from which a paragraph may have a language of its own
constexpr std::uint32_t kLongParagraph = 300;  // letters from which near relatives are told apart
constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // more changes no verdict

struct Verdict {
  Identified identified;
  ScriptEvidence scripts;
  bool only_one = false;  // nothing else in it, to the percent
};

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// The two standards of Malay differ in words more than in letters.
std::string_view indonesian_or_malay(std::string_view text, std::string_view guess) {
  std::size_t indonesian = 0, malay = 0;
  for (const std::string_view word : {"karena ", "bahwa ", "uang ", "bisa ", "mengatakan "})
    indonesian += occurrences(text, word);
  for (const std::string_view word : {"kerana ", "bahawa ", "wang ", "boleh ", "beliau ", "berkata "})
    malay += occurrences(text, word);
  if (indonesian == malay) return guess;
  return indonesian > malay ? "id" : "ms";
}

std::string code_of(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "nb" || code == "nn") return "no";
  if (code == "fil") return "tl";
  if (code == "jw") return "jv";
  return std::string(code);
}

struct Ngrams {
  CLD2::Language best = CLD2::UNKNOWN_LANGUAGE;
  bool reliable = false;
  CLD2::Language first = CLD2::UNKNOWN_LANGUAGE;  // of the three that it sees
  int percent = 0;                                // of the text, in that language
  double score = 0;                               // of that part, a kilobyte
};

Ngrams read_ngrams(std::string_view text) {
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {};
  double scores[3] = {};
  int text_bytes = 0, valid_bytes = 0;
  Ngrams found;
  found.best = CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                                       kBestEffort, languages, percents, scores, nullptr, &text_bytes,
                                                       &found.reliable, &valid_bytes);
  found.first = languages[0];
  found.percent = percents[0];
  found.score = scores[0];
  return found;
}

Verdict by_ngrams(std::string_view text) {
  const Ngrams found = read_ngrams(text);
  Verdict verdict;
  if (found.best == CLD2::UNKNOWN_LANGUAGE) return verdict;
  verdict.identified = {code_of(found.best), found.reliable};
  verdict.only_one = found.reliable && found.first == found.best && found.percent >= 99;
  return verdict;
}

// A script that one language has answers at once; letters that a language has or lacks answer where they decide.
// `scripts`: of the text, or of the longer one that it was taken from.
Verdict judge(std::string_view text, const ScriptEvidence& scripts) {
  Verdict verdict;
  if (scripts.letters == 0) return verdict;
  if (const std::string_view language = language_by_letters(scripts); language == "zh") {
    const Verdict ngrams = by_ngrams(text);
    const bool traditional = ngrams.identified.language == "zh-Hant" && ngrams.identified.reliable;
    verdict.identified = {traditional ? "zh-Hant" : "zh", true};
  } else if (!language.empty()) {
    verdict.identified = {std::string(language), true};
  } else {
    verdict = by_ngrams(text);
    if (verdict.identified.language == "id" || verdict.identified.language == "ms")
      verdict.identified.language = indonesian_or_malay(text, verdict.identified.language);
    if (scripts.letters < kFewLetters) verdict.identified.reliable = false;
  }
  verdict.scripts = scripts;
  return verdict;
}

// Different languages that n-grams confuse in a paragraph.
bool are_relatives(std::string_view a, std::string_view b) {
  if (a == b) return false;
  static constexpr std::string_view kGroups[] = {" hr sr bs sl ", " no da sv ",    " cs sk ",
                                                 " id ms ",       " es gl ca pt ", " hi mr ne ",
                                                 " mk bg ",       " zh zh-Hant ",  " ru be uk bg "};
  const std::string first = " " + std::string(a) + " ", second = " " + std::string(b) + " ";
  return std::any_of(std::begin(kGroups), std::end(kGroups), [&](std::string_view group) {
    return group.find(first) != std::string_view::npos && group.find(second) != std::string_view::npos;
  });
}

// N-grams are what costs, and enough of each paragraph shows whether all of them are in one language.
std::string beginnings(const std::vector<std::string_view>& paragraphs) {
  constexpr std::size_t enough = 1000, least = 100;  // bytes of a text, of a paragraph
  const std::size_t each = std::max(least, enough / std::max<std::size_t>(paragraphs.size(), 1));
  std::string text;
  for (const std::string_view paragraph : paragraphs) (text += beginning(paragraph, each)) += '\n';
  return text;
}

// The paragraph's language where that is certain; nothing when it is for the document to say.
std::optional<std::string> own_language(std::string_view paragraph, const ScriptEvidence& scripts,
                                        const Verdict& document, std::string_view language) {
  const bool own_script = main_script(scripts) != main_script(document.scripts);
  const bool uniform = document.only_one && document.identified.language == language;
  if (scripts.letters == 0 || (!own_script && (uniform || scripts.letters < kOwnParagraph))) return std::nullopt;
  const Identified own = judge(beginning(paragraph, kMostBytes), scripts).identified;
  if (!own.reliable) return std::nullopt;
  if (scripts.letters < kLongParagraph && are_relatives(own.language, language)) return std::nullopt;
  return own.language;
}

// The language of most letters; an undecided paragraph counts for what the whole text looked like.
std::string language_of_most(const std::vector<std::optional<std::string>>& own,
                             const std::vector<std::uint32_t>& letters, const std::string& whole) {
  std::map<std::string, std::uint64_t> counts;
  for (std::size_t i = 0; i < own.size(); ++i) counts[own[i].value_or(whole)] += letters[i];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() || most->second == 0 ? whole : most->first;
}

void share_out(DocumentLanguages& result, const std::vector<std::uint32_t>& letters) {
  double all = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string& language = result.paragraphs[i];
    if (language.empty() || letters[i] == 0) continue;
    const auto known = std::find_if(result.shares.begin(), result.shares.end(),
                                    [&](const auto& share) { return share.first == language; });
    if (known == result.shares.end())
      result.shares.emplace_back(language, letters[i]);
    else
      known->second += letters[i];
    all += letters[i];
  }
  for (auto& share : result.shares) share.second /= all;
  std::stable_sort(result.shares.begin(), result.shares.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
}

}  // namespace

Likeness likeness(std::string_view text) {
  const Ngrams found = read_ngrams(beginning(text, kMostBytes));
  if (found.first == CLD2::UNKNOWN_LANGUAGE) return {};
  return {code_of(found.first), found.reliable, found.score * found.percent / 100};
}

Identified identify(std::string_view text) {
  const std::string_view first = beginning(text, kMostBytes);
  return judge(first, read_scripts(first)).identified;
}

DocumentLanguages identify_paragraphs(const std::vector<std::string_view>& paragraphs, std::string_view given) {
  std::vector<ScriptEvidence> scripts;
  std::vector<std::uint32_t> letters;
  ScriptEvidence all;
  for (const std::string_view paragraph : paragraphs) {
    all += scripts.emplace_back(read_scripts(beginning(paragraph, kMostBytes)));
    letters.push_back(scripts.back().letters);
  }
  const Verdict document = judge(beginnings(paragraphs), all);
  const std::string whole = given.empty() ? document.identified.language : std::string(given);
  std::vector<std::optional<std::string>> own;
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    own.push_back(own_language(paragraphs[i], scripts[i], document, whole));
  DocumentLanguages result;
  result.language = given.empty() ? language_of_most(own, letters, whole) : whole;
  for (const auto& language : own) result.paragraphs.push_back(language.value_or(result.language));
  share_out(result, letters);
  return result;
}

}  // namespace dateline::text
