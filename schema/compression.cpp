#include "schema/compression.hpp"

#include <zstd.h>

#include <memory>

#include "dateline/error.hpp"
#include "schema/dictionary_training.hpp"
#include "schema/record.hpp"
#include "schema/segment_dictionaries.hpp"

namespace dateline::schema {
namespace {

constexpr int quick_level = -1;

// On disk for ever.
enum Encoding : char {
  encoding_zstd = 1,
  encoding_zstd_with_dictionary = 2,  // behind it the dictionary's number, a varint
};

// With a checksum of the content: an article that was damaged on the disk, or is unpacked by another dictionary than
// its own, is not taken for another. It makes the dictionary's number superfluous.
struct Compressor {
  explicit Compressor(int level) : context(ZSTD_createCCtx()) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  }
  ~Compressor() { ZSTD_freeCCtx(context); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  ZSTD_CCtx* context;
};

// Takes off the front how the rest is compressed; false when it is not known, or its dictionary is not.
bool take_encoding(std::string_view& compressed, const SegmentDictionaries* dictionaries,
                   const ZSTD_DDict*& dictionary) {
  if (compressed.empty()) return false;
  const char encoding = compressed.front();
  compressed.remove_prefix(1);
  if (encoding != encoding_zstd_with_dictionary) return encoding == encoding_zstd;
  std::uint32_t number = 0;
  if (!dictionaries || !take_varint(compressed, number)) return false;
  dictionary = dictionaries->find(number);
  return dictionary != nullptr;
}

// Behind what `out` holds.
void append_compressed(const Compressor& compressor, std::string_view bytes, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + ZSTD_compressBound(bytes.size()));
  const std::size_t size =
      ZSTD_compress2(compressor.context, out.data() + begin, out.size() - begin, bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw Error(ErrorCode::io_failure, "an article could not be compressed");
  out.resize(begin + size);
}

}  // namespace

std::string compress(std::string_view bytes, const TrainedDictionary* dictionary) {
  thread_local const Compressor compressor(compression_level);
  // The dictionary before may be gone: it is forgotten here, whatever became of the article before.
  ZSTD_CCtx_reset(compressor.context, ZSTD_reset_session_only);
  ZSTD_CCtx_refCDict(compressor.context, dictionary ? &dictionary->ready() : nullptr);
  std::string out(1, dictionary ? encoding_zstd_with_dictionary : encoding_zstd);
  if (dictionary) put_varint(out, dictionary->number());
  append_compressed(compressor, bytes, out);
  return out;
}

std::string compress_quickly(std::string_view bytes) {
  thread_local const Compressor compressor(quick_level);
  std::string out(1, encoding_zstd);
  append_compressed(compressor, bytes, out);
  return out;
}

std::optional<std::string> decompress(std::string_view compressed, std::uint64_t largest,
                                      const SegmentDictionaries* dictionaries) {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  const ZSTD_DDict* dictionary = nullptr;
  if (!take_encoding(compressed, dictionaries, dictionary)) return std::nullopt;
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > largest) return std::nullopt;
  std::string bytes(size, '\0');
  const std::size_t written = ZSTD_decompress_usingDDict(context.get(), bytes.data(), bytes.size(), compressed.data(),
                                                         compressed.size(), dictionary);
  return written == size ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace dateline::schema
