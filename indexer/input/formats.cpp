#include "indexer/input/formats.hpp"

#include <algorithm>

#include "indexer/input/containers/containers.hpp"
#include "indexer/input/csv_records.hpp"
#include "indexer/input/decode.hpp"
#include "indexer/input/detect.hpp"
#include "indexer/input/feed.hpp"
#include "indexer/input/json_records.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/mail/mailbox.hpp"
#include "indexer/input/pages.hpp"
#include "indexer/input/warc.hpp"

namespace dateline::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_size = 16 << 10;

// Readers of what is not packed know nothing of packing.
template <void (*read)(ByteReader&, const Place&, const InputSink&)>
void unpacked(ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  read(bytes, place, unpacking.sink);
}

// Records are taken from a stream, in UTF-8 mostly; UTF-16 is converted first, as a whole.
template <void (*read)(ByteReader&, const Place&, const InputSink&)>
void records(ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  if (text_of_utf16(bytes.ahead(1024).substr(0, 1024)).empty()) {
    if (bytes.ahead(3).starts_with("\xEF\xBB\xBF")) bytes.skip(3);
    return read(bytes, place, unpacking.sink);
  }
  const std::optional<std::string_view> all = bytes.whole(largest_wide);
  if (!all) return unpacking.sink.rejection(place.rejected("UTF-16 of more than 256 MB; convert it to UTF-8"));
  const std::optional<Decoded> decoded = decode(*all);
  if (!decoded) return unpacking.sink.rejection(place.rejected(no_text));
  ByteReader converted(decoded->text);
  read(converted, place, unpacking.sink);
}

template <Compression compression>
void compressed(ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  read_compressed(compression, bytes, place, unpacking);
}

template <ArchiveKind kind>
void archived(ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  read_archive(kind, bytes, place, unpacking);
}

// Files that are told what to do instead, since many folders hold some.
void pdf(ByteReader&, const Place& place, const Unpacking& unpacking) {
  unpacking.sink.rejection(place.rejected("a PDF; index its text instead, as pdftotext makes it"));
}
void rar(ByteReader&, const Place& place, const Unpacking& unpacking) {
  unpacking.sink.rejection(place.rejected("a RAR archive; unpack it and index what is in it"));
}
void office(ByteReader&, const Place& place, const Unpacking& unpacking) {
  unpacking.sink.rejection(place.rejected("an office document or an e-book; save it as HTML or text and index that"));
}

void other_xml(ByteReader&, const Place& place, const Unpacking& unpacking) {
  unpacking.sink.rejection(place.rejected("XML that is neither a feed nor a page; index the text that is in it"));
}

