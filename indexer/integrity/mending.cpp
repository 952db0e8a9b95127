#include "indexer/integrity/mending.hpp"

#include <algorithm>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "indexer/integrity/salvage.hpp"
#include "indexer/writing/copies.hpp"
#include "indexer/writing/kept_files.hpp"
#include "indexer/writing/speaker_linking.hpp"
#include "schema/columns.hpp"
#include "schema/files.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* aside = "damaged";  // folder of segments with articles that could not be read

// The files of a segment that have a copy in it: each is the other's.
std::string copy_of(const std::string& file) {
  const std::string roots = std::string(schema::database_name) + "/" + schema::roots_name;
  const std::string roots_spare = std::string(schema::roots_name) + schema::spare_ending;
  const std::string dictionaries = schema::dictionaries_name, dictionaries_spare = dictionaries + schema::spare_ending;
  if (file == roots) return roots_spare;
  if (file == roots_spare) return roots;
  if (file == dictionaries) return dictionaries_spare;
  if (file == dictionaries_spare) return dictionaries;
  return {};
}

// Whether the file was rewritten from its spare, which is what the checksum says.
bool restore_from(const fs::path& spare, const fs::path& file, const std::string& checksum) {
  std::error_code error;
  if (checksum.empty() || !fs::exists(spare, error) || schema::checksum_of(spare) != checksum) return false;
  if (!fs::is_directory(file.parent_path(), error)) return false;  // it has gone with all that was in it
  schema::replace_file(file, schema::read_file(spare));
  return true;
}

// The file of which this is the spare; empty: it is none.
std::string owner_of(const std::string& file) {
  const std::string ending = schema::spare_ending;
  if (file.size() <= ending.size() || !file.ends_with(ending)) return {};
  return file.substr(0, file.size() - ending.size());
}

bool is_of(const std::string& what, const std::string& file) { return file.rfind(what + "-", 0) == 0; }

}  // namespace

Mending::Mending(const fs::path& archive, schema::GenerationEntry& generation, std::uint64_t next_commit,
                 const std::function<std::string()>& next_segment)
    : archive_(archive),
      folder_(archive / generation.name),
      generation_(generation),
      next_commit_(next_commit),
      next_segment_(next_segment) {}

void Mending::mend(const std::vector<DamagedFile>& damaged) {
  for (const DamagedFile& one : damaged)
    if (one.segment.empty()) restore_loose(one.file, one.what);
  open_parts();
  for (Part& part : parts_) {
    std::vector<DamagedFile> here;
    std::copy_if(damaged.begin(), damaged.end(), std::back_inserter(here),
                 [&](const DamagedFile& one) { return one.segment == part.entry.name; });
    if (!here.empty()) mend_segment(part, here);
  }
  if (live_lost_) mask_older_duplicates();
  write_changes();
}

std::size_t Mending::articles() const {
  std::size_t articles = 0;
  for (const Part& part : parts_) articles += part.live.count();
  return articles;
}

// ---- small files ----

void Mending::restore_loose(const std::string& file, const std::string& what) {
  const std::string owner = owner_of(file);
  const auto checksum = generation_.checksums.find(owner.empty() ? file : owner);
  const std::string expected = checksum == generation_.checksums.end() ? std::string() : checksum->second;
  if (!owner.empty()) {
    if (restore_from(folder_ / owner, folder_ / file, expected)) done_.push_back(file + " was written again.");
    return;
  }
  if (restore_from(folder_ / (file + schema::spare_ending), folder_ / file, expected)) {
    done_.push_back(file + " " + what + "; it was restored from its spare.");
    return;
  }
  give_up(file);
}

void Mending::give_up(const std::string& file) {
  if (file == generation_.inputs || file == generation_.input_changes) {
    generation_.inputs.clear();
    generation_.input_changes.clear();
    done_.push_back("The table of recorded inputs is lost: `dateline index` with the same paths makes it anew.");
  } else if (file == generation_.aliases) {
    generation_.aliases.clear();
    done_.push_back("The rows given with --aliases are lost: give them again.");
  } else if (file == generation_.sources) {
    generation_.sources.clear();
    done_.push_back("The rows given with --sources are lost: give them again.");
  } else if (file == generation_.recurring) {
    generation_.recurring.clear();
    generation_.learnt_from = 0;
    done_.push_back("The recurring lines that were learnt are lost: `dateline reindex` learns them anew.");
  } else if (file == generation_.speakers) {
    generation_.speakers.clear();
    done_.push_back("Which spellings are one speaker is lost: `dateline reindex` decides it anew.");
  } else if (is_of("live", file)) {
    live_lost_ = true;
    done_.push_back("It is lost which articles were removed: they may be back. Of replaced ones the newest counts.");
  } else {
    generation_.copies.reset();
    done_.push_back("Which articles are copies of one story was found out again.");
  }
}

void Mending::open_parts() {
  for (const schema::SegmentEntry& entry : generation_.segments) {
    Part part{entry, schema::Bitmap(entry.articles, true)};
    if (!entry.live.empty() && !live_lost_) {
      const auto bitmaps = schema::decode_live_bitmaps(schema::read_file(folder_ / entry.live));
      if (bitmaps && bitmaps->count(entry.name) > 0) part.live = bitmaps->at(entry.name);
    }
    parts_.push_back(std::move(part));
  }
}

