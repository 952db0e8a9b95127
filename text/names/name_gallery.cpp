#include "text/names/name_gallery.hpp"

#include <algorithm>
#include <string>

namespace dateline::text {
namespace {

using Keys = std::vector<std::uint32_t>;
using Skeletons = std::vector<std::string>;

constexpr std::size_t most_variants = 12;

// What a class is in other languages; "" is nothing at all. m and n, where one of them was meant, are one.
std::string_view alternatives(char kind) {
  switch (kind) {
    case 'M':
      return "N";
    case 'H':
      return "K-";
    case 'W':
      return "B-";
    case 'F':
      return "B-";
    case 'X':
      return "SK-";
    case 'J':
      return "SK-T";
    default:
      return {};
  }
}

void append(Skeletons& all, char kind) {
  for (std::string& skeleton : all)
    if (kind != '-' && (skeleton.empty() || skeleton.back() != kind)) skeleton += kind;
}

// The skeleton as each language may have it, of B T S K L N alone.
Skeletons variants(std::string_view skeleton) {
  Skeletons all{""};
  for (const char kind : skeleton) {
    const std::string_view others = alternatives(kind);
    if (others.empty()) {
      append(all, kind);
      continue;
    }
    Skeletons next;
    for (const char other : others) {
      if (other != others.front() && all.size() + next.size() > most_variants) break;
      Skeletons copy = all;
      append(copy, other);
      next.insert(next.end(), copy.begin(), copy.end());
    }
    all = std::move(next);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::uint32_t hash(std::string_view family, std::string_view given) {
  std::uint32_t value = 2166136261U;
  const auto add = [&](char c) { value = (value ^ static_cast<unsigned char>(c)) * 16777619U; };
  for (const char c : family) add(c);
  add(' ');
  for (const char c : given) add(c);
  return value;
}

void add_divided(std::string_view family, std::string_view given, Keys& keys) {
  for (const std::string& skeleton : variants(family))
    for (const std::string& beginning : variants(given)) keys.push_back(hash(skeleton, beginning));
}

}  // namespace

std::vector<std::uint32_t> NameGallery::keys_of(const NameSound& name, bool divided, bool whole) const {
  const auto beginning = static_cast<std::size_t>(given_);
  Keys keys;
  const std::vector<NameSound::Part>& parts = name.parts;
  if (parts.empty()) return keys;
  if (divided) {
    add_divided(parts.back().skeleton, parts.size() > 1 ? parts.front().skeleton.substr(0, beginning) : "", keys);
    // Hungarian and Japanese names may have the family name first.
    if (parts.size() > 1) add_divided(parts.front().skeleton, parts.back().skeleton.substr(0, beginning), keys);
  }
  if (whole) {
    for (const std::string& skeleton : variants(name.whole.skeleton)) keys.push_back(hash(skeleton, "-"));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::uint32_t NameGallery::add(NameSound name) {
  for (const std::uint32_t key : keys_of(name, true, true)) by_key_.emplace_back(key, size());
  names_.push_back(std::move(name));
  return size() - 1;
}

void NameGallery::ready() { std::sort(by_key_.begin(), by_key_.end()); }

// A name without blanks is compared with all as a whole.
std::vector<std::uint32_t> NameGallery::near(const NameSound& name) const {
  std::vector<std::uint32_t> near;
  for (const std::uint32_t key : keys_of(name, name.is_divided, !name.is_divided)) {
    auto at = std::lower_bound(by_key_.begin(), by_key_.end(), std::pair<std::uint32_t, std::uint32_t>(key, 0));
    for (; at != by_key_.end() && at->first == key; ++at) near.push_back(at->second);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

}  // namespace dateline::text
