#include "indexer/speech/nested.hpp"

#include <algorithm>

#include "indexer/speech/indirect.hpp"

namespace dateline::indexer::speech {
namespace {

// The sentences of a quotation: cut at full stops, the last one without the comma that ends a quotation.
std::vector<TokenRange> sentences_inside(const Paragraph& paragraph, std::uint32_t first, std::uint32_t last) {
  std::vector<TokenRange> sentences;
  std::uint32_t begin = first;
  for (std::uint32_t i = first; i < last; ++i) {
    const char32_t mark = paragraph.tokens[i].mark;
    if (mark != '.' && mark != '!' && mark != '?') continue;
    if (i > begin) sentences.push_back({begin, i});
    begin = i + 1;
  }
  if (begin < last) sentences.push_back({begin, last});
  return sentences;
}

}  // namespace

std::vector<NestedReport> NestedSpeech::inside(const Attribution& quotation) {
  std::vector<NestedReport> found;
  const Paragraph& paragraph = reading_.paragraphs[quotation.paragraph];
  const auto at = [&](std::uint32_t byte) {
    const auto token = std::lower_bound(paragraph.tokens.begin(), paragraph.tokens.end(), byte,
                                        [](const Token& t, std::uint32_t b) { return t.begin < b; });
    return static_cast<std::uint32_t>(token - paragraph.tokens.begin());
  };
  const std::uint32_t first = at(quotation.begin), last = at(quotation.end);
  if (first >= last) return found;
  std::vector<Report> reports;
  for (const TokenRange sentence : sentences_inside(paragraph, first, last))
    find_reports(reading_.body, paragraph, sentence, paragraph.tokens[first].inside, reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto clause = reported_clause(reading_.body, paragraph, reports, i);
    if (!clause) continue;
    const auto speaker = speaker_of(quotation.paragraph, reports[i]);
    if (!speaker) continue;
    NestedReport nested;
    nested.attribution.begin = paragraph.tokens[clause->first].begin;
    nested.attribution.end = paragraph.tokens[clause->last - 1].end;
    nested.attribution.direct = false;
    nested.attribution.paragraph = quotation.paragraph;
    nested.attribution.cue = Place{quotation.paragraph, reports[i].cue};
    nested.attribution.entry = reports[i].entry;
    nested.attribution.rule = "reported inside a quotation";
    nested.attribution.confidence = Confidence::low;
    nested.speaker = *speaker;
    found.push_back(std::move(nested));
  }
  return found;
}

std::optional<std::size_t> NestedSpeech::speaker_of(std::uint32_t p, const Report& report) {
  const Token& first = reading_.paragraphs[p].tokens[report.speaker.first];
  if (first.is(pronoun)) {
    const bool fits = last_ && last_paragraph_ == p && first.word->gender != 'p' && first.word->gender != 'n';
    if (!fits) return std::nullopt;
    const char gender = resolver_.cast()[*last_].gender;
    if (gender != '-' && first.word->gender != '-' && gender != first.word->gender) return std::nullopt;
    return last_;
  }
  if (report.rule == Rule::shared_subject || report.rule == Rule::left_out) return std::nullopt;
  const Resolved resolved = resolver_.resolve({p, report.speaker}, report.entry);
  if (!resolved.member || resolver_.cast()[*resolved.member].kind != SpeakerKind::person) return std::nullopt;
  last_ = resolved.member;
  last_paragraph_ = p;
  return resolved.member;
}

}  // namespace dateline::indexer::speech
