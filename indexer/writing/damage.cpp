#include "indexer/writing/damage.hpp"

#include <algorithm>
#include <sstream>
#include <system_error>

#include <xapian.h>

#include "dateline/error.hpp"
#include "schema/columns.hpp"
#include "schema/files.hpp"
#include "schema/segment_dictionaries.hpp"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

// Xapian's own words about a database whose files are those that were written; empty: nothing to say.
std::string objections_of_xapian(const fs::path& database) {
  std::ostringstream words;
  try {
    if (Xapian::Database::check(database.string(), 0, &words) == 0) return {};
  } catch (const Xapian::Error& error) {
    words << error.get_description();
  }
  std::string text = words.str();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return "is not sound: " + text;
}

}  // namespace

std::vector<DamagedFile> DamageFinder::in(const schema::GenerationEntry& generation) {
  const fs::path folder = archive_ / generation.name;
  std::vector<DamagedFile> found;
  for (const schema::SegmentEntry& segment : generation.segments) {
    const std::size_t before = found.size();
    for (const auto& [file, checksum] : segment.checksums)
      compare(folder / segment.name, file, checksum, segment.name, found);
    if (found.size() == before) look_into(folder, segment, found);
  }
  for (const std::string& file : schema::loose_files(generation)) {
    const auto known = generation.checksums.find(file);
    const std::string checksum = known == generation.checksums.end() ? std::string() : known->second;
    compare(folder, file, checksum, {}, found);
    // A spare was not synced: after a loss of power it may be missing, which is no damage.
    const std::string spare = file + schema::spare_ending;
    if (fs::exists(folder / spare)) compare(folder, spare, checksum, {}, found);
  }
  return found;
}

void DamageFinder::compare(const fs::path& folder, const std::string& name, const std::string& checksum,
                           const std::string& segment, std::vector<DamagedFile>& found) {
  const fs::path file = folder / name;
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) {
    found.push_back({segment, name, error == std::errc::no_such_file_or_directory ? "is missing" : error.message()});
    return;
  }
  if (!checksum.empty() && schema::checksum_of(file) != checksum)
    found.push_back({segment, name, "is not what was written: its checksum is another"});
  ++report_.files;
  report_.bytes += size;
  if (progress_ && !progress_(report_.files, report_.bytes))
    throw Error(ErrorCode::cancelled, "the check was cancelled");
}

// Every byte is the one that was written; whether that made sense is another question.
void DamageFinder::look_into(const fs::path& folder, const schema::SegmentEntry& segment,
                             std::vector<DamagedFile>& found) {
  const fs::path database = folder / segment.name / schema::database_name;
  if (std::string words = objections_of_xapian(database); !words.empty())
    found.push_back({segment.name, schema::database_name, std::move(words)});
  try {
    if (schema::Columns::open(folder / segment.name / schema::columns_name)->articles() != segment.articles)
      found.push_back({segment.name, schema::columns_name, "has another number of articles"});
  } catch (const Error& error) {
    found.push_back({segment.name, schema::columns_name, error.what()});
  }
  if (segment.checksums.count(schema::dictionaries_name) == 0) return;
  try {
    schema::SegmentDictionaries(folder / segment.name / schema::dictionaries_name).find(0);
  } catch (const Error& error) {
    found.push_back({segment.name, schema::dictionaries_name, error.what()});
  }
}

std::string path_of(const std::string& generation, const DamagedFile& damaged) {
  return (fs::path(generation) / damaged.segment / damaged.file).generic_string();
}

}  // namespace dateline::indexer
