#include "indexer/speech/speech.hpp"

#include <algorithm>
#include <optional>

#include "indexer/speech/nested.hpp"
#include "indexer/speech/reading.hpp"
#include "indexer/speech/resolution.hpp"

namespace dateline::indexer {
namespace {

class Assembler {
 public:
  Assembler(const speech::Reading& reading, std::string_view title, const text::AliasTable& aliases)
      : reading_(reading), resolver_(reading, title, aliases), nested_(reading, resolver_) {}

  Speech assemble(const std::vector<speech::Attribution>& attributions) {
    for (const speech::Attribution& attribution : attributions) add(attribution);
    std::stable_sort(speech_.quotes.begin(), speech_.quotes.end(),
                     [](const schema::StoredQuote& a, const schema::StoredQuote& b) { return a.begin < b.begin; });
    for (std::size_t i = 0; i < speech_.speakers.size(); ++i) describe(speech_.speakers[i], members_[i]);
    return std::move(speech_);
  }

 private:
  void add(const speech::Attribution& attribution) {
    speech::Resolved resolved;
    if (attribution.speaker) {
      resolved = resolver_.resolve(*attribution.speaker, attribution.entry);
    } else if (attribution.name_end > attribution.name_begin) {
      resolved = resolver_.resolve_name(attribution);
    } else {
      resolved.reason = "no cue";
    }
    if (!attribution.direct && resolved.drop) return;
    schema::StoredQuote quote;
    quote.begin = attribution.begin;
    quote.end = attribution.end;
    quote.direct = attribution.direct;
    quote.verb = cue_text(attribution);
    quote.confidence = resolved.member ? attribution.confidence : Confidence::low;
    quote.evidence = std::string(attribution.rule);
    if (!resolved.reason.empty()) quote.evidence += (quote.evidence.empty() ? "" : "; ") + resolved.reason;
    if (resolved.member) quote.speaker = speaker_index(*resolved.member);
    speech_.quotes.push_back(std::move(quote));
    if (attribution.direct && resolved.member && resolver_.cast()[*resolved.member].kind == SpeakerKind::body)
      for (const speech::NestedReport& report : nested_.inside(attribution)) add_nested(report);
  }

  void add_nested(const speech::NestedReport& report) {
    schema::StoredQuote quote;
    quote.begin = report.attribution.begin;
    quote.end = report.attribution.end;
    quote.direct = false;
    quote.verb = cue_text(report.attribution);
    quote.confidence = report.attribution.confidence;
    quote.evidence = std::string(report.attribution.rule);
    quote.speaker = speaker_index(report.speaker);
    speech_.quotes.push_back(std::move(quote));
  }

  std::string cue_text(const speech::Attribution& attribution) const {
    if (!attribution.cue)
      return std::string(reading_.body.substr(attribution.cue_begin, attribution.cue_end - attribution.cue_begin));
    const auto& tokens = reading_.paragraphs[attribution.cue->paragraph].tokens;
    const std::uint32_t begin = tokens[attribution.cue->tokens.first].begin;
    return std::string(reading_.body.substr(begin, tokens[attribution.cue->tokens.last - 1].end - begin));
  }

  std::uint32_t speaker_index(std::size_t member) {
    const auto found = std::find(members_.begin(), members_.end(), member);
    if (found != members_.end()) return static_cast<std::uint32_t>(found - members_.begin());
    members_.push_back(member);
    speech_.speakers.emplace_back();
    return static_cast<std::uint32_t>(members_.size() - 1);
  }

  void describe(schema::StoredSpeaker& speaker, std::size_t member) {
    const speech::Member& known = resolver_.cast()[member];
    speaker.name = known.name;
    speaker.id = text::name_id(known.name);
    speaker.kind = known.kind;
    speaker.evidence = known.evidence;
    speaker.as_written = known.spellings;
    if (speaker.as_written.empty()) speaker.as_written.push_back(known.name);
    std::stable_sort(speaker.as_written.begin(), speaker.as_written.end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  }

  const speech::Reading& reading_;
  speech::Resolver resolver_;
  speech::NestedSpeech nested_;
  std::vector<std::size_t> members_;  // of the cast, in the order of their first quotation
  Speech speech_;
};

}  // namespace

Speech find_speech(std::string_view body, const std::vector<schema::Span>& paragraphs,
                   const std::vector<std::string>& languages, std::string_view title, const text::AliasTable& aliases) {
  const speech::Reading reading = speech::take_apart(body, paragraphs, languages, aliases);
  const auto attributions = speech::attribute(reading);
  if (attributions.empty()) return {};  // who is named in the article need not be known
  return Assembler(reading, title, aliases).assemble(attributions);
}

}  // namespace dateline::indexer
