// What a compressed file holds, a piece at a time. gzip and Zstandard are read here, so that all that lies before the
// place where a file breaks off is seen; the other kinds by libarchive, which then keeps back the last 64 kB or so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/byte_reader.hpp"
#include "indexer/input/containers/expansion.hpp"

namespace dateline::indexer {

enum class Compression : std::uint8_t { gzip, zstd, bzip2, xz, lzip, lz4 };

// The source refers to `bytes` and `expansion`.
std::unique_ptr<ByteSource> decompress(Compression compression, ByteReader& bytes, Expansion& expansion);

// One piece of gzip or zlib data, as servers send it; empty when it is damaged or becomes more than `longest`.
std::optional<std::string> inflated(std::string_view bytes, std::size_t longest);

}  // namespace dateline::indexer
