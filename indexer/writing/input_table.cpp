#include "indexer/writing/input_table.hpp"

#include <utility>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"

namespace dateline::indexer {
namespace {

constexpr std::string_view kind = "INPT";

// On disk for ever.
enum Tag : std::uint32_t { tag_row = 1 };
enum RowTag : std::uint32_t {
  row_root = 1,
  row_input = 2,
  row_size = 3,
  row_modified = 4,  // zigzag
  row_options = 5,
  row_articles = 6,
};

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

bool decode_row(std::string_view record, InputStamp& stamp) {
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
  return whole && !in.damaged();
}

[[noreturn]] void damaged() {
  throw Error(ErrorCode::archive_damaged, "the table of recorded inputs is damaged",
              "Run `dateline check`; `dateline reindex` with the paths of the inputs makes it anew.");
}

}  // namespace

InputTable::InputTable(std::vector<InputStamp> rows) {
  for (auto& row : rows) record(std::move(row));
}

std::string InputTable::key_of(std::string_view root, std::string_view input) {
  std::string key(root);
  key.push_back('\0');
  return key += input;
}

void InputTable::record(InputStamp stamp) {
  const auto [found, is_new] = at_.emplace(key_of(stamp.root, stamp.input), rows_.size());
  if (is_new)
    rows_.push_back(std::move(stamp));
  else
    rows_[found->second] = std::move(stamp);
}

bool InputTable::forget(std::string_view root, std::string_view input) {
  const auto found = at_.find(key_of(root, input));
  if (found == at_.end()) return false;
  const std::size_t hole = found->second;
  at_.erase(found);
  if (hole + 1 < rows_.size()) {
    rows_[hole] = std::move(rows_.back());
    at_[key_of(rows_[hole].root, rows_[hole].input)] = hole;
  }
  rows_.pop_back();
  return true;
}

std::string encode(const InputTable& table) {
  schema::RecordWriter out;
  for (const auto& row : table.rows()) out.field(tag_row, encode_row(row));
  return schema::seal(kind, out.bytes());
}

InputTable decode_inputs(std::string_view bytes) {
  const auto payload = schema::unseal(kind, bytes);
  if (!payload) damaged();
  InputTable table;
  schema::RecordReader in(*payload);
  for (schema::RecordField field; in.next(field);) {
    InputStamp stamp;
    if (field.tag != tag_row) continue;
    if (!decode_row(field.bytes, stamp)) damaged();
    table.record(std::move(stamp));
  }
  if (in.damaged()) damaged();
  return table;
}

}  // namespace dateline::indexer
