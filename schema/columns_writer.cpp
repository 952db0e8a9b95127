#include "schema/columns_writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "dateline/error.hpp"
#include "schema/append_file.hpp"
#include "schema/article_values.hpp"
#include "schema/columns.hpp"
#include "schema/columns_layout.hpp"
#include "schema/facet_values.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::schema {
namespace {

static_assert(std::endian::native == std::endian::little, "the columns file is mapped as it is");

template <class T>
T or_damaged(std::optional<T> value) {
  if (!value)
    throw Error(ErrorCode::archive_damaged, "the values of a document are damaged",
                "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
  return *std::move(value);
}

// Strings one after the other, with where each ends.
struct Strings {
  std::vector<std::uint64_t> offsets{0};
  std::string bytes;
  void add(std::string_view string) {
    bytes += string;
    offsets.push_back(bytes.size());
  }
};

// Strings that occur often, by ordinal in the order in which they first came.
struct Names {
  Strings strings;
  std::unordered_map<std::string, std::uint32_t> ordinals;
  std::uint32_t ordinal(std::string_view name) {
    const auto [at, is_new] = ordinals.emplace(std::string(name), static_cast<std::uint32_t>(ordinals.size()));
    if (is_new) strings.add(name);
    return at->second;
  }
};

struct Lists {
  std::vector<std::uint32_t> offsets{0}, ordinals;
  void end() { offsets.push_back(static_cast<std::uint32_t>(ordinals.size())); }
};

struct SpeakerFacts {
  std::string name;
  SpeakerKind kind = SpeakerKind::person;
  std::unordered_map<std::string, std::uint32_t> spellings;  // -> articles
};

// Sections, aligned, behind the table that names them: written as they come, because they are as large as all that is
// held in memory, and the table, for which there is room, at the end.
class FileBuilder {
 public:
  explicit FileBuilder(const std::filesystem::path& file) : out_(file) { out_.append(std::string(behind_table, '\0')); }

  template <class T>
  void section(Section id, const std::vector<T>& elements) {
    section(id, elements.data(), sizeof(T), elements.size());
  }
  void section(Section id, const void* elements, std::size_t element_bytes, std::size_t count) {
    rows_.push_back({static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(element_bytes), out_.size(), count});
    out_.append({static_cast<const char*>(elements), element_bytes * count});
    out_.append(std::string((8 - out_.size() % 8) % 8, '\0'));
  }
  void strings(Section offsets, Section bytes, const Strings& strings) {
    section(offsets, strings.offsets);
    section(bytes, strings.bytes.data(), 1, strings.bytes.size());
  }
  void lists(Section offsets, Section ordinals, const Lists& lists) {
    section(offsets, lists.offsets);
    section(ordinals, lists.ordinals);
  }

  void finish(std::uint64_t articles) {
    assert(rows_.size() <= most_sections);
    ColumnsHeader header{};
    std::memcpy(header.magic, columns_magic.data(), columns_magic.size());
    header.version = columns_version;
    header.sections = static_cast<std::uint32_t>(rows_.size());
    header.file_bytes = out_.size();
    header.articles = articles;
    std::string table(reinterpret_cast<const char*>(&header), sizeof header);
    table.append(reinterpret_cast<const char*>(rows_.data()), rows_.size() * sizeof(SectionRow));
    out_.finish(table);
  }

 private:
  static constexpr std::size_t most_sections = 64;
  static constexpr std::size_t behind_table = sizeof(ColumnsHeader) + most_sections * sizeof(SectionRow);

  AppendFile out_;
  std::vector<SectionRow> rows_;
};

// What a speaker is found by.
std::string forms_of(std::string_view name, const std::vector<std::pair<std::string_view, std::uint32_t>>& spellings) {
  std::vector<std::string> forms{text::name_id(name)};
  for (const auto& [spelling, articles] : spellings) {
    std::string form = text::name_id(spelling);
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
  }
  std::string lines;
  for (const std::string& form : forms) lines += (lines.empty() ? "" : "\n") + form;
  return lines;
}

}  // namespace

struct ColumnsWriter::Impl {
  std::vector<std::int32_t> first_day, last_day;
  std::vector<std::uint32_t> language, quotes, unknown_quotes, speaker_quotes, shingles;
  std::vector<std::uint64_t> samples;  // value, then article: sorts as the sections do
  std::vector<std::uint64_t> key_hash, content_hash, text_bytes;
  Lists sources_of, speakers_of, bylines_of, tags_of;
  Names languages, sources, bylines, tags, speaker_ids;
  std::vector<SpeakerFacts> speakers;
  Strings shown_ids, inputs, structures;

