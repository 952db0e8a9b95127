// Reports: somebody says something. A cue and the noun phrase that is its subject, found in one sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/speech/paragraph.hpp"

namespace dateline::indexer::speech {

// [first, last) of Paragraph::tokens.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// The clause rule that found a subject.
enum class Rule : std::uint8_t {
  before_cue,         // Peskov said
  after_cue,          // said Peskov
  according_to,       // according to Peskov
  shared_subject,     // Peskov said ... and added; ..., adding
  named_before_mark,  // Peskov: "..."
  named_behind_dash,  // "..." — Ada Finch
  before_colon,       // Peskov scolded him: "..."
  left_out,           // "...", ha detto.: the speaker range is empty, at the verb
};

struct Report {
  TokenRange cue;
  const Cue* entry = nullptr;
  TokenRange speaker;
  Rule rule = Rule::before_cue;
  TokenRange sentence;
  bool quotation_follows = false;  // directly, or behind a colon
  bool quotation_precedes = false;
  bool beside_quotation = false;  // somewhere in its sentence
};

// Verbs that need no more than "that" behind them: estimates that, revealed that. What is thought or asked does.
bool is_told_by_that(CueClass cue_class);

// The cues of a sentence, outside quotations, by place. `inside`: only tokens of that quotation (nowhere: none).
struct FoundCue {
  TokenRange at;
  const Cue* entry = nullptr;
  std::uint32_t behind = 0;  // where what it says may begin: behind its other half, when that stands apart
};
std::vector<FoundCue> find_cues(const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside);

// Appends the reports of one sentence.
void find_reports(std::string_view body, const Paragraph& paragraph, TokenRange sentence, std::uint32_t inside,
                  std::vector<Report>& reports);

}  // namespace dateline::indexer::speech
