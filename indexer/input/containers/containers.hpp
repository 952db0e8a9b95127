// What is packed is unpacked, and read as if it lay in a folder: `news.tar.gz/2024/a.html`.
#pragma once

#include "indexer/input/containers/archive_members.hpp"
#include "indexer/input/containers/decompression.hpp"
#include "indexer/input/formats.hpp"

namespace dateline::indexer {

void read_compressed(Compression compression, ByteReader& bytes, const Place& place, const Unpacking& unpacking);
void read_archive(ArchiveKind kind, ByteReader& bytes, const Place& place, const Unpacking& unpacking);

}  // namespace dateline::indexer
