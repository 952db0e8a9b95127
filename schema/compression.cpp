#include "schema/compression.hpp"

#include <zstd.h>

#include <memory>

#include "dateline/error.hpp"

namespace dateline::schema {
namespace {

constexpr char encoding_zstd = 1;  // on disk for ever
constexpr int level = 3;

// With a checksum of the content: an article that was damaged on the disk is not taken for another.
struct Compressor {
  Compressor() : context(ZSTD_createCCtx()) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  }
  ~Compressor() { ZSTD_freeCCtx(context); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  ZSTD_CCtx* context;
};

}  // namespace

std::string compress(std::string_view bytes) {
  thread_local const Compressor compressor;
  std::string out(1 + ZSTD_compressBound(bytes.size()), '\0');
  out[0] = encoding_zstd;
  const std::size_t size =
      ZSTD_compress2(compressor.context, out.data() + 1, out.size() - 1, bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw Error(ErrorCode::io_failure, "an article could not be compressed");
  out.resize(1 + size);
  return out;
}

std::optional<std::string> decompress(std::string_view compressed, std::uint64_t largest) {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  if (compressed.empty() || compressed.front() != encoding_zstd) return std::nullopt;
  compressed.remove_prefix(1);
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > largest) return std::nullopt;
  std::string bytes(size, '\0');
  const std::size_t written =
      ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), compressed.data(), compressed.size());
  return written == size ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace dateline::schema
