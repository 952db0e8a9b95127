#include "text/names/name_gallery.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/names/sound_distance.hpp"

namespace dateline::text {
namespace {

// Three classes, each a number below kKinds; 0: none.
constexpr std::string_view kClasses = "-BTKHSLNMJFXW";
constexpr std::uint32_t kKinds = kClasses.size();

struct Key {
  std::uint32_t first, second, third;
  std::uint32_t number() const { return (first * kKinds + second) * kKinds + third; }
};
using Keys = std::vector<Key>;

// h, w and j are there in one spelling and missing in another.
std::string without_halves(std::string_view skeleton) {
  std::string kept;
  for (const char kind : skeleton)
    if (kind != 'H' && kind != 'W' && kind != 'J') kept += kind;
  return kept;
}

std::uint32_t class_at(std::string_view skeleton, std::size_t at) {
  return at < skeleton.size() ? static_cast<std::uint32_t>(kClasses.find(skeleton[at])) : 0;
}

void add_divided_keys(const std::string& family, const std::string& given, Keys& keys) {
  for (const std::string& f : {family, without_halves(family)})
    for (const std::string& g : {given, without_halves(given)})
      keys.push_back({class_at(f, 0), class_at(f, 1), class_at(g, 0)});
}

Keys unique(Keys keys) {
  const auto number = [](const Key& key) { return key.number(); };
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) { return number(a) < number(b); });
  keys.erase(std::unique(keys.begin(), keys.end(), [&](const Key& a, const Key& b) { return number(a) == number(b); }),
             keys.end());
  return keys;
}

Keys divided_keys(const NameSound& name) {
  Keys keys;
  const std::vector<NameSound::Part>& parts = name.parts;
  if (parts.empty()) return keys;
  add_divided_keys(parts.back().skeleton, parts.size() > 1 ? parts.front().skeleton : std::string(), keys);
  // Hungarian and Japanese names may have the family name first.
  if (parts.size() > 1) add_divided_keys(parts.front().skeleton, parts.back().skeleton, keys);
  return unique(std::move(keys));
}

Keys whole_keys(const NameSound& name) {
  std::string skeleton;
  for (const NameSound::Part& part : name.parts) {
    const bool again = !skeleton.empty() && !part.skeleton.empty() && skeleton.back() == part.skeleton.front();
    skeleton += part.skeleton.substr(again ? 1 : 0);
  }
  Keys keys;
  for (const std::string& kept : {skeleton, without_halves(skeleton)})
    keys.push_back({class_at(kept, 0), class_at(kept, 1), class_at(kept, 2)});
  return unique(std::move(keys));
}

// By class: those that a language may have instead, itself first.
using Twins = std::array<std::vector<std::uint32_t>, kKinds>;

Twins twins_within(double most) {
  Twins twins;
  for (std::uint32_t kind = 0; kind < kKinds; ++kind) {
    twins[kind].push_back(kind);
    for (std::uint32_t other = 1; other < kKinds && kind > 0; ++other)
      if (other != kind && class_difference(kClasses[kind], kClasses[other], Hearing::rough) <= most)
        twins[kind].push_back(other);
  }
  return twins;
}

template <class Each>
void for_each_twin(const Keys& keys, Each&& each) {
  static const Twins first_twins = twins_within(.45), later_twins = twins_within(.6);
  std::array<bool, kKinds * kKinds * kKinds> seen{};
  for (const Key& key : keys)
    for (const std::uint32_t first : first_twins[key.first])
      for (const std::uint32_t second : later_twins[key.second])
        for (const std::uint32_t third : later_twins[key.third]) {
          const std::uint32_t number = Key{first, second, third}.number();
          if (!std::exchange(seen[number], true)) each(number);
        }
}

}  // namespace

std::uint32_t NameGallery::add(NameSound name) {
  const auto number = size();
  for (const Key& key : divided_keys(name)) divided_[key.number()].push_back(number);
  for (const Key& key : whole_keys(name)) whole_[key.number()].push_back(number);
  names_.push_back(std::move(name));
  return number;
}

std::vector<std::uint32_t> NameGallery::near(const NameSound& name) const {
  std::vector<std::uint32_t> near;
  // A name without blanks is compared with all as a whole.
  const auto& by_key = name.is_divided ? divided_ : whole_;
  for_each_twin(name.is_divided ? divided_keys(name) : whole_keys(name), [&](std::uint32_t key) {
    if (const auto found = by_key.find(key); found != by_key.end())
      near.insert(near.end(), found->second.begin(), found->second.end());
  });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

}  // namespace dateline::text
