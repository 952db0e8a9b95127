// The languages of an archive, by the scripts in which they are written.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/uscript.h>

namespace dateline::searcher {

// The first script that says something about the language of `text`: digits and marks belong to all, which is
// USCRIPT_COMMON.
UScriptCode script_of(std::string_view text);

// Immutable; any thread.
class WrittenLanguages {
 public:
  WrittenLanguages() = default;
  // Most articles first.
  explicit WrittenLanguages(std::vector<std::string> languages);

  const std::vector<std::string>& all() const { return all_; }

  // Those that are written in the script of `word`, most articles first; at most `most`. Without their regions: "en"
  // reads words for "en-GB" too, whose articles have the term of either.
  std::span<const std::string> in_script_of(std::string_view word, std::size_t most) const;

 private:
  std::vector<std::string>& in(UScriptCode script);

  std::vector<std::string> all_;
  std::vector<std::pair<UScriptCode, std::vector<std::string>>> by_script_;  // few
};

}  // namespace dateline::searcher