  // Each once, so that who counts need not ask.
  void add_names(std::string_view packed, Names& names, Lists& lists) {
    const auto begin = static_cast<std::ptrdiff_t>(lists.ordinals.size());
    for (const std::string_view name : or_damaged(unpack(packed))) {
      const std::uint32_t ordinal = names.ordinal(name);
      if (std::find(lists.ordinals.begin() + begin, lists.ordinals.end(), ordinal) == lists.ordinals.end())
        lists.ordinals.push_back(ordinal);
    }
    lists.end();
  }

  void add_speakers(std::string_view value) {
    for (const SpeakerValue& speaker : or_damaged(decode_speakers(value))) {
      const std::uint32_t ordinal = speaker_ids.ordinal(speaker.id);
      if (ordinal == speakers.size()) {
        speakers.emplace_back();
        speakers.back().name = speaker.name;
        speakers.back().kind = speaker.kind;
      }
      for (const std::string_view spelling : speaker.spellings) ++speakers[ordinal].spellings[std::string(spelling)];
      speakers_of.ordinals.push_back(ordinal);
      speaker_quotes.push_back(speaker.quotes);
    }
    speakers_of.end();
  }

  void add_input(std::string_view value) {
    const auto parts = or_damaged(unpack(value));
    std::string input;
    for (const std::string_view part : parts) input += part;
    inputs.add(input);
  }

  void add_signature(std::string_view value) {
    const std::uint64_t article = shingles.size();
    const Signature signature = value.empty() ? Signature{} : or_damaged(decode_signature(value));
    shingles.push_back(signature.shingles);
    for (const std::uint32_t sample : signature.samples) samples.push_back(std::uint64_t{sample} << 32 | article);
  }

