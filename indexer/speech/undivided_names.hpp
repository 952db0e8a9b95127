// Who is named in a stretch of Chinese, Japanese or Korean text: by roles, surnames, the characters of foreign names,
// the alias table, and what the article said before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/speech/lexicon.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// Bytes of the body.
struct NameSpan {
  std::uint32_t begin = 0, end = 0;
};

// One a document; asked in the order of its text.
class UndividedNames {
 public:
  UndividedNames(std::string_view body, const text::AliasTable& aliases) : body_(body), aliases_(aliases) {}

  // The speaker whom the text names as a subject. Chinese: text up to the verb; Japanese and Korean: text up to the
  // particle that marks the topic.
  std::optional<NameSpan> subject(const Lexicon& lexicon, std::uint32_t begin, std::uint32_t end);

  // He, she: whoever spoke last.
  void spoke(NameSpan name, std::uint32_t paragraph) { last_ = name, last_paragraph_ = paragraph; }
  void at_paragraph(std::uint32_t paragraph) { paragraph_ = paragraph; }

 private:
  struct Known {
    NameSpan at;
    std::string_view text, short_text;
    std::string_view role;
  };

  std::optional<NameSpan> chinese(const Lexicon& lexicon, std::string_view text, std::uint32_t begin);
  std::optional<NameSpan> japanese(const Lexicon& lexicon, std::string_view text, std::uint32_t begin);
  std::optional<NameSpan> korean(const Lexicon& lexicon, std::string_view text, std::uint32_t begin);
  std::optional<NameSpan> by_table(const Lexicon& lexicon, std::string_view text, std::uint32_t begin);
  std::optional<NameSpan> known_here(std::string_view text) const;
  std::optional<NameSpan> holder_of(std::string_view role) const;
  std::optional<NameSpan> last_speaker() const;
  NameSpan remember(NameSpan at, std::string_view role);

  std::string_view body_;
  const text::AliasTable& aliases_;
  std::vector<Known> known_;
  std::optional<NameSpan> last_;
  std::uint32_t last_paragraph_ = 0, paragraph_ = 0;
};

}  // namespace dateline::indexer::speech
