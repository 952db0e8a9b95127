#include "indexer/input/containers/containers.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dateline::indexer {
namespace {

// A compressed archive counts as two: room for a crawl in a zip in a tar.gz.
constexpr int deepest = 6;

bool is_too_deep(const Place& place, const Unpacking& unpacking) {
  if (unpacking.depth < deepest) return false;
  unpacking.sink.rejection(place.rejected("packed more than 6 times over; unpack it and index what is in it"));
  return true;
}

Unpacking inside(const Unpacking& unpacking) {
  return {unpacking.format, unpacking.sink, unpacking.expansion, unpacking.depth + 1};
}

// "news.jsonl.gz" is a "news.jsonl", "news.tgz" a "news.tar"
std::string without_ending(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> whole{
      {{".tgz", ".tar"}, {".tbz2", ".tar"}, {".txz", ".tar"}}};
  for (const auto& [packed, unpacked] : whole)
    if (name.ends_with(packed)) return name.substr(0, name.size() - packed.size()).append(unpacked);
  for (const std::string_view ending : {".gz", ".bz2", ".xz", ".zst", ".lz4", ".lz"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

// As in folders: what is hidden there is hidden here, and so is what a Mac puts beside its files.
bool is_hidden(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if ((part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

void read_compressed(Compression compression, ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  if (is_too_deep(place, unpacking)) return;
  const std::unique_ptr<ByteSource> source = decompress(compression, bytes, unpacking.expansion);
  ByteReader unpacked(*source);
  read_bytes(unpacked, {place.input, place.member, without_ending(place.hint)}, inside(unpacking));
}

void read_archive(ArchiveKind kind, ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  if (is_too_deep(place, unpacking)) return;
  ArchiveMembers members(bytes, kind, unpacking.expansion);
  std::size_t seen = 0;
  while (members.next()) {
    ++seen;
    const std::string name = members.name();
    if (!members.is_file() || is_hidden(name)) continue;
    const Place inner{place.input, place.member + "/" + name, name};
    if (members.is_encrypted()) {
      unpacking.sink.rejection(inner.rejected("encrypted; unpack it with its password and index what is in it"));
      continue;
    }
    ByteReader content(members.content());
    read_bytes(content, inner, inside(unpacking));
  }
  if (!bytes.broken().empty()) return;  // said by whoever opened them
  if (!members.broken().empty())
    unpacking.sink.rejection(place.rejected(members.broken()));
  else if (seen == 0)
    unpacking.sink.rejection(place.rejected("an archive with nothing in it"));
}

}  // namespace dateline::indexer
