#include "schema/stored_parts.hpp"

#include <bit>

#include "dateline/error.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

enum SpeakerTag : std::uint32_t {
  speaker_name = 1,
  speaker_id = 2,
  speaker_kind = 3,
  speaker_as_written = 4,
  speaker_evidence = 5,
};

enum QuoteTag : std::uint32_t {
  quote_begin = 1,
  quote_length = 2,
  quote_speaker = 3,  // index + 1
  quote_direct = 4,
  quote_verb = 5,
  quote_evidence = 6,
  quote_confidence = 7,
};

bool take_span(std::string_view& in, std::int64_t& before, Span& span) {
  std::uint64_t distance = 0;
  std::uint32_t length = 0;
  if (!take_varint(in, distance) || !take_varint(in, length)) return false;
  const std::int64_t step = unzigzag(distance);
  const auto limit = static_cast<std::int64_t>(largest_article);
  if (step < -limit || step > limit || length > limit) return false;
  const std::int64_t begin = before + step, end = begin + length;
  if (begin < 0 || end > limit) return false;
  span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  before = end;
  return true;
}

std::uint64_t decode_number(std::string_view in, std::uint64_t largest) {
  std::uint64_t value = 0;
  if (!take_varint(in, value) || value > largest) damaged_article("a number");
  return value;
}

}  // namespace

