#include "schema/columns.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "dateline/error.hpp"
#include "schema/columns_layout.hpp"
#include "schema/mapped_file.hpp"

namespace dateline::schema {
namespace {

[[noreturn]] void damaged(const std::filesystem::path& file, const char* what) {
  throw Error(ErrorCode::archive_damaged, file.string() + " is damaged: " + what,
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

// A command that opens a large archive for one answer notices how long these take. So they look at all values without
// an end in between, and at the signs of differences, which compilers make instructions for many values at once of
// (CMakeLists.txt). Numbers too large for that are compared one by one.
template <class T>
bool has_sign(T number) {
  return number >> (sizeof(T) * 8 - 1) != 0;
}

bool are_below(std::uint32_t end, std::span<const std::uint32_t> values) {
  const std::uint32_t last = end - 1;
  std::uint32_t signs = last;
  for (const std::uint32_t value : values) signs |= value | (last - value);
  return !has_sign(signs) ||
         std::all_of(values.begin(), values.end(), [&](std::uint32_t value) { return value < end; });
}

template <class T>
bool are_rising(std::span<const T> values) {
  T signs = values.front();
  for (std::size_t i = 1; i < values.size(); ++i) signs |= values[i] | (values[i] - values[i - 1]);
  return !has_sign(signs) || std::is_sorted(values.begin(), values.end());
}

// The section table of a mapped file. Every span that it hands out lies inside the file.
class Sections {
 public:
  Sections(std::string_view bytes, const std::filesystem::path& file) : bytes_(bytes), file_(file) {
    ColumnsHeader header;
    if (bytes.size() < sizeof header) fail("it is too short");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (std::string_view(header.magic, sizeof header.magic) != columns_magic) fail("it is no columns file");
    if (header.version != columns_version)
      throw Error(ErrorCode::format_unknown, file.string() + " has version " + std::to_string(header.version),
                  "Use the version of dateline that wrote it, or a newer one.");
    if (header.file_bytes != bytes.size()) fail("its length is not what it says");
    if (header.articles > no_ordinal - 1) fail("its number of articles");
    if (header.sections > (bytes.size() - sizeof header) / sizeof(SectionRow)) fail("its table of sections");
    articles = static_cast<std::uint32_t>(header.articles);
    for (std::uint32_t i = 0; i < header.sections; ++i) read_row(bytes.data() + sizeof header + i * sizeof(SectionRow));
  }

  template <class T>
  std::span<const T> get(Section id) const {
    const SectionRow& row = rows_[static_cast<std::size_t>(id)];
    if (row.element_bytes != sizeof(T)) fail("a section is missing");
    return {reinterpret_cast<const T*>(bytes_.data() + row.offset), static_cast<std::size_t>(row.elements)};
  }
  template <class T>
  std::span<const T> get(Section id, std::size_t elements) const {
    const auto section = get<T>(id);
    if (section.size() != elements) fail("a section has another length than there are articles");
    return section;
  }
  std::span<const std::uint32_t> ordinals(Section id, std::uint32_t below) const {
    const auto section = get<std::uint32_t>(id);
    if (!are_below(below, section)) fail("an ordinal is out of its range");
    return section;
  }
  template <class T>
  std::span<const T> offsets(Section id, std::size_t lists, std::uint64_t end) const {
    const auto section = get<T>(id, lists + 1);
    if (section.front() != 0 || section.back() != end || !are_rising(section)) fail("the offsets of a section");
    return section;
  }
  Dictionary dictionary(Section offsets_id, Section bytes_id) const {
    const auto lists = get<std::uint64_t>(offsets_id);
    if (lists.empty() || lists.size() > no_ordinal) fail("a list of names");
    return dictionary(offsets_id, bytes_id, lists.size() - 1);
  }
  Dictionary dictionary(Section offsets_id, Section bytes_id, std::size_t strings) const {
    const auto characters = get<char>(bytes_id);
    return {offsets<std::uint64_t>(offsets_id, strings, characters.size()), characters.data()};
  }
  OrdinalLists lists(Section offsets_id, Section ordinals_id, std::uint32_t below) const {
    const auto all = ordinals(ordinals_id, below);
    return {offsets<std::uint32_t>(offsets_id, articles, all.size()), all};
  }

  [[noreturn]] void fail(const char* what) const { damaged(file_, what); }

  std::uint32_t articles = 0;

 private:
  void read_row(const char* at) {
    SectionRow row;
    std::memcpy(&row, at, sizeof row);
    if (row.id > static_cast<std::uint32_t>(Section::last)) return;  // of a later version
    const bool inside = row.offset <= bytes_.size() && row.offset % 8 == 0 && row.element_bytes > 0 &&
                        row.elements <= (bytes_.size() - row.offset) / row.element_bytes;
    if (!inside) fail("a section lies outside of it");
    rows_[row.id] = row;
  }

  std::string_view bytes_;
  const std::filesystem::path& file_;
  std::array<SectionRow, static_cast<std::size_t>(Section::last) + 1> rows_{};
};

}  // namespace

struct Columns::Impl {
  explicit Impl(const std::filesystem::path& path) : file(path) {
    const Sections in(file.bytes(), path);
    articles = in.articles;
    read_names(in);
    read_numbers(in);
    read_lists(in);
    read_speakers(in);
    facet_blocks = FacetBlocks(languages.size(), sources.size(), bylines.size(), tags.size(), speaker_ids.size());
    facet_values_of = in.lists(Section::facet_values_offsets, Section::facet_values, facet_blocks.size());
  }

  void read_names(const Sections& in) {
    languages = in.dictionary(Section::language_names_offsets, Section::language_names_bytes);
    sources = in.dictionary(Section::source_names_offsets, Section::source_names_bytes);
    bylines = in.dictionary(Section::byline_names_offsets, Section::byline_names_bytes);
    tags = in.dictionary(Section::tag_names_offsets, Section::tag_names_bytes);
    shown_ids = in.dictionary(Section::shown_ids_offsets, Section::shown_ids_bytes, articles);
    inputs = in.dictionary(Section::inputs_offsets, Section::inputs_bytes, articles);
    structures = in.dictionary(Section::structures_offsets, Section::structures_bytes, articles);
  }

  void read_numbers(const Sections& in) {
    first_day = in.get<std::int32_t>(Section::first_day, articles);
    last_day = in.get<std::int32_t>(Section::last_day, articles);
    key_hash = in.get<std::uint64_t>(Section::key_hash, articles);
    content_hash = in.get<std::uint64_t>(Section::content_hash, articles);
    quotes = in.get<std::uint32_t>(Section::quotes, articles);
    unknown_quotes = in.get<std::uint32_t>(Section::unknown_quotes, articles);
    text_bytes = in.get<std::uint64_t>(Section::text_bytes, articles);
    shingles = in.get<std::uint32_t>(Section::shingles, articles);
    sample_values = in.get<std::uint32_t>(Section::sample_values);
    sample_articles = in.get<std::uint32_t>(Section::sample_articles, sample_values.size());
    language = in.get<std::uint32_t>(Section::language, articles);
    for (const std::uint32_t ordinal : language)
      if (ordinal != no_ordinal && ordinal >= languages.size()) in.fail("a language is out of its range");
  }

  void read_lists(const Sections& in) {
    sources_of = in.lists(Section::sources_offsets, Section::sources_ordinals, sources.size());
    bylines_of = in.lists(Section::bylines_offsets, Section::bylines_ordinals, bylines.size());
    tags_of = in.lists(Section::tags_offsets, Section::tags_ordinals, tags.size());
  }

  void read_speakers(const Sections& in) {
    speaker_ids = in.dictionary(Section::speaker_ids_offsets, Section::speaker_ids_bytes);
    const std::uint32_t count = speaker_ids.size();
    speaker_names = in.dictionary(Section::speaker_names_offsets, Section::speaker_names_bytes, count);
    speaker_forms = in.dictionary(Section::speaker_forms_offsets, Section::speaker_forms_bytes, count);
    speaker_kinds = in.get<std::uint8_t>(Section::speaker_kinds, count);
    for (const std::uint8_t kind : speaker_kinds)
      if (kind > static_cast<std::uint8_t>(SpeakerKind::group)) in.fail("a speaker's kind");
    spellings = in.dictionary(Section::spellings_offsets, Section::spellings_bytes);
    spellings_of = in.offsets<std::uint32_t>(Section::speaker_spellings_offsets, count, spellings.size());
    speakers_of = in.lists(Section::speakers_offsets, Section::speakers_ordinals, count);
    const auto ordinals = in.get<std::uint32_t>(Section::speakers_ordinals);
    const auto counts = in.get<std::uint32_t>(Section::speaker_quotes, ordinals.size());
    speaker_quotes_of = {in.get<std::uint32_t>(Section::speakers_offsets), counts};
  }

  MappedFile file;
  std::uint32_t articles = 0;
  std::span<const std::int32_t> first_day, last_day;
  std::span<const std::uint32_t> language, quotes, unknown_quotes, spellings_of;
  std::span<const std::uint32_t> shingles, sample_values, sample_articles;
  std::span<const std::uint64_t> key_hash, content_hash, text_bytes;
  std::span<const std::uint8_t> speaker_kinds;
  OrdinalLists sources_of, speakers_of, speaker_quotes_of, bylines_of, tags_of, facet_values_of;
  FacetBlocks facet_blocks;
  Dictionary languages, sources, bylines, tags, speaker_ids, speaker_names, speaker_forms, spellings;
  Dictionary shown_ids, inputs, structures;
};

std::shared_ptr<const Columns> Columns::open(const std::filesystem::path& file) {
  return std::shared_ptr<const Columns>(new Columns(std::make_unique<Impl>(file)));
}

Columns::Columns(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Columns::~Columns() = default;

std::uint32_t Columns::articles() const { return impl_->articles; }
std::span<const std::int32_t> Columns::first_day() const { return impl_->first_day; }
std::span<const std::int32_t> Columns::last_day() const { return impl_->last_day; }
std::span<const std::uint32_t> Columns::language() const { return impl_->language; }
std::span<const std::uint64_t> Columns::key_hash() const { return impl_->key_hash; }
std::span<const std::uint64_t> Columns::content_hash() const { return impl_->content_hash; }
std::span<const std::uint32_t> Columns::quotes() const { return impl_->quotes; }
std::span<const std::uint32_t> Columns::unknown_quotes() const { return impl_->unknown_quotes; }
std::span<const std::uint64_t> Columns::text_bytes() const { return impl_->text_bytes; }
OrdinalLists Columns::sources_of() const { return impl_->sources_of; }
OrdinalLists Columns::speakers_of() const { return impl_->speakers_of; }
OrdinalLists Columns::speaker_quotes_of() const { return impl_->speaker_quotes_of; }
OrdinalLists Columns::bylines_of() const { return impl_->bylines_of; }
OrdinalLists Columns::tags_of() const { return impl_->tags_of; }
OrdinalLists Columns::facet_values_of() const { return impl_->facet_values_of; }
const FacetBlocks& Columns::facet_blocks() const { return impl_->facet_blocks; }
Dictionary Columns::languages() const { return impl_->languages; }
Dictionary Columns::sources() const { return impl_->sources; }
Dictionary Columns::bylines() const { return impl_->bylines; }
Dictionary Columns::tags() const { return impl_->tags; }
std::uint32_t Columns::speaker_count() const { return impl_->speaker_ids.size(); }
Dictionary Columns::speaker_ids() const { return impl_->speaker_ids; }
Dictionary Columns::speaker_names() const { return impl_->speaker_names; }
SpeakerKind Columns::speaker_kind(std::uint32_t ordinal) const {
  return static_cast<SpeakerKind>(impl_->speaker_kinds[ordinal]);
}

SpeakerColumn Columns::speaker(std::uint32_t ordinal) const {
  SpeakerColumn speaker;
  speaker.id = impl_->speaker_ids[ordinal];
  speaker.name = impl_->speaker_names[ordinal];
  speaker.kind = speaker_kind(ordinal);
  for (std::uint32_t i = impl_->spellings_of[ordinal]; i < impl_->spellings_of[ordinal + 1]; ++i)
    speaker.spellings.push_back(impl_->spellings[i]);
  return speaker;
}

std::string_view Columns::speaker_forms(std::uint32_t ordinal) const { return impl_->speaker_forms[ordinal]; }

std::string_view Columns::shown_id(std::uint32_t article) const { return impl_->shown_ids[article]; }
std::string_view Columns::input(std::uint32_t article) const { return impl_->inputs[article]; }
std::string_view Columns::structure(std::uint32_t article) const { return impl_->structures[article]; }

std::span<const std::uint32_t> Columns::shingles() const { return impl_->shingles; }
std::span<const std::uint32_t> Columns::sample_values() const { return impl_->sample_values; }
std::span<const std::uint32_t> Columns::sample_articles() const { return impl_->sample_articles; }

}  // namespace dateline::schema