bool is_office_zip(std::string_view bytes) {
  constexpr std::size_t first_name = 30;
  if (!bytes.starts_with("PK\3\4") || bytes.size() < first_name) return false;
  const std::string_view name = bytes.substr(first_name);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/");
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6"); }

bool is_zstd(std::string_view bytes) {
  // A frame, or one that decoders skip, as parallel compressors put first.
  return bytes.starts_with("\x28\xB5\x2F\xFD") || (bytes.size() > 4 && bytes.substr(1, 3) == "\x2A\x4D\x18"sv &&
                                                   (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50);
}

bool is_bzip2(std::string_view bytes) {
  return bytes.starts_with("BZh") && bytes.size() > 9 && bytes[3] >= '1' && bytes[3] <= '9' &&
         (bytes.substr(4, 6) == "1AY&SY" || bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

bool is_tar(std::string_view bytes) { return bytes.size() > 262 && bytes.substr(257, 5) == "ustar"; }

constexpr auto none = std::nullopt;

}  // namespace

const std::vector<InputKind>& input_kinds() {
  static const std::vector<InputKind> kinds{
      {none, "PDF", "", false, [](const Head& h) { return h.bytes.starts_with("%PDF-"); }, pdf},
      {none, "RAR", "", false, [](const Head& h) { return h.bytes.starts_with("Rar!\x1A\x07"); }, rar},
      {none, "office", "", false,
       [](const Head& h) { return h.bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") || is_office_zip(h.bytes); },
       office},

      {none, "gzip", "", true, [](const Head& h) { return h.bytes.starts_with("\x1F\x8B\x08"); },
       compressed<Compression::gzip>},
      {none, "zstd", "", true, [](const Head& h) { return is_zstd(h.bytes); }, compressed<Compression::zstd>},
      {none, "bzip2", "", true, [](const Head& h) { return is_bzip2(h.bytes); }, compressed<Compression::bzip2>},
      {none, "xz", "", true, [](const Head& h) { return h.bytes.starts_with("\xFD\x37zXZ\0"sv); },
       compressed<Compression::xz>},
      {none, "lzip", "", true, [](const Head& h) { return h.bytes.starts_with("LZIP\1"); },
       compressed<Compression::lzip>},
      {none, "lz4", "", true, [](const Head& h) { return h.bytes.starts_with("\x04\x22\x4D\x18"); },
       compressed<Compression::lz4>},
      {none, "zip", "", true, [](const Head& h) { return is_zip(h.bytes); }, archived<ArchiveKind::zip>},
      {none, "7z", "", true, [](const Head& h) { return h.bytes.starts_with("7z\xBC\xAF\x27\x1C"); },
       archived<ArchiveKind::seven_zip>},
      {none, "tar", "", true, [](const Head& h) { return is_tar(h.bytes); }, archived<ArchiveKind::tar>},

      {InputFormat::warc, "warc", "a crawl, one article a page", true,
       [](const Head& h) { return h.bytes.starts_with("WARC/"); }, unpacked<read_warc>},
      {InputFormat::mbox, "mbox", "mail, one message or many", false, is_mail, unpacked<read_mail>},
      {InputFormat::rss, "rss", "a feed (RSS, Atom), one article an item", false, is_feed, unpacked<read_feed>},
      {InputFormat::jsonl, "jsonl", "JSON records, one a line or in an array", false, is_json, records<read_records>},
      {InputFormat::html, "html", "a web page", false, is_html, unpacked<read_page>},
      {none, "XML", "", false,
       [](const Head& h) { return h.lower.starts_with("<?xml") || h.lower.starts_with("<!doctype"); }, other_xml},
      {InputFormat::csv, "csv", "a table with a header, one article a row", false, is_csv, records<read_csv>},
      {InputFormat::text, "text", "plain text", false, [](const Head&) { return true; }, unpacked<read_text>},
  };
  return kinds;
}

Head::Head(std::string_view all, std::string_view its_name) : bytes(all.substr(0, head_size)), name(its_name) {
  std::string_view start = bytes;
  const std::string wide = text_of_utf16(bytes);
  if (!wide.empty()) start = wide;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  text = start;
  lower = text;
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
}

bool Head::is_named(std::initializer_list<std::string_view> endings) const {
  std::string end(name.substr(name.size() > 16 ? name.size() - 16 : 0));
  for (char& c : end)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return end.ends_with(ending); });
}

const InputKind& kind_of(const Head& head, InputFormat format) {
  bool is_told = false;  // containers, which stand before all formats, are recognised in any case
  for (const InputKind& kind : input_kinds()) {
    is_told = is_told || (kind.format && format != InputFormat::detect);
    if (is_told ? kind.format == format : kind.is(head)) return kind;
  }
  return input_kinds().back();
}

void read_bytes(ByteReader& bytes, const Place& place, const Unpacking& unpacking) {
  const std::string_view beginning = bytes.ahead(head_size);
  if (beginning.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos && bytes.is_in_memory()) {
    if (bytes.broken().empty()) unpacking.sink.rejection(place.rejected("empty"));
  } else {
    const Head head(beginning, place.hint);
    kind_of(head, unpacking.format).read(bytes, place, unpacking);
  }
  if (!bytes.broken().empty()) unpacking.sink.rejection(place.rejected(bytes.broken()));
}

}  // namespace dateline::indexer
