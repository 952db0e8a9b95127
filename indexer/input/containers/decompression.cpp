#include "indexer/input/containers/decompression.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "indexer/input/containers/archive_members.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t piece_size = 256 << 10;
constexpr int gzip_or_zlib = 15 + 32;  // zlib's number for: the largest window, either header

constexpr const char* breaks_off = "the compressed data breaks off; what came before was read. Get the file again";
constexpr const char* damaged = "the compressed data is damaged; what came before was read. Get the file again";

// What the decompressors have in common: pieces out of pieces, until the end or a reason to end.
class Decompressor : public ByteSource {
 public:
  Decompressor(ByteReader& bytes, Expansion& expansion)
      : bytes_(bytes), expansion_(expansion), piece_(piece_size, '\0') {}

  std::string_view next() final {
    if (ended_) return {};
    const std::size_t size = fill();
    if (!expansion_.grow(size)) {
      end(expands_too_much);
      return {};
    }
    return std::string_view(piece_).substr(0, size);
  }

  std::string broken() const final { return reason_; }

 protected:
  // Puts what comes next into piece_, and says how much: nothing at the end only, which it marks by end().
  virtual std::size_t fill() = 0;

  void end(std::string reason = {}) {
    ended_ = true;
    reason_ = std::move(reason);
  }
  // The input has ended where more was meant to come.
  void end_early() { end(bytes_.broken().empty() ? breaks_off : bytes_.broken()); }
  bool has_ended() const { return ended_; }

  ByteReader& bytes_;
  Expansion& expansion_;
  std::string piece_;

 private:
  bool ended_ = false;
  std::string reason_;
};

class Gzip final : public Decompressor {
 public:
  Gzip(ByteReader& bytes, Expansion& expansion) : Decompressor(bytes, expansion) {
    if (inflateInit2(&stream_, gzip_or_zlib) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }

 private:
  std::size_t fill() override {
    stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
    stream_.avail_out = static_cast<uInt>(piece_.size());
    while (stream_.avail_out > 0 && !has_ended()) step();
    return piece_.size() - stream_.avail_out;
  }

  void step() {
    const std::string_view input = bytes_.ahead(1).substr(0, 1 << 20);
    if (input.empty()) return end_early();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    bytes_.skip(input.size() - stream_.avail_in);
    if (status == Z_STREAM_END)
      next_member();
    else if (status != Z_OK && status != Z_BUF_ERROR)
      end(damaged);
  }

  // Files may be put behind each other, as crawlers do for every record; what else follows is no data.
  void next_member() {
    if (bytes_.ahead(2).starts_with("\x1F\x8B"))
      inflateReset(&stream_);
    else
      end(bytes_.broken());
  }

  z_stream stream_{};
};

class Zstandard final : public Decompressor {
 public:
  using Decompressor::Decompressor;

 private:
  std::size_t fill() override {
    ZSTD_outBuffer out{piece_.data(), piece_.size(), 0};
    while (out.pos < out.size && !has_ended()) step(out);
    return out.pos;
  }

  void step(ZSTD_outBuffer& out) {
    const std::string_view input = bytes_.ahead(1);
    if (input.empty() && !inside_frame_) return end(bytes_.broken());
    const std::size_t before = out.pos;
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
    bytes_.skip(in.pos);
    if (ZSTD_isError(status)) return end(damaged);
    inside_frame_ = status != 0;
    if (input.empty() && out.pos == before) end_early();
  }

  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  bool inside_frame_ = true;
};

// The one member that libarchive sees in a compressed file.
class OtherCompression final : public ByteSource {
 public:
  OtherCompression(ByteReader& bytes, Expansion& expansion, ArchiveKind kind) : members_(bytes, kind, expansion) {
    is_open_ = members_.next();
  }

  std::string_view next() override { return is_open_ ? members_.content().next() : std::string_view{}; }
  std::string broken() const override { return is_open_ ? members_.content().broken() : members_.broken(); }

 private:
  mutable ArchiveMembers members_;
  bool is_open_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> decompress(Compression compression, ByteReader& bytes, Expansion& expansion) {
  if (compression == Compression::gzip) return std::make_unique<Gzip>(bytes, expansion);
  if (compression == Compression::zstd) return std::make_unique<Zstandard>(bytes, expansion);
  return std::make_unique<OtherCompression>(bytes, expansion, ArchiveKind::compressed_file);
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t longest) {
  ByteReader reader(bytes);
  Expansion expansion(reader);
  Gzip source(reader, expansion);
  std::string all;
  for (std::string_view piece = source.next(); !piece.empty(); piece = source.next()) {
    if (all.size() + piece.size() > longest) return std::nullopt;
    all += piece;
  }
  if (!source.broken().empty()) return std::nullopt;
  return all;
}

}  // namespace dateline::indexer
