#include "schema/article_values.hpp"

#include "schema/days.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

constexpr std::uint32_t day_zero = std::uint32_t{1} << 31;

std::vector<SpeakerValue> speaker_values(const StoredArticle& article) {
  std::vector<SpeakerValue> values;
  for (const StoredSpeaker& speaker : article.speakers)
    values.push_back(
        {speaker.id, speaker.name, speaker.kind, {speaker.as_written.begin(), speaker.as_written.end()}, 0});
  for (const StoredQuote& quote : article.quotes)
    if (quote.speaker) ++values[*quote.speaker].quotes;
  return values;
}

bool take_speaker(std::string_view& in, SpeakerValue& speaker) {
  std::uint64_t kind = 0, spellings = 0;
  if (!take_string(in, speaker.id) || !take_string(in, speaker.name) || !take_varint(in, kind) || kind > 2)
    return false;
  speaker.kind = static_cast<SpeakerKind>(kind);
  if (!take_varint(in, spellings) || spellings > in.size()) return false;
  speaker.spellings.resize(spellings);
  for (std::string_view& spelling : speaker.spellings)
    if (!take_string(in, spelling)) return false;
  return take_varint(in, speaker.quotes);
}

bool is_unknown(const StoredQuote& quote, const StoredArticle& article) {
  return !quote.speaker || article.speakers[*quote.speaker].kind == SpeakerKind::group;
}

std::string encode_counts(const StoredArticle& article) {
  std::uint64_t unknown = 0;
  for (const StoredQuote& quote : article.quotes) unknown += is_unknown(quote, article);
  std::string out;
  put_varint(out, article.quotes.size());
  put_varint(out, unknown);
  put_varint(out, article.text.size());
  return out;
}

std::string encode_input(const StoredArticle& article) {
  std::string out;
  put_string(out, article.input);
  put_string(out, article.member);
  return out;
}

}  // namespace

std::string encode_day(std::int32_t day) { return fixed32(static_cast<std::uint32_t>(day) + day_zero); }

std::optional<std::int32_t> decode_day(std::string_view value) {
  const auto read = read_fixed32(value);
  if (!read) return std::nullopt;
  return static_cast<std::int32_t>(*read - day_zero);
}

std::string encode_speakers(const std::vector<SpeakerValue>& speakers) {
  std::string out;
  for (const SpeakerValue& speaker : speakers) {
    put_string(out, speaker.id);
    put_string(out, speaker.name);
    put_varint(out, static_cast<std::uint64_t>(speaker.kind));
    put_varint(out, speaker.spellings.size());
    for (const std::string_view spelling : speaker.spellings) put_string(out, spelling);
    put_varint(out, speaker.quotes);
  }
  return out;
}

std::optional<std::vector<SpeakerValue>> decode_speakers(std::string_view value) {
  std::vector<SpeakerValue> speakers;
  while (!value.empty())
    if (!take_speaker(value, speakers.emplace_back())) return std::nullopt;
  return speakers;
}

std::optional<Counts> decode_counts(std::string_view value) {
  Counts counts;
  if (!take_varint(value, counts.quotes) || !take_varint(value, counts.unknown_quotes) ||
      !take_varint(value, counts.text_bytes))
    return std::nullopt;
  return counts;
}

Values make_values(const StoredArticle& article, const Structure& structure,
                   const std::optional<Signature>& signature) {
  Values values;
  const auto put = [&](Slot slot, std::string value) {
    if (!value.empty()) values.emplace_back(slot, std::move(value));
  };
  if (article.date) {
    put(Slot::first_day, encode_day(first_day(*article.date)));
    put(Slot::last_day, encode_day(last_day(*article.date)));
  }
  put(Slot::language, article.language);
  put(Slot::sources, pack(article.sources));
  put(Slot::speakers, encode_speakers(speaker_values(article)));
  put(Slot::byline, article.byline.value_or(""));
  put(Slot::tags, pack(article.tags));
  put(Slot::key_hash, fixed64(hash64(article.key)));
  put(Slot::content_hash, fixed64(article.content_hash));
  put(Slot::structure, encode(structure));
  put(Slot::input, encode_input(article));
  put(Slot::shown_id, article.id.empty() ? hex16(hash64(article.key)) : article.id);
  if (signature) put(Slot::signature, encode(*signature));
  put(Slot::title, article.title.value_or(""));
  put(Slot::counts, encode_counts(article));
  return values;
}

}  // namespace dateline::schema