// ---- segments ----

// What has a copy is restored first: what is left of the others can be read with it alone.
void Mending::mend_segment(Part& part, std::vector<DamagedFile> damaged) {
  std::erase_if(damaged, [&](const DamagedFile& one) { return restore_from_copy(part, one.file); });
  if (!damaged.empty()) rebuild(part, damaged);
}

bool Mending::restore_from_copy(const Part& part, const std::string& file) {
  const fs::path segment = folder_ / part.entry.name;
  const std::string copy = copy_of(file);
  const auto checksum = part.entry.checksums.find(file);
  if (copy.empty() || checksum == part.entry.checksums.end()) return false;
  if (!restore_from(segment / copy, segment / file, checksum->second)) return false;
  done_.push_back(part.entry.name + "/" + file + " was restored from its spare.");
  return true;
}

void Mending::rebuild(Part& part, const std::vector<DamagedFile>& damaged) {
  const std::string old = part.entry.name;
  const bool columns_are_sound = std::none_of(damaged.begin(), damaged.end(),
                                              [](const DamagedFile& one) { return one.file == schema::columns_name; });
  const std::string fresh = next_segment_();
  Salvage salvaged = salvage(part, folder_, columns_are_sound, folder_ / fresh);
  parts_changed_ = true;
  if (salvaged.lost > 0) {
    lost_ += salvaged.lost;
    keep_aside(old);
    forget_inputs(salvaged.lost_inputs ? &*salvaged.lost_inputs : nullptr);
    done_.push_back(old + ": " + std::to_string(salvaged.lost) +
                    " articles cannot be read; what is left of it lies in " + aside +
                    "/. Their inputs are read again by the next `dateline index`.");
  }
  if (!salvaged.part) {
    part.live = schema::Bitmap(0);
    part.entry.articles = 0;
    return;
  }
  done_.push_back(old + " was built anew from its " + std::to_string(salvaged.part->entry.articles) +
                  " stored articles, as " + fresh + ".");
  part = *std::move(salvaged.part);
  apply_speaker_links(part.entry);
  schema::sync_all(schema::tree_of(folder_ / fresh));
}

// Stored articles call speakers as they did; who is one with whom the columns say.
void Mending::apply_speaker_links(schema::SegmentEntry& segment) {
  if (generation_.speakers.empty()) return;
  if (const auto links = schema::decode_speaker_links(schema::read_file(folder_ / generation_.speakers)))
    apply_links(*links, folder_, segment);
}

// For somebody who knows more than we do; nobody reads it, and nobody removes it.
void Mending::keep_aside(const std::string& segment) {
  std::error_code ignored;
  fs::create_directories(archive_ / aside, ignored);
  fs::copy(folder_ / segment, archive_ / aside / segment, fs::copy_options::recursive, ignored);
}

// ---- what hangs on them ----

// The newest article of each key is the one that counts.
void Mending::mask_older_duplicates() {
  std::unordered_set<std::uint64_t> seen;
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
    if (part->entry.articles == 0) continue;
    const auto columns = schema::Columns::open(folder_ / part->entry.name / schema::columns_name);
    for (std::uint32_t article = part->entry.articles; article-- > 0;)
      if (!seen.insert(columns->key_hash()[article]).second) part->live.clear(article);
  }
  parts_changed_ = true;
}

// Null: nobody knows which, so all.
void Mending::forget_inputs(const std::vector<std::string>* lost) {
  if (generation_.inputs.empty()) return;
  InputTable left;
  for (const InputStamp& row : read_inputs(folder_, generation_).rows()) {
    const bool has_lost = !lost || std::any_of(lost->begin(), lost->end(), [&](const std::string& input) {
      return input.rfind(row.input, 0) == 0;
    });
    if (!has_lost) left.record(row);
  }
  generation_.input_changes.clear();
  generation_.inputs = schema::numbered("inputs", next_commit_);
  schema::write_file(folder_ / generation_.inputs, encode(left));
}

void Mending::write_changes() {
  parts_.erase(std::remove_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.live.count() == 0; }),
               parts_.end());
  if (parts_changed_) {
    const std::string live_file = schema::numbered("live", next_commit_);
    const std::string bitmaps = describe_live(parts_, live_file);
    if (!bitmaps.empty()) schema::write_file(folder_ / live_file, bitmaps);
  }
  if (parts_changed_ || !generation_.copies) {
    const std::string groups = describe_copies(find_copies(parts_, folder_, {}), parts_);
    generation_.copies = groups.empty() ? std::string() : schema::numbered("copies", next_commit_);
    if (!groups.empty()) schema::write_file(folder_ / *generation_.copies, groups);
  }
  generation_.segments.clear();
  for (const Part& part : parts_) generation_.segments.push_back(part.entry);
  record_loose_files(folder_, generation_);
  schema::sync_folder(folder_);
}

}  // namespace dateline::indexer
