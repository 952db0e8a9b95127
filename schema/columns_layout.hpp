// The columns file, shared by the one who writes it and the one who maps it. On disk for ever, little-endian:
//
//   "DLCOLUMN"  u32 version  u32 sections  u64 bytes of the file  u64 articles
//   then for each section: u32 id, u32 bytes of an element, u64 offset in the file (a multiple of 8), u64 elements
//   then the sections
//
// A list section X_offsets has one element more than there are lists: list i is [offsets[i], offsets[i + 1]).
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::schema {

inline constexpr std::string_view columns_magic = "DLCOLUMN";
inline constexpr std::uint32_t columns_version = 2;

struct ColumnsHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t file_bytes;
  std::uint64_t articles;
};

struct SectionRow {
  std::uint32_t id;
  std::uint32_t element_bytes;
  std::uint64_t offset;
  std::uint64_t elements;
};

static_assert(sizeof(ColumnsHeader) == 32 && sizeof(SectionRow) == 24);

enum class Section : std::uint32_t {
  first_day = 1,
  last_day,
  language,
  never_used,
  key_hash,
  content_hash,
  quotes,
  unknown_quotes,
  text_bytes,
  sources_offsets,  // of each article, into sources_ordinals; then likewise
  sources_ordinals,
  speakers_offsets,
  speakers_ordinals,
  speaker_quotes,  // parallel to speakers_ordinals
  bylines_offsets,
  bylines_ordinals,
  tags_offsets,
  tags_ordinals,
  language_names_offsets,  // u64, into language_names_bytes; then likewise
  language_names_bytes,
  source_names_offsets,
  source_names_bytes,
  byline_names_offsets,
  byline_names_bytes,
  tag_names_offsets,
  tag_names_bytes,
  speaker_ids_offsets,
  speaker_ids_bytes,
  speaker_names_offsets,
  speaker_names_bytes,
  speaker_kinds,
  speaker_spellings_offsets,  // of each speaker, into spellings_offsets
  spellings_offsets,
  spellings_bytes,
  shown_ids_offsets,
  shown_ids_bytes,
  inputs_offsets,
  inputs_bytes,
  structures_offsets,
  structures_bytes,
  shingles,               // u32 of each article
  sample_values,          // u32, rising: the samples of all signatures
  sample_articles,        // u32, parallel; rising where values are equal
  facet_values_offsets,   // of each article, into facet_values
  facet_values,           // numbered as in facet_values.hpp, rising
  speaker_forms_offsets,  // of each speaker: text::name_id() of the name and the spellings, each once, a line each
  speaker_forms_bytes,
  last = speaker_forms_bytes,
};

}  // namespace dateline::schema
