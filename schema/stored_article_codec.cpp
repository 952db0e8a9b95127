// Stored articles as bytes: the length of the head, the head, the rest compressed; head and rest are records
// (record.hpp) of the same tags. Tags are on disk for ever; new ones go behind the last.
#include "dateline/error.hpp"
#include "schema/compression.hpp"
#include "schema/record.hpp"
#include "schema/stored_article.hpp"
#include "schema/stored_parts.hpp"

namespace dateline::schema {
namespace {

enum Tag : std::uint32_t {
  tag_key = 1,
  tag_id = 2,
  tag_input = 3,
  tag_member = 4,
  tag_content_hash = 5,
  tag_rules = 6,
  tag_text = 7,
  tag_paragraphs = 8,
  tag_removed = 9,
  tag_url = 10,
  tag_title = 11,
  tag_subtitle = 12,
  tag_byline = 13,
  tag_date = 14,
  tag_source = 15,
  tag_language = 16,
  tag_paragraph_languages = 17,
  tag_language_share = 18,
  tag_speaker = 19,
  tag_quote = 20,
  tag_tag = 21,
  tag_evidence = 22,
  tag_extra = 23,
  tag_as_given = 24,
  tag_updated = 25,
};

constexpr std::uint64_t largest_text = largest_article / 2;

void put_optional(RecordWriter& out, std::uint32_t tag, const std::optional<std::string>& text) {
  if (text) out.field(tag, *text);
}

// What every hit shows: read without unpacking the text.
void put_head(RecordWriter& out, const StoredArticle& article) {
  out.text(tag_id, article.id);
  out.text(tag_input, article.input);
  put_optional(out, tag_url, article.url);
  put_optional(out, tag_title, article.title);
  put_optional(out, tag_byline, article.byline);
  if (article.date) out.field(tag_date, encode_date(*article.date));
  for (const auto& source : article.sources) out.field(tag_source, source);
  out.text(tag_language, article.language);
}

void put_identity(RecordWriter& out, const StoredArticle& article) {
  out.text(tag_key, article.key);
  out.text(tag_member, article.member);
  out.field(tag_content_hash, fixed64(article.content_hash));
  out.text(tag_rules, article.rules);
  if (article.as_given) out.field(tag_as_given, {});
}

void put_content(RecordWriter& out, const StoredArticle& article) {
  out.text(tag_text, article.text);
  if (!article.paragraphs.empty()) out.field(tag_paragraphs, encode_paragraphs(article.paragraphs));
  for (const auto& cut : article.removed) out.field(tag_removed, encode_cut(cut));
}

void put_facts(RecordWriter& out, const StoredArticle& article) {
  put_optional(out, tag_subtitle, article.subtitle);
  if (article.updated) out.field(tag_updated, encode_date(*article.updated));
  if (!article.paragraph_languages.empty()) out.field(tag_paragraph_languages, pack(article.paragraph_languages));
  for (const auto& share : article.languages) out.field(tag_language_share, encode_share(share));
  for (const auto& speaker : article.speakers) out.field(tag_speaker, encode_speaker(speaker));
  for (const auto& quote : article.quotes) out.field(tag_quote, encode_quote(quote));
  for (const auto& tag : article.tags) out.field(tag_tag, tag);
  for (const auto& pair : article.evidence) out.field(tag_evidence, encode_pair(pair));
  for (const auto& pair : article.extra) out.field(tag_extra, encode_pair(pair));
}

std::uint64_t read_content_hash(std::string_view bytes) {
  const auto hash = read_fixed64(bytes);
  if (!hash) damaged_article("its content hash");
  return *hash;
}

std::vector<std::string> read_strings(std::string_view packed) {
  const auto strings = unpack(packed);
  if (!strings) damaged_article("its languages");
  return {strings->begin(), strings->end()};
}

// One line a tag.
// clang-format off
void read_field(const RecordField& field, StoredArticle& article) {
  const std::string_view bytes = field.bytes;
  switch (field.tag) {
    case tag_key: article.key = bytes; break;
    case tag_id: article.id = bytes; break;
    case tag_input: article.input = bytes; break;
    case tag_member: article.member = bytes; break;
    case tag_content_hash: article.content_hash = read_content_hash(bytes); break;
    case tag_rules: article.rules = bytes; break;
    case tag_text: article.text = bytes; break;
    case tag_paragraphs: article.paragraphs = decode_paragraphs(bytes); break;
    case tag_removed: article.removed.push_back(decode_cut(bytes)); break;
    case tag_url: article.url.emplace(bytes); break;
    case tag_title: article.title.emplace(bytes); break;
    case tag_subtitle: article.subtitle.emplace(bytes); break;
    case tag_byline: article.byline.emplace(bytes); break;
    case tag_date: article.date = decode_date(bytes); break;
    case tag_source: article.sources.emplace_back(bytes); break;
    case tag_language: article.language = bytes; break;
    case tag_paragraph_languages: article.paragraph_languages = read_strings(bytes); break;
    case tag_language_share: article.languages.push_back(decode_share(bytes)); break;
    case tag_speaker: article.speakers.push_back(decode_speaker(bytes)); break;
    case tag_quote: article.quotes.push_back(decode_quote(bytes)); break;
    case tag_tag: article.tags.emplace_back(bytes); break;
    case tag_evidence: article.evidence.push_back(decode_pair(bytes)); break;
    case tag_extra: article.extra.push_back(decode_pair(bytes)); break;
    case tag_as_given: article.as_given = true; break;
    case tag_updated: article.updated = decode_date(bytes); break;
    default: break;
  }
}
// clang-format on

}  // namespace

const char* inconsistency(const StoredArticle& article) {
  if (article.text.size() > largest_text) return "its text is longer than 128 MB";
  const auto inside = [&](const Span& span) { return span.begin <= span.end && span.end <= article.text.size(); };
  std::uint64_t body = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (&paragraph != &article.paragraphs.front()) body += 2;  // the blank line
    for (const Span& span : paragraph) {
      if (!inside(span)) return "a paragraph lies outside of the text";
      body += span.end - span.begin;
    }
  }
  // Overlapping spans could make a body of any size out of a small text.
  if (body > 4 * std::uint64_t{article.text.size()} + 2 * article.paragraphs.size()) return "its paragraphs overlap";
  for (const Cut& cut : article.removed)
    if (!inside(cut.span)) return "a removed part lies outside of the text";
  for (const StoredQuote& quote : article.quotes) {
    if (quote.begin > quote.end || quote.end > body) return "a quotation lies outside of the body";
    if (quote.speaker && *quote.speaker >= article.speakers.size())
      return "a quotation names a speaker who is not there";
  }
  return nullptr;
}

