#include "indexer/writing/written_inputs.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"
#include "schema/stored_article.hpp"

namespace dateline::indexer {
namespace {

constexpr std::string_view kind = "INPT";
constexpr std::string_view changes_kind = "INPC";

// On disk for ever.
enum Tag : std::uint32_t {
  tag_row = 1,
  tag_index = 2,  // before the rows; files of older versions have none
  tag_forgotten = 3,
};
enum RowTag : std::uint32_t {
  row_root = 1,
  row_input = 2,
  row_size = 3,
  row_modified = 4,  // zigzag
  row_options = 5,
  row_articles = 6,
};

// Of the index, rising: XXH3 of root, NUL and input; where the row's field begins, counted from the end of the index.
constexpr std::size_t number_bytes = 8;
constexpr std::size_t entry_bytes = 2 * number_bytes;

struct Entry {
  std::uint64_t hash, offset;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

[[noreturn]] void damaged() {
  throw Error(ErrorCode::archive_damaged, "the table of recorded inputs is damaged",
              "Run `dateline check`; `dateline reindex` with the paths of the inputs makes it anew.");
}

std::uint64_t hash_of(std::string_view root, std::string_view input) { return schema::hash64(input_key(root, input)); }

std::string encode_row(const InputStamp& stamp) {
  schema::RecordWriter out;
  out.text(row_root, stamp.root);
  out.text(row_input, stamp.input);
  out.number(row_size, stamp.size);
  out.number(row_modified, schema::zigzag(stamp.modified_ns));
  out.text(row_options, stamp.options);
  out.number(row_articles, stamp.articles);
  return out.bytes();
}

bool decode_number(std::string_view bytes, std::uint64_t& number) { return schema::take_varint(bytes, number); }

InputStamp decode_row(std::string_view record) {
  InputStamp stamp;
  schema::RecordReader in(record);
  bool whole = true;
  std::uint64_t modified = 0;
  for (schema::RecordField field; in.next(field);) {
    switch (field.tag) {
      case row_root:
        stamp.root = field.bytes;
        break;
      case row_input:
        stamp.input = field.bytes;
        break;
      case row_size:
        whole = whole && decode_number(field.bytes, stamp.size);
        break;
      case row_modified:
        whole = whole && decode_number(field.bytes, modified);
        break;
      case row_options:
        stamp.options = field.bytes;
        break;
      case row_articles:
        whole = whole && decode_number(field.bytes, stamp.articles);
        break;
      default:
        break;
    }
  }
  stamp.modified_ns = schema::unzigzag(modified);
  if (!whole || in.damaged()) damaged();
  return stamp;
}

std::string encode_index(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end());
  std::string index;
  index.reserve(entries.size() * entry_bytes);
  for (const Entry& entry : entries) {
    index += schema::fixed64(entry.hash);
    index += schema::fixed64(entry.offset);
  }
  return index;
}

std::uint64_t number_at(std::string_view index, std::size_t place) {
  return *schema::read_fixed64(index.substr(place, number_bytes));
}

// Calls each(field, offset of it in `rows`) for the fields that hold a row.
template <class Each>
void for_each_field(std::string_view rows, Each&& each) {
  for (std::string_view rest = rows; !rest.empty();) {
    const std::uint64_t offset = rows.size() - rest.size();
    std::uint32_t tag = 0;
    std::string_view bytes;
    if (!schema::take_varint(rest, tag) || !schema::take_string(rest, bytes)) damaged();
    if (tag == tag_row) each(bytes, offset);
  }
}

}  // namespace

WrittenInputs::WrittenInputs(const std::filesystem::path& file) {
  mapped_.emplace(file);
  open(mapped_->bytes());
}

WrittenInputs::WrittenInputs(std::string bytes) : bytes_(std::move(bytes)) { open(bytes_); }

void WrittenInputs::open(std::string_view sealed) {
  const auto payload = schema::unseal(kind, sealed);
  if (!payload) damaged();
  rows_ = *payload;
  std::string_view rest = rows_;
  std::uint32_t tag = 0;
  if (!schema::take_varint(rest, tag) || tag != tag_index) return make_index();
  if (!schema::take_string(rest, index_) || index_.size() % entry_bytes != 0) damaged();
  rows_ = rest;
}

void WrittenInputs::make_index() {
  std::vector<Entry> entries;
  for_each_field(rows_, [&](std::string_view row, std::uint64_t offset) {
    const InputStamp stamp = decode_row(row);
    entries.push_back({hash_of(stamp.root, stamp.input), offset});
  });
  made_index_ = encode_index(std::move(entries));
  index_ = made_index_;
}

std::size_t WrittenInputs::size() const { return index_.size() / entry_bytes; }

InputStamp WrittenInputs::row_at(std::uint64_t offset) const {
  if (offset >= rows_.size()) damaged();
  std::string_view rest = rows_.substr(offset);
  std::uint32_t tag = 0;
  std::string_view row;
  if (!schema::take_varint(rest, tag) || tag != tag_row || !schema::take_string(rest, row)) damaged();
  return decode_row(row);
}

std::optional<InputStamp> WrittenInputs::find(std::string_view root, std::string_view input) const {
  const std::uint64_t hash = hash_of(root, input);
  std::size_t first = 0;
  for (std::size_t count = size(); count > 0;) {
    const std::size_t half = count / 2;
    const bool before = number_at(index_, (first + half) * entry_bytes) < hash;
    first += before ? half + 1 : 0;
    count = before ? count - half - 1 : half;
  }
  for (; first < size() && number_at(index_, first * entry_bytes) == hash; ++first) {
    InputStamp row = row_at(number_at(index_, first * entry_bytes + number_bytes));
    if (row.root == root && row.input == input) return row;
  }
  return std::nullopt;
}

void WrittenInputs::for_each(const std::function<void(InputStamp)>& each) const {
  for_each_field(rows_, [&](std::string_view row, std::uint64_t) { each(decode_row(row)); });
}

std::string encode_inputs(const EachInput& rows) {
  schema::RecordWriter fields;
  std::vector<Entry> entries;
  rows([&](const InputStamp& row) {
    entries.push_back({hash_of(row.root, row.input), fields.bytes().size()});
    fields.field(tag_row, encode_row(row));
  });
  schema::RecordWriter out;
  out.field(tag_index, encode_index(std::move(entries)));
  return schema::seal(kind, out.bytes() + fields.bytes());
}

std::string encode(const InputChanges& changes) {
  schema::RecordWriter out;
  for (const InputStamp& row : changes.rows) out.field(tag_row, encode_row(row));
  for (const InputStamp& row : changes.forgotten) out.field(tag_forgotten, encode_row(row));
  return schema::seal(changes_kind, out.bytes());
}

InputChanges decode_input_changes(std::string_view bytes) {
  const auto payload = schema::unseal(changes_kind, bytes);
  if (!payload) damaged();
  InputChanges changes;
  schema::RecordReader in(*payload);
  for (schema::RecordField field; in.next(field);) {
    if (field.tag == tag_row) changes.rows.push_back(decode_row(field.bytes));
    if (field.tag == tag_forgotten) changes.forgotten.push_back(decode_row(field.bytes));
  }
  if (in.damaged()) damaged();
  return changes;
}

}  // namespace dateline::indexer
