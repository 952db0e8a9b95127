#include "schema/record.hpp"

#include <limits>

namespace dateline::schema {
namespace {

template <class Unsigned>
std::string big_endian(Unsigned value) {
  std::string bytes(sizeof value, '\0');
  for (std::size_t i = sizeof value; i-- > 0; value = static_cast<Unsigned>(value >> 8))
    bytes[i] = static_cast<char>(value & 0xff);
  return bytes;
}

template <class Unsigned>
std::optional<Unsigned> read_big_endian(std::string_view bytes) {
  if (bytes.size() != sizeof(Unsigned)) return std::nullopt;
  Unsigned value = 0;
  for (const char byte : bytes) value = static_cast<Unsigned>((value << 8) | static_cast<unsigned char>(byte));
  return value;
}

}  // namespace

void put_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>((value & 0x7f) | 0x80));
  out.push_back(static_cast<char>(value));
}

void put_string(std::string& out, std::string_view bytes) {
  put_varint(out, bytes.size());
  out.append(bytes);
}

bool take_varint(std::string_view& in, std::uint64_t& value) {
  std::uint64_t read = 0;
  for (std::size_t i = 0; i < in.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(in[i]);
    if (i == 9 && byte > 1) return false;  // more than 64 bits
    read |= std::uint64_t{byte & 0x7fU} << (7 * i);
    if (byte < 0x80) {
      value = read;
      in.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

bool take_varint(std::string_view& in, std::uint32_t& value) {
  std::uint64_t wide = 0;
  if (!take_varint(in, wide) || wide > std::numeric_limits<std::uint32_t>::max()) return false;
  value = static_cast<std::uint32_t>(wide);
  return true;
}

bool take_string(std::string_view& in, std::string_view& bytes) {
  std::uint64_t length = 0;
  if (!take_varint(in, length) || length > in.size()) return false;
  bytes = in.substr(0, length);
  in.remove_prefix(length);
  return true;
}

std::string fixed32(std::uint32_t value) { return big_endian(value); }
std::string fixed64(std::uint64_t value) { return big_endian(value); }
std::optional<std::uint32_t> read_fixed32(std::string_view bytes) { return read_big_endian<std::uint32_t>(bytes); }
std::optional<std::uint64_t> read_fixed64(std::string_view bytes) { return read_big_endian<std::uint64_t>(bytes); }

std::string pack(std::span<const std::string> strings) {
  std::string packed;
  for (const auto& string : strings) put_string(packed, string);
  return packed;
}

std::optional<std::vector<std::string_view>> unpack(std::string_view packed) {
  std::vector<std::string_view> strings;
  for (std::string_view string; !packed.empty(); strings.push_back(string))
    if (!take_string(packed, string)) return std::nullopt;
  return strings;
}

void RecordWriter::field(std::uint32_t tag, std::string_view bytes) {
  put_varint(bytes_, tag);
  put_string(bytes_, bytes);
}

void RecordWriter::number(std::uint32_t tag, std::uint64_t value) {
  std::string bytes;
  put_varint(bytes, value);
  field(tag, bytes);
}

bool RecordReader::next(RecordField& field) {
  if (rest_.empty() || damaged_) return false;
  if (take_varint(rest_, field.tag) && take_string(rest_, field.bytes)) return true;
  damaged_ = true;
  return false;
}

}  // namespace dateline::schema
