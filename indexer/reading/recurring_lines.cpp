#include "indexer/reading/recurring_lines.hpp"

#include <algorithm>
#include <utility>

#include "schema/files.hpp"
#include "schema/record.hpp"

namespace dateline::indexer {
namespace {

constexpr std::string_view kind = "RECU";

bool is_among(const std::vector<LineKey>& lines, LineKey key) {
  return key != 0 && std::binary_search(lines.begin(), lines.end(), key);
}

void put(std::string& out, const std::vector<LineKey>& lines) {
  schema::put_varint(out, lines.size());
  for (const LineKey line : lines) out += schema::fixed64(line);
}

bool take(std::string_view& in, std::vector<LineKey>& lines) {
  std::uint64_t count = 0;
  if (!schema::take_varint(in, count) || count > in.size() / 8) return false;
  for (; count > 0; --count, in.remove_prefix(8)) lines.push_back(*schema::read_fixed64(in.substr(0, 8)));
  return true;
}

}  // namespace

RecurringLines::RecurringLines(std::vector<LineKey> at_ends, std::vector<LineKey> inside)
    : at_ends_(std::move(at_ends)), inside_(std::move(inside)) {
  std::sort(at_ends_.begin(), at_ends_.end());
  std::sort(inside_.begin(), inside_.end());
}

bool RecurringLines::stands_at_end(LineKey key, const std::vector<LineKey>& parts) const {
  return is_among(at_ends_, key) ||
         std::any_of(parts.begin(), parts.end(), [&](LineKey part) { return is_among(at_ends_, part); });
}

bool RecurringLines::has(LineKey line, const std::vector<LineKey>& parts) const {
  return is_among(inside_, line) || stands_at_end(line, parts);
}

void RecurringLines::cut(const std::vector<Block>& blocks, std::vector<Fate>& fates) const {
  if (empty()) return;
  std::vector<std::size_t> cuts, ending;
  bool keeps_something = false;
  for (std::size_t at = blocks.size(); at-- > 0;) {
    if (fates[at].kind != Fate::Kind::body) continue;
    if (keeps_something && inside_.empty()) break;
    const auto [key, parts] = keys_of(blocks[at].text, keeps_something ? Parts::not_asked_for : Parts::too);
    if (is_among(inside_, key)) {
      cuts.push_back(at);
    } else if (!keeps_something && stands_at_end(key, parts)) {
      ending.push_back(at);
      // Short lines go with a longer one above them.
      if (may_be_cut(key)) {
        cuts.insert(cuts.end(), ending.begin(), ending.end());
        ending.clear();
      }
    } else {
      keeps_something = true;
    }
  }
  if (!keeps_something) return;  // nothing but that: it is what the article says
  for (const std::size_t at : cuts) fates[at] = {Fate::Kind::cut, recurs};
}

std::string RecurringLines::encode() const {
  std::string payload;
  put(payload, at_ends_);
  put(payload, inside_);
  return schema::seal(kind, payload);
}

std::optional<RecurringLines> RecurringLines::decode(std::string_view bytes) {
  auto payload = schema::unseal(kind, bytes);
  std::vector<LineKey> at_ends, inside;
  if (!payload || !take(*payload, at_ends) || !take(*payload, inside) || !payload->empty()) return std::nullopt;
  return RecurringLines(std::move(at_ends), std::move(inside));
}

}  // namespace dateline::indexer
