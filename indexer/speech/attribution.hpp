// Which report a quotation belongs to, and what is reported without marks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "indexer/speech/reports.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {

// A body taken apart.
struct Reading {
  std::string_view body;
  const text::AliasTable* aliases = nullptr;
  std::vector<Paragraph> paragraphs;
  std::vector<std::vector<Report>> reports;  // of each paragraph, in the order of their cues
};

// Where a speaker is named.
struct Place {
  std::uint32_t paragraph = 0;
  TokenRange tokens;
};

struct Attribution {
  std::uint32_t begin = 0, end = 0;  // bytes of the body
  bool direct = true;
  std::uint32_t paragraph = 0;
  std::optional<Place> speaker;  // where the text names who speaks; empty: nowhere
  std::optional<Place> cue;
  const Cue* entry = nullptr;  // the cue's entry
  // Where words are not divided, tokens cannot say where these are: bytes of the body; empty elsewhere.
  std::uint32_t name_begin = 0, name_end = 0, cue_begin = 0, cue_end = 0;
  std::string_view rule;  // what tied the two, in words
  Confidence confidence = Confidence::low;
};

// In order of their beginning.
std::vector<Attribution> attribute(const Reading& reading);

}  // namespace dateline::indexer::speech