  void add_speaker_sections(FileBuilder& out) const;
  void add_sample_sections(FileBuilder& out) const;
  Lists facet_values() const;
};

ColumnsWriter::ColumnsWriter() : impl_(std::make_unique<Impl>()) {}
ColumnsWriter::~ColumnsWriter() = default;
ColumnsWriter::ColumnsWriter(ColumnsWriter&&) noexcept = default;
ColumnsWriter& ColumnsWriter::operator=(ColumnsWriter&&) noexcept = default;

std::uint32_t ColumnsWriter::articles() const { return static_cast<std::uint32_t>(impl_->first_day.size()); }

std::uint64_t ColumnsWriter::bytes() const {
  constexpr std::uint64_t fixed = 128;  // an article's numbers and offsets, with the vectors' spare room
  return articles() * fixed + 8 * impl_->samples.size() + impl_->structures.bytes.size() + impl_->inputs.bytes.size() +
         impl_->shown_ids.bytes.size() + 8 * impl_->speakers_of.ordinals.size() + 4 * impl_->sources_of.ordinals.size();
}

void ColumnsWriter::add(const Values& values) {
  std::array<std::string_view, 16> by_slot{};
  for (const auto& [slot, value] : values)
    if (static_cast<std::size_t>(slot) < by_slot.size()) by_slot[static_cast<std::size_t>(slot)] = value;
  const auto value_of = [&](Slot slot) { return by_slot[static_cast<std::size_t>(slot)]; };
  const auto day_of = [&](Slot slot) {
    return value_of(slot).empty() ? no_day : or_damaged(decode_day(value_of(slot)));
  };

  Impl& to = *impl_;
  const Counts counts = or_damaged(decode_counts(value_of(Slot::counts)));
  to.first_day.push_back(day_of(Slot::first_day));
  to.last_day.push_back(day_of(Slot::last_day));
  const std::string_view language = value_of(Slot::language);
  to.language.push_back(language.empty() ? no_ordinal : to.languages.ordinal(language));
  to.key_hash.push_back(or_damaged(read_fixed64(value_of(Slot::key_hash))));
  to.content_hash.push_back(or_damaged(read_fixed64(value_of(Slot::content_hash))));
  to.quotes.push_back(counts.quotes);
  to.unknown_quotes.push_back(counts.unknown_quotes);
  to.text_bytes.push_back(counts.text_bytes);
  to.add_names(value_of(Slot::sources), to.sources, to.sources_of);
  to.add_names(value_of(Slot::tags), to.tags, to.tags_of);
  const std::string_view byline = value_of(Slot::byline);
  if (!byline.empty()) to.bylines_of.ordinals.push_back(to.bylines.ordinal(byline));
  to.bylines_of.end();
  to.add_speakers(value_of(Slot::speakers));
  to.add_input(value_of(Slot::input));
  to.shown_ids.add(value_of(Slot::shown_id));
  to.structures.add(value_of(Slot::structure));
  to.add_signature(value_of(Slot::signature));
}

void ColumnsWriter::Impl::add_speaker_sections(FileBuilder& out) const {
  Strings names, spellings, forms;
  std::vector<std::uint8_t> kinds;
  std::vector<std::uint32_t> spellings_of{0};
  for (const SpeakerFacts& speaker : speakers) {
    names.add(speaker.name);
    kinds.push_back(static_cast<std::uint8_t>(speaker.kind));
    std::vector<std::pair<std::string_view, std::uint32_t>> sorted(speaker.spellings.begin(), speaker.spellings.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (const auto& [spelling, articles] : sorted) spellings.add(spelling);
    forms.add(forms_of(speaker.name, sorted));
    spellings_of.push_back(static_cast<std::uint32_t>(spellings.offsets.size() - 1));
  }
  out.strings(Section::speaker_ids_offsets, Section::speaker_ids_bytes, speaker_ids.strings);
  out.strings(Section::speaker_names_offsets, Section::speaker_names_bytes, names);
  out.section(Section::speaker_kinds, kinds);
  out.section(Section::speaker_spellings_offsets, spellings_of);
  out.strings(Section::spellings_offsets, Section::spellings_bytes, spellings);
  out.strings(Section::speaker_forms_offsets, Section::speaker_forms_bytes, forms);
}

void ColumnsWriter::Impl::add_sample_sections(FileBuilder& out) const {
  std::vector<std::uint64_t> sorted = samples;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> values, articles_of;
  values.reserve(sorted.size());
  articles_of.reserve(sorted.size());
  for (const std::uint64_t sample : sorted) {
    values.push_back(static_cast<std::uint32_t>(sample >> 32));
    articles_of.push_back(static_cast<std::uint32_t>(sample));
  }
  out.section(Section::sample_values, values);
  out.section(Section::sample_articles, articles_of);
}

// What each article counts as.
Lists ColumnsWriter::Impl::facet_values() const {
  const auto names = [](const Names& from) { return static_cast<std::uint32_t>(from.ordinals.size()); };
  const FacetBlocks blocks(names(languages), names(sources), names(bylines), names(tags), names(speaker_ids));
  Lists values;
  const auto add = [&](const FacetBlock& block, const Lists& lists, std::size_t article, bool may_miss = true) {
    const std::uint32_t begin = lists.offsets[article], end = lists.offsets[article + 1];
    if (begin == end && may_miss) values.ordinals.push_back(block.missing());
    for (std::uint32_t i = begin; i < end; ++i) values.ordinals.push_back(block[lists.ordinals[i]]);
  };
  for (std::size_t article = 0; article < language.size(); ++article) {
    const auto begin = static_cast<std::ptrdiff_t>(values.ordinals.size());
    const bool named = language[article] != no_ordinal;
    values.ordinals.push_back(named ? blocks.language[language[article]] : blocks.language.missing());
    add(blocks.source, sources_of, article);
    add(blocks.byline, bylines_of, article);
    add(blocks.tag, tags_of, article);
    add(blocks.speaker, speakers_of, article, quotes[article] == 0);
    if (unknown_quotes[article] > 0) values.ordinals.push_back(blocks.unknown);
    // An article may name one speaker twice, by two spellings.
    std::sort(values.ordinals.begin() + begin, values.ordinals.end());
    values.ordinals.erase(std::unique(values.ordinals.begin() + begin, values.ordinals.end()), values.ordinals.end());
    values.end();
  }
  return values;
}

void ColumnsWriter::write(const std::filesystem::path& file) const {
  const Impl& from = *impl_;
  FileBuilder out(file);
  out.section(Section::first_day, from.first_day);
  out.section(Section::last_day, from.last_day);
  out.section(Section::language, from.language);
  out.section(Section::key_hash, from.key_hash);
  out.section(Section::content_hash, from.content_hash);
  out.section(Section::quotes, from.quotes);
  out.section(Section::unknown_quotes, from.unknown_quotes);
  out.section(Section::text_bytes, from.text_bytes);
  out.lists(Section::sources_offsets, Section::sources_ordinals, from.sources_of);
  out.lists(Section::speakers_offsets, Section::speakers_ordinals, from.speakers_of);
  out.section(Section::speaker_quotes, from.speaker_quotes);
  out.lists(Section::bylines_offsets, Section::bylines_ordinals, from.bylines_of);
  out.lists(Section::tags_offsets, Section::tags_ordinals, from.tags_of);
  out.strings(Section::language_names_offsets, Section::language_names_bytes, from.languages.strings);
  out.strings(Section::source_names_offsets, Section::source_names_bytes, from.sources.strings);
  out.strings(Section::byline_names_offsets, Section::byline_names_bytes, from.bylines.strings);
  out.strings(Section::tag_names_offsets, Section::tag_names_bytes, from.tags.strings);
  from.add_speaker_sections(out);
  out.strings(Section::shown_ids_offsets, Section::shown_ids_bytes, from.shown_ids);
  out.strings(Section::inputs_offsets, Section::inputs_bytes, from.inputs);
  out.strings(Section::structures_offsets, Section::structures_bytes, from.structures);
  out.section(Section::shingles, from.shingles);
  from.add_sample_sections(out);
  out.lists(Section::facet_values_offsets, Section::facet_values, from.facet_values());
  out.finish(articles());
}

}  // namespace dateline::schema
