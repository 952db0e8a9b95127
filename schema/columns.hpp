// Facts of all articles of a segment, memory-mapped beside its database: for facets, histograms, sorting, filters,
// grouping. Derived: they can be rebuilt from the database's values.
//
// Article ordinals count from 0; the Xapian docid is ordinal + 1, always.
// A Columns is immutable and may be shared by threads; views live as long as it does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "schema/facet_values.hpp"

namespace dateline::schema {

// A list of strings by ordinal.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(std::span<const std::uint64_t> offsets, const char* bytes) : offsets_(offsets), bytes_(bytes) {}
  std::uint32_t size() const { return offsets_.empty() ? 0 : static_cast<std::uint32_t>(offsets_.size() - 1); }
  std::string_view operator[](std::uint32_t ordinal) const {
    return {bytes_ + offsets_[ordinal], static_cast<std::size_t>(offsets_[ordinal + 1] - offsets_[ordinal])};
  }

 private:
  std::span<const std::uint64_t> offsets_;
  const char* bytes_ = nullptr;
};

// Ordinals of one article's values, in the article's order; each once, but for speakers.
class OrdinalLists {
 public:
  OrdinalLists() = default;
  OrdinalLists(std::span<const std::uint32_t> offsets, std::span<const std::uint32_t> ordinals)
      : offsets_(offsets), ordinals_(ordinals) {}
  std::span<const std::uint32_t> operator[](std::uint32_t article) const {
    return ordinals_.subspan(offsets_[article], offsets_[article + 1] - offsets_[article]);
  }

  // Asks the memory for what [] will read of an article, the first some time before the second.
  void prefetch_offset(std::uint32_t article) const { __builtin_prefetch(&offsets_[article]); }
  void prefetch_ordinals(std::uint32_t article) const { __builtin_prefetch(ordinals_.data() + offsets_[article]); }

 private:
  std::span<const std::uint32_t> offsets_, ordinals_;
};

inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
inline constexpr std::uint32_t no_ordinal = std::numeric_limits<std::uint32_t>::max();

// A speaker of a segment.
struct SpeakerColumn {
  std::string_view id;
  std::string_view name;
  SpeakerKind kind = SpeakerKind::person;
  std::vector<std::string_view> spellings;  // as written in this segment, most frequent first
};

class Columns {
 public:
  // Throws dateline::Error(archive_damaged) when the file is not what its header says.
  static std::shared_ptr<const Columns> open(const std::filesystem::path& file);
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  std::uint32_t articles() const;

  std::span<const std::int32_t> first_day() const;  // no_day when undated
  std::span<const std::int32_t> last_day() const;
  std::span<const std::uint32_t> language() const;  // ordinal, or no_ordinal
  std::span<const std::uint64_t> key_hash() const;
  std::span<const std::uint64_t> content_hash() const;
  std::span<const std::uint32_t> quotes() const;          // direct and reported quotations of the article
  std::span<const std::uint32_t> unknown_quotes() const;  // those tied to no named speaker
  std::span<const std::uint64_t> text_bytes() const;      // of the stored text

  OrdinalLists sources_of() const;
  OrdinalLists speakers_of() const;        // in the order of the article's speakers: Structure's indexes fit
  OrdinalLists speaker_quotes_of() const;  // parallel to speakers_of(): how many quotations each
  OrdinalLists bylines_of() const;         // none or one
  OrdinalLists tags_of() const;
  OrdinalLists facet_values_of() const;  // all of these at once, each once, for counting: numbered by facet_blocks()
  const FacetBlocks& facet_blocks() const;

  Dictionary languages() const;
  Dictionary sources() const;
  Dictionary bylines() const;
  Dictionary tags() const;
  std::uint32_t speaker_count() const;
  Dictionary speaker_ids() const;
  Dictionary speaker_names() const;
  SpeakerKind speaker_kind(std::uint32_t ordinal) const;
  SpeakerColumn speaker(std::uint32_t ordinal) const;
  // text::name_id() of the name and of the spellings, each once, a line each.
  std::string_view speaker_forms(std::uint32_t ordinal) const;

  std::string_view shown_id(std::uint32_t article) const;
  std::string_view input(std::uint32_t article) const;      // path as recorded, then member
  std::string_view structure(std::uint32_t article) const;  // decode_structure()

  // Signatures (signature.hpp), turned round: only writers read them, so that their order and their articles are not
  // checked when the file is opened.
  std::span<const std::uint32_t> shingles() const;       // 0: the article has no copies
  std::span<const std::uint32_t> sample_values() const;  // of all articles, rising
  std::span<const std::uint32_t> sample_articles() const;

 private:
  struct Impl;
  explicit Columns(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::schema