void damaged_article(const char* what) {
  throw Error(ErrorCode::archive_damaged, std::string("a stored article is damaged: ") + what,
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

// Paragraphs: their number, then for each the number of its spans, then for each span its distance from the end of the
// one before (zigzag: hardly ever negative) and its length.
std::string encode_paragraphs(const std::vector<Paragraph>& paragraphs) {
  std::string out;
  std::int64_t before = 0;
  put_varint(out, paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    put_varint(out, paragraph.size());
    for (const Span& span : paragraph) {
      put_varint(out, zigzag(std::int64_t{span.begin} - before));
      put_varint(out, span.end - span.begin);
      before = span.end;
    }
  }
  return out;
}

std::vector<Paragraph> decode_paragraphs(std::string_view in) {
  std::vector<Paragraph> paragraphs;
  std::int64_t before = 0;
  std::uint32_t count = 0;
  if (!take_varint(in, count) || count > in.size()) damaged_article("its paragraphs");
  paragraphs.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t spans = 0;
    if (!take_varint(in, spans) || spans > in.size() / 2) damaged_article("its paragraphs");
    Paragraph& paragraph = paragraphs.emplace_back(spans);
    for (Span& span : paragraph)
      if (!take_span(in, before, span)) damaged_article("its paragraphs");
  }
  return paragraphs;
}

std::string encode_cut(const Cut& cut) {
  std::string out;
  put_varint(out, cut.span.begin);
  put_varint(out, cut.span.end - cut.span.begin);
  put_string(out, cut.reason);
  return out;
}

Cut decode_cut(std::string_view in) {
  Cut cut;
  std::uint32_t length = 0;
  std::string_view reason;
  if (!take_varint(in, cut.span.begin) || !take_varint(in, length) || !take_string(in, reason))
    damaged_article("a removed part");
  if (std::uint64_t{cut.span.begin} + length > largest_article) damaged_article("a removed part");
  cut.span.end = cut.span.begin + length;
  cut.reason = reason;
  return cut;
}

std::string encode_date(const Date& date) {
  std::string out;
  put_varint(out, zigzag(date.year));
  put_varint(out, static_cast<std::uint64_t>(date.month));
  put_varint(out, static_cast<std::uint64_t>(date.day));
  put_varint(out, static_cast<std::uint64_t>(date.precision));
  return out;
}

Date decode_date(std::string_view in) {
  std::uint64_t year = 0, month = 0, day = 0, precision = 0;
  if (!take_varint(in, year) || !take_varint(in, month) || !take_varint(in, day) || !take_varint(in, precision))
    damaged_article("its date");
  const std::int64_t signed_year = unzigzag(year);
  if (signed_year < -9999 || signed_year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || precision > 2)
    damaged_article("its date");
  Date date;
  date.year = static_cast<int>(signed_year);
  date.month = static_cast<int>(month);
  date.day = static_cast<int>(day);
  date.precision = static_cast<DatePrecision>(precision);
  return date;
}

std::string encode_share(const LanguageShare& share) {
  std::string out;
  put_string(out, share.language);
  return out += fixed64(std::bit_cast<std::uint64_t>(share.share));
}

LanguageShare decode_share(std::string_view in) {
  std::string_view language;
  if (!take_string(in, language)) damaged_article("its languages");
  const auto share = read_fixed64(in);
  if (!share) damaged_article("its languages");
  return {std::string(language), std::bit_cast<double>(*share)};
}

std::string encode_pair(const std::pair<std::string, std::string>& pair) {
  std::string out;
  put_string(out, pair.first);
  put_string(out, pair.second);
  return out;
}

std::pair<std::string, std::string> decode_pair(std::string_view in) {
  std::string_view first, second;
  if (!take_string(in, first) || !take_string(in, second)) damaged_article("a pair of strings");
  return {std::string(first), std::string(second)};
}

std::string encode_speaker(const StoredSpeaker& speaker) {
  RecordWriter out;
  out.text(speaker_name, speaker.name);
  out.text(speaker_id, speaker.id);
  out.number(speaker_kind, static_cast<std::uint64_t>(speaker.kind));
  for (const auto& spelling : speaker.as_written) out.field(speaker_as_written, spelling);
  out.text(speaker_evidence, speaker.evidence);
  return out.bytes();
}

StoredSpeaker decode_speaker(std::string_view record) {
  StoredSpeaker speaker;
  RecordReader in(record);
  for (RecordField field; in.next(field);) {
    switch (field.tag) {
      case speaker_name:
        speaker.name = field.bytes;
        break;
      case speaker_id:
        speaker.id = field.bytes;
        break;
      case speaker_kind:
        speaker.kind = static_cast<SpeakerKind>(decode_number(field.bytes, 2));
        break;
      case speaker_as_written:
        speaker.as_written.emplace_back(field.bytes);
        break;
      case speaker_evidence:
        speaker.evidence = field.bytes;
        break;
      default:
        break;
    }
  }
  if (in.damaged()) damaged_article("a speaker");
  return speaker;
}

std::string encode_quote(const StoredQuote& quote) {
  RecordWriter out;
  out.number(quote_begin, quote.begin);
  out.number(quote_length, quote.end - quote.begin);
  if (quote.speaker) out.number(quote_speaker, std::uint64_t{*quote.speaker} + 1);
  out.number(quote_direct, quote.direct);
  out.text(quote_verb, quote.verb);
  out.text(quote_evidence, quote.evidence);
  out.number(quote_confidence, static_cast<std::uint64_t>(quote.confidence));
  return out.bytes();
}

StoredQuote decode_quote(std::string_view record) {
  StoredQuote quote;
  std::uint64_t length = 0;
  RecordReader in(record);
  for (RecordField field; in.next(field);) {
    switch (field.tag) {
      case quote_begin:
        quote.begin = static_cast<std::uint32_t>(decode_number(field.bytes, largest_article));
        break;
      case quote_length:
        length = decode_number(field.bytes, largest_article);
        break;
      case quote_speaker:
        if (const auto index = decode_number(field.bytes, largest_article); index > 0)
          quote.speaker = static_cast<std::uint32_t>(index - 1);
        break;
      case quote_direct:
        quote.direct = decode_number(field.bytes, 1) != 0;
        break;
      case quote_verb:
        quote.verb = field.bytes;
        break;
      case quote_evidence:
        quote.evidence = field.bytes;
        break;
      case quote_confidence:
        quote.confidence = static_cast<Confidence>(decode_number(field.bytes, 2));
        break;
      default:
        break;
    }
  }
  if (in.damaged()) damaged_article("a quotation");
  quote.end = quote.begin + static_cast<std::uint32_t>(length);
  return quote;
}

}  // namespace dateline::schema
