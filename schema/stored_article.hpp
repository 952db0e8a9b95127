// What an archive keeps of an article: the decoded text once, before anything was cut, and spans into it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/article.hpp"

namespace dateline::schema {

struct Span {
  std::uint32_t begin = 0, end = 0;  // bytes of StoredArticle::text
  friend bool operator==(const Span&, const Span&) = default;
};

// One shown paragraph: the spans one after the other, with \n inside them shown as a blank. Mending (a
// line wrapped, a blank before a comma) is leaving bytes out between two spans, so nothing is stored twice.
using Paragraph = std::vector<Span>;

struct Cut {
  Span span;
  std::string reason;
  friend bool operator==(const Cut&, const Cut&) = default;
};

struct StoredQuote {
  std::uint32_t begin = 0, end = 0;      // bytes of the body as body_of() builds it, without the marks
  std::optional<std::uint32_t> speaker;  // index into StoredArticle::speakers
  bool direct = true;
  std::string verb;
  std::string evidence;
  Confidence confidence = Confidence::low;
  friend bool operator==(const StoredQuote&, const StoredQuote&) = default;
};

struct StoredSpeaker {
  std::string name;
  std::string id;  // text::name_id(name)
  SpeakerKind kind = SpeakerKind::person;
  std::vector<std::string> as_written;
  std::string evidence;
  friend bool operator==(const StoredSpeaker&, const StoredSpeaker&) = default;
};

struct StoredArticle {
  // Identity (decided by the reader of the input)
  std::string key;                 // what makes it the same article again
  std::string id;                  // shown
  std::string input;               // the input's path as recorded; empty for articles added by a program
  std::string member;              // ":12" or "/inner.html" where one input holds many
  std::uint64_t content_hash = 0;  // of the raw content that it was read from
  std::string rules;               // version of reader, lexicons and aliases that read it
  bool as_given = false;           // not read: it has no copies, whatever it shares with others

  std::string text;                   // decoded, repaired, before cutting
  std::vector<Paragraph> paragraphs;  // of the body
  std::vector<Cut> removed;

  std::optional<std::string> url, title, subtitle, byline;
  std::optional<Date> date, updated;
  std::vector<std::string> sources;
  std::string language;                          // "" unknown
  std::vector<std::string> paragraph_languages;  // one a paragraph; may be shorter: the rest has `language`
  std::vector<LanguageShare> languages;
  std::vector<StoredSpeaker> speakers;
  std::vector<StoredQuote> quotes;
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> evidence;
  std::vector<std::pair<std::string, std::string>> extra;

  friend bool operator==(const StoredArticle&, const StoredArticle&) = default;
};

// What its text and its extra fields take in memory: they are most of it.
std::uint64_t bytes_of(const StoredArticle& article);

// The shown body: paragraphs separated by "\n\n".
std::string body_of(const StoredArticle& article);
// Byte range of each paragraph in body_of().
std::vector<Span> paragraph_ranges(const StoredArticle& article);

// The public form: strings instead of spans, code points instead of bytes.
Article present(const StoredArticle& article);

// What is wrong with an article that cannot be stored (a span outside of the text, a quotation by a speaker who is not
// there); null when nothing is.
const char* inconsistency(const StoredArticle& article);

class SegmentDictionaries;
class TrainedDictionary;

// Stored as the document's data, compressed, with a dictionary of its segment where there is one. encode throws
// dateline::Error(invalid_request) for an inconsistent article; decode of damaged bytes throws
// dateline::Error(archive_damaged), and what it returns is consistent. An article of a segment is read through
// SegmentArticles (segment_articles.hpp).
std::string encode(const StoredArticle& article, const TrainedDictionary* dictionary = nullptr);
// The same for files that do not outlive the process: more bytes, in a fraction of the time.
std::string encode_quickly(const StoredArticle& article);
StoredArticle decode_article(std::string_view bytes, const SegmentDictionaries* dictionaries = nullptr);
// What a hit shows and no more: id, input, url, title, byline, date, sources, language. The text is not unpacked.
StoredArticle decode_head(std::string_view bytes);
// What of an article encode() compresses: that of many is what a dictionary is learnt from. Throws as encode() does.
std::string bytes_to_compress(const StoredArticle& article);

// 64-bit hash of the key (XXH3), and its 16 hexadecimal digits. On disk for ever.
std::uint64_t hash64(std::string_view bytes);
std::string hex16(std::uint64_t value);

}  // namespace dateline::schema
