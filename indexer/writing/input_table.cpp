#include "indexer/writing/input_table.hpp"

#include <algorithm>
#include <utility>

namespace dateline::indexer {
namespace {

// Changes are written with each commit until they are so many, all rows once they are: one in `share` of the rows
// makes both about equally dear for commits of one article each.
constexpr std::size_t few_changes = 512;
constexpr std::size_t share = 64;

}  // namespace

InputTable::InputTable(std::shared_ptr<const WrittenInputs> written, const InputChanges& changes)
    : written_(std::move(written)) {
  for (const InputStamp& row : changes.rows) record(row);
  for (const InputStamp& row : changes.forgotten) change(row.root, row.input).is_there = false;
}

const InputTable::Change* InputTable::changed(std::string_view root, std::string_view input) const {
  if (changes_.empty()) return nullptr;
  const auto found = at_.find(input_key(root, input));
  return found == at_.end() ? nullptr : &changes_[found->second];
}

InputTable::Change& InputTable::change(std::string_view root, std::string_view input) {
  const auto [found, is_new] = at_.emplace(input_key(root, input), changes_.size());
  if (is_new) changes_.push_back({{std::string(root), std::string(input), 0, 0, {}, 0}, false});
  return changes_[found->second];
}

std::optional<InputStamp> InputTable::find(std::string_view root, std::string_view input) const {
  if (const Change* since = changed(root, input)) return since->is_there ? std::optional(since->row) : std::nullopt;
  return written_ ? written_->find(root, input) : std::nullopt;
}

void InputTable::for_each(const std::function<void(const InputStamp&)>& each) const {
  if (written_)
    written_->for_each([&](const InputStamp& row) {
      const Change* since = changed(row.root, row.input);
      if (!since)
        each(row);
      else if (since->is_there)
        each(since->row);
    });
  for (const Change& since : changes_)
    if (since.is_there && !is_written(since.row)) each(since.row);
}

std::vector<InputStamp> InputTable::rows() const {
  std::vector<InputStamp> all;
  for_each([&](const InputStamp& row) { all.push_back(row); });
  return all;
}

void InputTable::record(InputStamp stamp) {
  Change& now = change(stamp.root, stamp.input);
  now.row = std::move(stamp);
  now.is_there = true;
}

bool InputTable::forget(std::string_view root, std::string_view input) {
  if (!find(root, input)) return false;
  change(root, input).is_there = false;
  return true;
}

InputChanges InputTable::changes() const {
  InputChanges all;
  for (const Change& since : changes_) {
    if (since.is_there)
      all.rows.push_back(since.row);
    else if (is_written(since.row))
      all.forgotten.push_back(since.row);
  }
  return all;
}

bool InputTable::has_many_changes() const {
  return !written_ || !written_->has_index() || changes_.size() > std::max(few_changes, written_->size() / share);
}

std::string encode(const InputTable& table) {
  return encode_inputs([&](const std::function<void(const InputStamp&)>& row) { table.for_each(row); });
}

InputTable decode_inputs(std::string bytes) {
  return InputTable(std::make_shared<const WrittenInputs>(std::move(bytes)));
}

}  // namespace dateline::indexer
