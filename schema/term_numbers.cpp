#include "schema/term_numbers.hpp"

#include <algorithm>

#include "schema/stored_article.hpp"

namespace dateline::schema {
namespace {

// Eight bytes of it as a number that sorts as they do.
std::uint64_t eight_bytes(std::string_view term, std::size_t from) {
  std::uint64_t bytes = 0;
  for (std::size_t i = from; i < from + 8; ++i)
    bytes = bytes << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return bytes;
}

// Most terms differ in their first bytes, and are compared without being looked at.
struct SortKey {
  std::uint64_t first = 0, second = 0;
  std::uint32_t number = 0;
};

}  // namespace

std::uint32_t TermNumbers::number(std::string_view term) {
  const std::uint64_t hash = hash64(term);
  const auto upper = static_cast<std::uint32_t>(hash >> 32);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].number_and_1 != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == upper && terms_[slots_[at].number_and_1 - 1] == term) return slots_[at].number_and_1 - 1;
  terms_.push_back(strings_.keep(term));
  hashes_.push_back(hash);
  slots_[at] = {upper, static_cast<std::uint32_t>(terms_.size())};
  if (terms_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

void TermNumbers::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = hashes_[i] & (slots_.size() - 1);
    while (slots_[at].number_and_1 != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hashes_[i] >> 32), static_cast<std::uint32_t>(i + 1)};
  }
}

std::vector<std::uint32_t> TermNumbers::sorted() const {
  std::vector<SortKey> keys;
  keys.reserve(terms_.size());
  for (std::uint32_t number = 0; number < terms_.size(); ++number)
    keys.push_back({eight_bytes(terms_[number], 0), eight_bytes(terms_[number], 8), number});
  std::sort(keys.begin(), keys.end(), [this](const SortKey& a, const SortKey& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second != b.second ? a.second < b.second : terms_[a.number] < terms_[b.number];
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(keys.size());
  for (const SortKey& key : keys) numbers.push_back(key.number);
  return numbers;
}

}  // namespace dateline::schema
