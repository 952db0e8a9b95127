#include "tests/oracle/corpus.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "text/utf8.hpp"

namespace dateline::oracle {
namespace {

// The scripts of every language that the articles under test are in.
struct Written {
  std::string_view language;
  std::vector<UScriptCode> scripts;
};

const std::vector<Written>& scripts() {
  static const std::vector<Written> rows = {
      {"ar", {USCRIPT_ARABIC}},
      {"de", {USCRIPT_LATIN}},
      {"en", {USCRIPT_LATIN}},
      {"es", {USCRIPT_LATIN}},
      {"fa", {USCRIPT_ARABIC}},
      {"fr", {USCRIPT_LATIN}},
      {"he", {USCRIPT_HEBREW}},
      {"hi", {USCRIPT_DEVANAGARI}},
      {"it", {USCRIPT_LATIN}},
      {"ja", {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA}},
      {"ko", {USCRIPT_HANGUL, USCRIPT_HAN}},
      {"pl", {USCRIPT_LATIN}},
      {"pt", {USCRIPT_LATIN}},
      {"ru", {USCRIPT_CYRILLIC}},
      {"th", {USCRIPT_THAI}},
      {"tr", {USCRIPT_LATIN}},
      {"uk", {USCRIPT_CYRILLIC}},
      {"zh", {USCRIPT_HAN}},
  };
  return rows;
}

UScriptCode script_of(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(text::next_code_point(word, at)), &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN) return script;
  }
  return USCRIPT_COMMON;
}

}  // namespace

std::vector<std::string> languages_of_script(std::string_view word, const std::vector<std::string>& languages) {
  const UScriptCode script = script_of(word);
  std::vector<std::string> found;
  for (const std::string& tag : languages) {
    const std::string language = tag.substr(0, tag.find('-'));  // regions read words alike
    if (std::find(found.begin(), found.end(), language) != found.end()) continue;
    const auto row = std::find_if(scripts().begin(), scripts().end(),
                                  [&](const Written& written) { return written.language == language; });
    if (row == scripts().end()) throw std::logic_error("which script has " + language + "?");
    const bool fits = std::find(row->scripts.begin(), row->scripts.end(), script) != row->scripts.end();
    if (fits || script == USCRIPT_COMMON) found.push_back(language);
  }
  // A word is read in eight languages of its script at most; the archives under test have no more.
  if (script != USCRIPT_COMMON && found.size() > 8) throw std::logic_error("too many languages of one script");
  return found;
}

std::set<std::string> name_words(std::string_view name) {
  std::set<std::string> words;
  std::istringstream parts(text::name_id(name));
  for (std::string word; std::getline(parts, word, '-');)
    if (!word.empty()) words.insert(word);
  return words;
}

Corpus read_corpus(const Archive& archive, std::string_view aliases, std::string_view sources) {
  Corpus corpus{{}, {}, {}, text::AliasTable::with_user_rows(aliases), text::SourceTable::with_user_rows(sources)};
  text::Analyzer analyzer;
  std::map<std::string, int> counts;
  archive.for_each([&](const Article& article) {
    read_article(article, analyzer, corpus.articles.emplace_back());
    if (article.language) ++counts[*article.language];
    for (const Word& word : corpus.articles.back().words)
      if (!word.stem.empty()) corpus.forms[word.stem].insert(word.exact);
    return true;
  });
  for (const auto& [language, count] : counts) corpus.languages.push_back(language);
  std::stable_sort(corpus.languages.begin(), corpus.languages.end(),
                   [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  return corpus;
}

}  // namespace dateline::oracle
