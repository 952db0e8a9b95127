// Bytes that are read once, from front to back: of memory, or of a source that gives a piece at a time. What comes out
// of a compressed file of any size is never held whole, unless a reader asks for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // The next bytes, good until the next call; empty at the end.
  virtual std::string_view next() = 0;
  // Why that end came before its time, with the remedy; empty when it is the true end. Asked at the end only.
  virtual std::string broken() const { return {}; }
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view whole) : rest_(whole), taken_(whole.size()) {}
  explicit ByteReader(ByteSource& source) : source_(&source) {}  // which must outlive this
  ByteReader(const ByteReader&) = delete;
  ByteReader& operator=(const ByteReader&) = delete;

  // What comes next, at least so much of it unless the end comes first. Every view is good until the next call.
  std::string_view ahead(std::size_t wanted);
  void skip(std::size_t count);
  bool at_end() { return ahead(1).empty(); }

  struct Line {
    std::string_view text;  // without its end; of one that is too long, nothing
    bool too_long = false;
    bool ended = false;  // by a line end, not by the end of the bytes
  };
  // The line up to the next '\n', which is passed. Empty at the end.
  std::optional<Line> line(std::size_t longest);

  // All that is left; empty when that is more than `longest`. Nothing is passed.
  std::optional<std::string_view> whole(std::size_t longest);

  // Whether nothing more will come than what ahead() shows already.
  bool is_in_memory() const { return source_ == nullptr; }
  // Why the source ended before its time; empty when it did not, or has not ended yet. A reader drops what such an end
  // leaves incomplete; whoever gave it the bytes says why.
  const std::string& broken() const { return broken_; }
  // Bytes that the source has given so far.
  std::uint64_t taken() const { return taken_; }

 private:
  std::string_view pull();
  void keep_rest();
  void append(std::string_view piece);

  ByteSource* source_ = nullptr;  // none: it has ended
  std::string_view rest_;         // not yet passed: of the given memory, of the last piece, or of kept_
  std::string kept_;              // where several pieces had to be seen as one
  bool is_kept_ = false;          // rest_ is the end of kept_
  std::uint64_t taken_ = 0;
  std::string broken_;
};

}  // namespace dateline::indexer
