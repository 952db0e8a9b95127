#include "text/term_cache.hpp"

#include <cstring>

namespace dateline::text {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;

constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15u;

std::uint64_t mixed(std::uint64_t hash) {
  hash *= kMix;
  return hash ^ (hash >> 29);
}

template <class Number>
Number load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

}  // namespace

// Eight bytes at a time, the last ones twice: a word is asked for more often than anything else is done with it. A text
// that makes words meet in one place costs itself time, and nothing else: entries are compared.
std::uint64_t TermCache::hash_of(std::string_view word, std::uint32_t rules) {
  const char* bytes = word.data();
  const std::size_t size = word.size();
  std::uint64_t hash = size * kMix + rules;
  if (size < 4) {
    for (const char byte : word) hash = hash << 8 ^ static_cast<unsigned char>(byte);
  } else if (size < 8) {
    hash = mixed(hash ^ load<std::uint32_t>(bytes)) ^ load<std::uint32_t>(bytes + size - 4);
  } else {
    for (std::size_t at = 0; at + 8 < size; at += 8) hash = mixed(hash ^ load<std::uint64_t>(bytes + at));
    hash ^= load<std::uint64_t>(bytes + size - 8);
  }
  return mixed(mixed(hash));
}

std::size_t TermCache::slot(std::string_view word, std::uint32_t rules, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (slots_[at].entry == 0) return at;
    if (slots_[at].tag != tag_of(hash)) continue;
    const Entry& entry = entries_[slots_[at].entry - 1];
    if (entry.hash == hash && entry.rules == rules && entry.word == word) return at;
  }
}

Terms TermCache::add(std::string_view word, std::uint32_t rules, std::string_view exact, std::string_view stem,
                     std::string_view prefix) {
  if ((entries_.size() + 1) * 2 > slots_.size()) grow();
  Entry added;
  added.hash = hash_of(word, rules);
  added.word = strings_.keep(word);
  added.rules = rules;
  added.terms.exact = exact == word ? added.word : strings_.keep(exact);
  added.terms.stem = stem == exact ? added.terms.exact : strings_.keep(stem);
  added.terms.prefix = strings_.keep(prefix);
  added.terms.number = static_cast<std::uint32_t>(entries_.size());
  const std::size_t free = slot(word, rules, added.hash);
  entries_.push_back(added);
  slots_[free] = {tag_of(added.hash), static_cast<std::uint32_t>(entries_.size())};
  return added.terms;
}

void TermCache::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {tag_of(entries_[i].hash), static_cast<std::uint32_t>(i + 1)};
  }
}

bool TermCache::trim() {
  if (strings_.size() < kMostBytes) return false;
  strings_.clear();
  entries_.clear();
  slots_.assign(1024, Slot{});
  return true;
}

}  // namespace dateline::text
