// How records are written in archives: numbers as varints, strings after their length, fields after a tag.
//
// A record is a sequence of (tag varint, length varint, bytes). A reader skips tags that it does not know, so a later
// version may add fields without a new format. Reading never goes past the bytes given; damage is a false or an empty
// optional.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

// Seven bits a byte, lowest first, the high bit set on all but the last.
void put_varint(std::string& out, std::uint64_t value);
void put_string(std::string& out, std::string_view bytes);

// These take what they read off the front of `in`.
bool take_varint(std::string_view& in, std::uint64_t& value);
bool take_varint(std::string_view& in, std::uint32_t& value);  // also false when it does not fit
bool take_string(std::string_view& in, std::string_view& bytes);

inline std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
inline std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

// Big-endian, so that the bytes sort as the number does.
std::string fixed32(std::uint32_t value);
std::string fixed64(std::uint64_t value);
std::optional<std::uint32_t> read_fixed32(std::string_view bytes);
std::optional<std::uint64_t> read_fixed64(std::string_view bytes);

// A list of strings, one after the other.
std::string pack(std::span<const std::string> strings);
std::optional<std::vector<std::string_view>> unpack(std::string_view packed);

class RecordWriter {
 public:
  void field(std::uint32_t tag, std::string_view bytes);
  void number(std::uint32_t tag, std::uint64_t value);
  // Nothing is written for an empty string: absent and empty read the same.
  void text(std::uint32_t tag, std::string_view bytes) {
    if (!bytes.empty()) field(tag, bytes);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

struct RecordField {
  std::uint32_t tag = 0;
  std::string_view bytes;
};

class RecordReader {
 public:
  explicit RecordReader(std::string_view record) : rest_(record) {}
  // False at the end, and where the record is damaged.
  bool next(RecordField& field);
  bool damaged() const { return damaged_; }

 private:
  std::string_view rest_;
  bool damaged_ = false;
};

}  // namespace dateline::schema
