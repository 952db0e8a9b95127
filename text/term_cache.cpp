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

std::size_t TermCache::slot(const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
    if (slots_[at].entry == 0) return at;
    if (slots_[at].tag != tag_of(key.hash)) continue;
    if (entries_[slots_[at].entry - 1].is(key)) return at;
  }
}

bool TermCache::Entry::is(const Key& key) const {
  if (hash != key.hash || rules != key.rules || size != key.word.size()) return false;
  const char* bytes = word;
  if (size > sizeof word) std::memcpy(&bytes, word, sizeof bytes);
  return std::memcmp(bytes, key.word.data(), size) == 0;
}

Terms TermCache::add(const Key& key, std::string_view exact, std::string_view stem, std::string_view prefix) {
  if ((entries_.size() + 1) * 2 > slots_.size()) grow();
  const std::string_view word = key.word, kept = strings_.keep(word);
  Terms terms;
  terms.exact = exact == word ? kept : strings_.keep(exact);
  terms.stem = stem == exact ? terms.exact : strings_.keep(stem);
  terms.prefix = strings_.keep(prefix);
  terms.number = static_cast<std::uint32_t>(entries_.size());
  Entry entry;
  entry.hash = key.hash;
  entry.rules = key.rules;
  entry.size = static_cast<std::uint32_t>(word.size());
  const char* bytes = kept.data();
  if (word.size() > sizeof entry.word)
    std::memcpy(entry.word, &bytes, sizeof bytes);
  else
    std::memcpy(entry.word, bytes, word.size());
  const std::size_t free = slot(key);
  entries_.push_back(entry);
  terms_.push_back(terms);
  slots_[free] = {tag_of(entry.hash), static_cast<std::uint32_t>(entries_.size())};
  return terms;
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
  terms_.clear();
  slots_.assign(1024, Slot{});
  return true;
}

}  // namespace dateline::text
