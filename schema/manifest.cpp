#include "schema/manifest.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/stored_article.hpp"

namespace dateline::schema {
namespace {

using nlohmann::json;

constexpr const char* format_key = "dateline_archive";
constexpr const char* checksum_key = "manifest_checksum";
constexpr std::size_t largest_manifest = std::size_t{1} << 26;

// ---- writing ----

json file_or_null(const std::string& name) { return name.empty() ? json(nullptr) : json(name); }

// Of the members in their order, which is that of their names.
std::string checksum_of_members(const json& object) { return hex16(hash64(object.dump(1))); }

json to_json(const SegmentEntry& segment) {
  return {{"name", segment.name},
          {"articles", segment.articles},
          {"live", file_or_null(segment.live)},
          {"checksums", segment.checksums}};
}

json to_json(const GenerationEntry& generation) {
  json segments = json::array();
  for (const auto& segment : generation.segments) segments.push_back(to_json(segment));
  json object = {{"generation", generation.name},
                 {"segments", segments},
                 {"inputs", file_or_null(generation.inputs)},
                 {"input_changes", file_or_null(generation.input_changes)},
                 {"aliases", file_or_null(generation.aliases)},
                 {"sources", file_or_null(generation.sources)},
                 {"recurring", file_or_null(generation.recurring)},
                 {"learnt_from", generation.learnt_from},
                 {"checksums", generation.checksums},
                 {"speakers", file_or_null(generation.speakers)},
                 {"analysis", generation.analysis}};
  if (generation.copies) object["copies"] = file_or_null(*generation.copies);
  return object;
}

// ---- reading ----

// Names become paths below the archive: nothing may lead out of it.
std::string checked_name(std::string name) {
  const bool plain = !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  if (!plain) throw std::invalid_argument("a file has the name \"" + name + "\"");
  return name;
}

std::string read_file_name(const json& object, const char* key) {
  const json& name = object.at(key);
  return name.is_null() ? std::string() : checked_name(name.get<std::string>());
}

std::uint64_t read_count(const json& object, const char* key) {
  if (!object.at(key).is_number_unsigned()) throw std::invalid_argument(std::string(key) + " is no number");
  return object.at(key).get<std::uint64_t>();
}

SegmentEntry read_segment(const json& object) {
  SegmentEntry segment;
  segment.name = checked_name(object.at("name").get<std::string>());
  const std::uint64_t articles = read_count(object, "articles");
  if (articles >= no_ordinal) throw std::invalid_argument("a segment's number of articles");
  segment.articles = static_cast<std::uint32_t>(articles);
  segment.live = read_file_name(object, "live");
  segment.checksums = object.at("checksums").get<std::map<std::string, std::string>>();
  return segment;
}

GenerationEntry read_generation(const json& object) {
  GenerationEntry generation;
  generation.name = checked_name(object.at("generation").get<std::string>());
  for (const json& segment : object.at("segments")) generation.segments.push_back(read_segment(segment));
  generation.inputs = read_file_name(object, "inputs");
  generation.aliases = read_file_name(object, "aliases");
  generation.sources = read_file_name(object, "sources");
  if (object.contains("recurring")) generation.recurring = read_file_name(object, "recurring");
  if (object.contains("input_changes")) generation.input_changes = read_file_name(object, "input_changes");
  if (object.contains("speakers")) generation.speakers = read_file_name(object, "speakers");
  generation.learnt_from = object.value("learnt_from", std::uint32_t{0});
  generation.copies.reset();
  if (object.contains("copies")) generation.copies = read_file_name(object, "copies");
  if (object.contains("checksums"))
    generation.checksums = object.at("checksums").get<std::map<std::string, std::string>>();
  generation.analysis = object.at("analysis").get<std::string>();
  return generation;
}

void verify(json object) {
  if (!object.contains(checksum_key)) return;  // an older version wrote it
  const std::string checksum = object.at(checksum_key).get<std::string>();
  object.erase(checksum_key);
  if (checksum != checksum_of_members(object)) throw std::invalid_argument("its checksum is another");
}

Manifest read(const json& object) {
  Manifest manifest;
  manifest.features = object.at("features").get<std::vector<std::string>>();
  manifest.commit = read_count(object, "commit");
  manifest.segments_made = read_count(object, "segments_made");
  manifest.generations_made = read_count(object, "generations_made");
  manifest.live = read_generation(object);
  if (!object.at("previous").is_null()) manifest.previous = read_generation(object.at("previous"));
  if (object.contains("building")) {
    manifest.building = read_generation(object.at("building"));
    manifest.building_from = object.at("building_from").get<std::string>();
  }
  return manifest;
}

// Without a checksum nothing is there that has another name: else its own name could be damaged.
void refuse_strangers(const json& object, const Manifest& manifest) {
  if (object.contains(checksum_key)) return;
  const json known = json::parse(to_json(manifest));
  for (const auto& [name, member] : object.items())
    if (!known.contains(name)) throw std::invalid_argument("it has a member \"" + name + "\"");
}

constexpr const char* kRemedy = "Run `dateline check --repair`; else restore it from a backup, or index again.";

[[noreturn]] void foreign(const std::filesystem::path& file) {
  throw Error(ErrorCode::archive_foreign, file.string() + " is not the manifest of an archive",
              "Give the folder of an archive, or another folder to make one in.");
}

void refuse_unknown(const json& object, const std::filesystem::path& file) {
  const char* const remedy = "Use the version of dateline that wrote it, or a newer one.";
  const json& format = object.at(format_key);
  if (format != archive_format)
    throw Error(ErrorCode::format_unknown,
                file.string() + " has format " + format.dump() + "; this version knows format " +
                    std::to_string(archive_format),
                remedy);
  // None are defined yet: whatever is named here, a newer version wrote.
  const json features = object.value("features", json::array());
  if (!features.is_array() || !features.empty())
    throw Error(ErrorCode::format_unknown,
                file.string() + " needs features that this version does not know: " + features.dump(), remedy);
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  json object = to_json(manifest.live);
  object[format_key] = archive_format;
  object["features"] = manifest.features;
  object["commit"] = manifest.commit;
  object["segments_made"] = manifest.segments_made;
  object["generations_made"] = manifest.generations_made;
  object["previous"] = manifest.previous ? to_json(*manifest.previous) : json(nullptr);
  if (manifest.building) {
    object["building"] = to_json(*manifest.building);
    object["building_from"] = manifest.building_from;
  }
  object[checksum_key] = checksum_of_members(object);
  return object.dump(1) + "\n";
}

Manifest parse_manifest(std::string_view text, const std::filesystem::path& file) {
  const json object =
      text.size() <= largest_manifest ? json::parse(text, nullptr, false) : json(json::value_t::discarded);
  if (!object.is_object() || !object.contains(format_key)) {
    if (text.find(format_key) == std::string_view::npos) foreign(file);
    throw Error(ErrorCode::archive_damaged, file.string() + " is not whole", kRemedy);
  }
  try {
    verify(object);
    refuse_unknown(object, file);
    Manifest manifest = read(object);
    refuse_strangers(object, manifest);
    return manifest;
  } catch (const json::exception& error) {
    throw Error(ErrorCode::archive_damaged, file.string() + " is damaged: " + error.what(), kRemedy);
  } catch (const std::invalid_argument& error) {
    throw Error(ErrorCode::archive_damaged, file.string() + " is damaged: " + error.what(), kRemedy);
  }
}

namespace {

bool is_there(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::exists(file, ignored);
}

Manifest read_existing_manifest(const std::filesystem::path& archive) {
  const auto file = archive / manifest_name;
  if (!is_there(file))
    throw Error(ErrorCode::archive_foreign, archive.string() + " is not an archive",
                "Make one with `dateline index` in a new folder, or correct the path.");
  return parse_manifest(read_file(file), file);
}

}  // namespace

Manifest read_manifest(const std::filesystem::path& archive) {
  std::error_code ignored;
  if (!is_there(archive) || std::filesystem::is_empty(archive, ignored))
    throw Error(ErrorCode::archive_missing, "there is no archive at " + archive.string(),
                "Make one with `dateline index`, or correct the path.");
  try {
    return read_existing_manifest(archive);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::archive_damaged || !read_spare_manifest(archive)) throw;
    // Who has a spare is an archive of this version, whatever its manifest says.
    throw Error(ErrorCode::archive_damaged, std::string(error.what()) + ", but was one", kRemedy);
  }
}

std::optional<Manifest> read_spare_manifest(const std::filesystem::path& archive) {
  const auto file = archive / (std::string(manifest_name) + spare_ending);
  if (!is_there(file)) return std::nullopt;
  try {
    return parse_manifest(read_file(file), file);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void write_manifest(const std::filesystem::path& archive, const Manifest& manifest,
                    std::vector<std::filesystem::path> named) {
  const std::string json = to_json(manifest);
  replace_file(archive / manifest_name, json, std::move(named));
  write_spare(archive / manifest_name, json);
}

bool holds_nothing(const GenerationEntry& generation) {
  return generation.segments.empty() && generation.inputs.empty();
}

std::vector<std::string> loose_files(const GenerationEntry& generation) {
  std::set<std::string> files{generation.inputs,  generation.input_changes, generation.aliases,
                              generation.sources, generation.recurring,     generation.copies.value_or(""),
                              generation.speakers};
  for (const SegmentEntry& segment : generation.segments) files.insert(segment.live);
  files.erase("");
  return {files.begin(), files.end()};
}

std::string numbered(std::string_view what, std::uint64_t number) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "-%06llu", static_cast<unsigned long long>(number));
  return std::string(what) + digits;
}

}  // namespace dateline::schema
