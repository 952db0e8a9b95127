#include "indexer/writing/archive_folder.hpp"

#include <set>
#include <string>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/mapped_file.hpp"
#include "text/analyzer.hpp"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

const std::string unfinished_manifest = std::string(schema::manifest_name) + ".new";
const std::string spare_manifest = std::string(schema::manifest_name) + schema::spare_ending;

[[noreturn]] void foreign(const fs::path& archive, const std::string& what) {
  throw Error(ErrorCode::archive_foreign, archive.string() + " is not an archive: " + what,
              "Give the folder of an archive, or an empty or new folder to make one in.");
}

bool is_ours(const fs::path& name) {
  return name == schema::lock_name || name == unfinished_manifest || name.string().rfind("gen-", 0) == 0;
}

std::set<std::string> names_in(const schema::GenerationEntry& generation) {
  std::set<std::string> names;
  for (const std::string& file : schema::loose_files(generation)) {
    names.insert(file);
    names.insert(file + schema::spare_ending);
  }
  for (const auto& segment : generation.segments) names.insert(segment.name);
  return names;
}

// What the manifest names in the folder of that name.
std::set<std::string> names_in_folder(const std::string& folder, const schema::Manifest& manifest) {
  std::set<std::string> names;
  const auto add = [&](const schema::GenerationEntry& generation) {
    if (generation.name == folder) names.merge(names_in(generation));
  };
  add(manifest.live);
  if (manifest.previous) add(*manifest.previous);
  if (manifest.building) add(*manifest.building);
  return names;
}

// Loose files are read whole when a reader opens the archive; only segments stay open.
void remove_unless_held(const fs::path& path) {
  if (fs::is_directory(path) && schema::is_held(path / schema::columns_name)) return;
  fs::remove_all(path);
}

void remove_all_but(const std::set<std::string>& names, const fs::path& generation) {
  if (!fs::is_directory(generation)) return;
  for (const auto& entry : fs::directory_iterator(generation))
    if (names.count(entry.path().filename().string()) == 0) remove_unless_held(entry.path());
}

}  // namespace

void prepare_folder(const fs::path& archive) {
  if (!fs::exists(archive)) fs::create_directories(archive);
  if (!fs::is_directory(archive)) foreign(archive, "it is a file");
  if (fs::exists(archive / schema::manifest_name)) return;
  if (fs::exists(archive / spare_manifest)) schema::read_manifest(archive);  // refuses: it has gone
  for (const auto& entry : fs::directory_iterator(archive))
    if (!is_ours(entry.path().filename())) foreign(archive, "it holds " + entry.path().filename().string());
}

schema::Manifest load_or_create_manifest(const fs::path& archive) {
  if (fs::exists(archive / schema::manifest_name)) return schema::read_manifest(archive);
  schema::Manifest manifest;
  manifest.generations_made = 1;
  manifest.live.name = schema::numbered("gen", 1);
  manifest.live.analysis = text::analysis_version();
  fs::create_directories(archive / manifest.live.name);
  schema::write_manifest(archive, manifest);
  return manifest;
}

void remove_unnamed(const fs::path& archive, const schema::Manifest& manifest, const std::string& in_the_making) {
  fs::remove(archive / unfinished_manifest);
  for (const auto& entry : fs::directory_iterator(archive)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("gen-", 0) != 0) continue;  // not ours to remove
    std::set<std::string> names = names_in_folder(name, manifest);
    if (name == manifest.live.name) names.insert(in_the_making);
    remove_all_but(names, entry.path());
    if (name != manifest.live.name && fs::is_empty(entry.path())) fs::remove(entry.path());
  }
}

}  // namespace dateline::indexer
