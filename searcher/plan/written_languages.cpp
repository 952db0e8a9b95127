#include "searcher/plan/written_languages.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

using Scripts = std::vector<UScriptCode>;

// By the likely subtags of the language's code: "ja" is Jpan, which is Han and Kana.
Scripts scripts_of_language(const std::string& language) {
  constexpr int most = 8;
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode codes[most];
  const int count = uscript_getCode(language.c_str(), codes, most, &status);
  if (U_FAILURE(status)) return {USCRIPT_LATIN};
  Scripts scripts(codes, codes + std::clamp(count, 0, most));
  for (UScriptCode& code : scripts)
    if (code == USCRIPT_SIMPLIFIED_HAN || code == USCRIPT_TRADITIONAL_HAN) code = USCRIPT_HAN;
  if (language.rfind("sr", 0) == 0) scripts.insert(scripts.end(), {USCRIPT_LATIN, USCRIPT_CYRILLIC});
  return scripts;
}

void add_distinct(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

}  // namespace

UScriptCode script_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(text::next_code_point(text, at)), &status);
    if (U_SUCCESS(status) && script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN) return script;
  }
  return USCRIPT_COMMON;
}

// ICU takes a microsecond to tell the scripts of a language, and every form of every word of a query asks.
WrittenLanguages::WrittenLanguages(std::vector<std::string> languages) : all_(std::move(languages)) {
  for (const std::string& language : all_) {
    const std::string without_region = language.substr(0, language.find('-'));
    add_distinct(in(USCRIPT_COMMON), without_region);
    for (const UScriptCode script : scripts_of_language(language)) add_distinct(in(script), without_region);
  }
}

std::vector<std::string>& WrittenLanguages::in(UScriptCode script) {
  for (auto& [known, languages] : by_script_)
    if (known == script) return languages;
  return by_script_.emplace_back(script, std::vector<std::string>()).second;
}

std::span<const std::string> WrittenLanguages::in_script_of(std::string_view word, std::size_t most) const {
  const UScriptCode script = script_of(word);
  for (const auto& [known, languages] : by_script_)
    if (known == script) return std::span(languages).first(std::min(most, languages.size()));
  return {};
}

}  // namespace dateline::searcher