namespace {

// All but the head.
RecordWriter rest_of(const StoredArticle& article) {
  if (const char* what = inconsistency(article))
    throw Error(ErrorCode::invalid_request, "article " + article.id + " cannot be stored: " + what);
  RecordWriter rest;
  put_identity(rest, article);
  put_content(rest, article);
  put_facts(rest, article);
  return rest;
}

// `compressed(bytes)`: the rest behind the head.
template <class Compressed>
std::string encode_with(const StoredArticle& article, Compressed&& compressed) {
  const RecordWriter rest = rest_of(article);
  RecordWriter head;
  put_head(head, article);
  if (head.bytes().size() + rest.bytes().size() > largest_article)
    throw Error(ErrorCode::invalid_request, "article " + article.id + " is larger than 256 MB", "Split it.");
  std::string bytes;
  put_string(bytes, head.bytes());
  return bytes += compressed(rest.bytes());
}

}  // namespace

std::string bytes_to_compress(const StoredArticle& article) { return rest_of(article).bytes(); }

std::string encode(const StoredArticle& article, const TrainedDictionary* dictionary) {
  return encode_with(article, [&](std::string_view rest) { return compress(rest, dictionary); });
}

std::string encode_quickly(const StoredArticle& article) { return encode_with(article, compress_quickly); }

namespace {

void read_record(std::string_view record, StoredArticle& article) {
  RecordReader in(record);
  for (RecordField field; in.next(field);) read_field(field, article);
  if (in.damaged()) damaged_article("its record");
}

// Takes the head off the front.
StoredArticle take_head(std::string_view& bytes) {
  std::string_view head;
  if (!take_string(bytes, head)) damaged_article("its head");
  StoredArticle article;
  read_record(head, article);
  return article;
}

}  // namespace

StoredArticle decode_article(std::string_view bytes, const SegmentDictionaries* dictionaries) {
  StoredArticle article = take_head(bytes);
  const auto rest = decompress(bytes, largest_article, dictionaries);
  if (!rest) damaged_article("its compressed bytes");
  read_record(*rest, article);
  if (const char* what = inconsistency(article)) damaged_article(what);
  return article;
}

StoredArticle decode_head(std::string_view bytes) { return take_head(bytes); }

}  // namespace dateline::schema
