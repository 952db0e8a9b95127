// Questions that only the stored text answers: how exactly was it written?
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <set>

#include "schema/stored_article.hpp"
#include "searcher/match/segment_matcher.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? result : std::string(text);
}

bool joins(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  return u_isalnum(c) || u_getCombiningClass(c) != 0;
}

// In scripts without blanks a word has neighbours that are letters; there the boundary says nothing.
bool is_ideographic(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code_point), &status);
  return U_SUCCESS(status) && uscript_breaksBetweenLetters(script);
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = text::last_code_point_at(text.substr(0, at));
  return text::next_code_point(text, begin);
}

bool is_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  std::size_t after = at;
  const char32_t left = code_point_before(text, at), right = text::next_code_point(text, after);
  return !joins(left) || !joins(right) || is_ideographic(left) || is_ideographic(right);
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (is_boundary(text, at) && is_boundary(text, at + word.size())) return true;
  return false;
}

bool is_written(const schema::StoredArticle& article, Unit unit, const std::string& word) {
  const auto has = [&](const std::string& text) { return has_word(composed(text), word); };
  const bool in_title = (article.title && has(*article.title)) || (article.subtitle && has(*article.subtitle));
  if (unit == Unit::title) return in_title;
  return (in_title && unit == Unit::article) || has(schema::body_of(article));
}

bool is_spelt(const schema::StoredArticle& article, const Plan& plan) {
  return std::any_of(article.speakers.begin(), article.speakers.end(), [&](const schema::StoredSpeaker& speaker) {
    const auto& written = speaker.as_written;
    const bool asked = std::find(plan.values.begin(), plan.values.end(), speaker.id) != plan.values.end();
    return asked && std::find(written.begin(), written.end(), plan.text) != written.end();
  });
}

}  // namespace

std::vector<bool> SegmentMatcher::spelt_speakers(const Plan& plan, std::uint32_t article) {
  if (plan.text.empty()) return {};
  if (notes_.verified >= most_verified) {
    notes_.verified_all = false;
    return {};
  }
  ++notes_.verified;
  const auto stored = postings_.stored_article(article);
  const auto known = segment_.columns->speakers_of()[article];
  std::set<std::uint32_t> written;  // one person may be several entries
  for (std::size_t i = 0; i < stored.speakers.size() && i < known.size(); ++i) {
    const auto& spellings = stored.speakers[i].as_written;
    if (std::find(spellings.begin(), spellings.end(), plan.text) != spellings.end()) written.insert(known[i]);
  }
  std::vector<bool> spelt;
  for (const std::uint32_t speaker : known) spelt.push_back(written.count(speaker) > 0);
  return spelt;
}

// Bounded: beyond that many texts an article passes by its folded form, and the answer says so.
Bitmap SegmentMatcher::match_stored(const Plan& plan, const Bitmap& candidates) {
  const std::string word = composed(plan.text);
  Bitmap matched = candidates;
  matched &= examine(plan, candidates, [&](std::uint32_t article) {
               if (notes_.verified >= most_verified) {
                 notes_.verified_all = false;
                 return true;
               }
               ++notes_.verified;
               const auto stored = postings_.stored_article(article);
               return plan.kind == PlanKind::spelling ? is_spelt(stored, plan) : is_written(stored, plan.unit, word);
             }).holds;
  return matched;
}

}  // namespace dateline::searcher
