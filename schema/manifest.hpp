// The MANIFEST: which files are the archive now. Replaced atomically by each commit; everything that it names is
// immutable.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/snapshot.hpp"

namespace dateline::schema {

// Of what this version writes and reads. A change that older versions would misread raises it or names a feature.
inline constexpr int archive_format = 1;

inline constexpr const char* manifest_name = "MANIFEST";
inline constexpr const char* lock_name = "LOCK";
inline constexpr const char* database_name = "db";
inline constexpr const char* columns_name = "columns";
// Without it the segment's articles cannot be unpacked, so it has a spare beside it. Small segments have none.
inline constexpr const char* dictionaries_name = "dictionaries";
// Where every table of a database begins; Xapian's name for it. Without it no table can be read, so it has a spare in
// the segment's folder.
inline constexpr const char* roots_name = "iamglass";

struct SegmentEntry {
  std::string name;                              // folder in the generation's
  std::uint32_t articles = 0;                    // masked ones included
  std::string live;                              // file of live bitmaps; empty: every article is live
  std::map<std::string, std::string> checksums;  // file in the segment's folder -> XXH3, hexadecimal
  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

// What one generation consists of. Files are named relative to its folder; an empty name is an absent file.
struct GenerationEntry {
  std::string name;
  std::vector<SegmentEntry> segments;
  std::string inputs, aliases, sources;
  std::string analysis;  // text::analysis_version() of its oldest articles
  // Groups of copies. Absent when an older version wrote the entry, which looked for none.
  std::optional<std::string> copies = "";
  std::string recurring = {};      // lines that are boilerplate, learnt when the generation was built
  std::uint32_t learnt_from = 0;   // articles
  std::string speakers = {};       // links between spellings of one speaker (speaker_links.hpp)
  std::string input_changes = {};  // what of `inputs` is another since that was written
  // Of each loose file; without those that an older version wrote.
  std::map<std::string, std::string> checksums = {};
  friend bool operator==(const GenerationEntry&, const GenerationEntry&) = default;
};

bool holds_nothing(const GenerationEntry& generation);

// The files of a generation that are in no segment, each once.
std::vector<std::string> loose_files(const GenerationEntry& generation);

struct Manifest {
  std::vector<std::string> features;
  std::uint64_t commit = 0;         // counts up; part of the names of files
  std::uint64_t segments_made = 0;  // counts up: a segment's name is never used twice
  std::uint64_t generations_made = 0;
  GenerationEntry live;
  std::optional<GenerationEntry> previous;  // before the last reindex: what rollback makes live again
  // What an unfinished reindex has built so far, of inputs and rules that `building_from` stands for. Any other commit
  // drops it. Or what the first index of all has: then it has the live generation's name, and the next commit adds to
  // it.
  std::optional<GenerationEntry> building;
  std::string building_from;
  bool is_begun() const { return building && building->name == live.name; }
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// With a checksum of itself.
std::string to_json(const Manifest& manifest);
// Throws archive_foreign, format_unknown or archive_damaged; `file` is named in the message.
Manifest parse_manifest(std::string_view json, const std::filesystem::path& file);

// Throws archive_missing or archive_foreign when there is none, else as parse_manifest.
Manifest read_manifest(const std::filesystem::path& archive);
// What stands in the manifest's spare, when that is whole: the same, or the commit before.
std::optional<Manifest> read_spare_manifest(const std::filesystem::path& archive);
// Its spare is written behind it: at worst that of the commit before. `named`: what it names and is not on the disk
// yet; it is before the manifest is.
void write_manifest(const std::filesystem::path& archive, const Manifest& manifest,
                    std::vector<std::filesystem::path> named = {});

// The live bitmaps of a commit, by name of segment, in one sealed file.
using LiveBitmaps = std::map<std::string, Bitmap>;
std::string encode(const LiveBitmaps& bitmaps);
std::optional<LiveBitmaps> decode_live_bitmaps(std::string_view bytes);

// "seg-000012"
std::string numbered(std::string_view what, std::uint64_t number);

}  // namespace dateline::schema
