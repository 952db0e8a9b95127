// Every term of an archive starts with a prefix from this table: a field is one row here, and indexing, querying
// and docs/INDEX_FORMAT.md follow from it. Prefixes are on disk for ever.
//
// Folded words never begin with an ASCII capital, so a capital always ends the prefix.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/analyzer.hpp"

namespace dateline::schema {

enum class Field : std::uint8_t {
  key,
  date_day,
  date_month,
  date_year,
  language,
  source,
  speaker,
  site,
  path,
  tag,
  byline_word,
  id,
};

// How term() writes a value, so that indexing and searching cannot differ.
enum class ValueForm : std::uint8_t {
  as_is,
  lower,   // ASCII letters in lower case
  folded,  // text::fold()
  digits,  // only the digits: "2024-10-02" and "20241002" are the same term
};

struct FieldRow {
  Field field;
  std::string_view name;    // as in queries, where it can be asked for
  std::string_view prefix;  // one capital, so that no prefix is the beginning of another
  ValueForm form;
  std::string_view holds;  // for the manual
};

std::span<const FieldRow> fields();
std::string_view prefix_of(Field field);

// Bytes: Xapian's limit; a zero byte counts twice in its keys.
inline constexpr std::size_t longest_term = 245;

// A boolean term: the value in the field's form, cut to Xapian's limit of 245 bytes the same way when indexing and when
// searching (longer values end with a hash).
std::string term(Field field, std::string_view value);

enum class Zone : std::uint8_t { whole, title };

// A text term: family and zone prefix before the word. Zone::whole is title, subtitle and body together;
// Zone::title repeats the terms of title and subtitle, without positions.
std::string term(text::Family family, Zone zone, std::string_view word);

// The part of the index to which a term belongs, for people: a family, the words of titles, or facts.
std::string_view part_of(std::string_view term);

// Words that are cut to fit; what is longer than this many bytes is searchable by its beginning.
inline constexpr std::size_t longest_word = 200;

// Value slots: what the columns are derived from.
enum class Slot : std::uint32_t {
  first_day = 0,  // sortable: big-endian u32 of day number + 2^31; absent when undated
  last_day = 1,
  language = 2,
  sources = 3,   // packed strings (record.hpp)
  speakers = 4,  // packed: id, name, kind, spellings, quotation count (article_values.hpp)
  byline = 5,
  tags = 6,
  key_hash = 7,      // 8 bytes, big-endian
  content_hash = 8,  // 8 bytes, big-endian
  structure = 9,     // structure.hpp
  input = 10,        // packed: input path, member
  shown_id = 11,
  signature = 12,  // signature.hpp; absent when the article has no copies
  title = 13,
  counts = 14,  // packed varints: quotations, those tied to no named speaker, bytes of the stored text
};
inline constexpr std::uint32_t slot_count = 15;

using Values = std::vector<std::pair<Slot, std::string>>;  // of a document, by slot

}  // namespace dateline::schema
