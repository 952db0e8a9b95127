// Many names by their sound: a name is compared with the few that may be the same, never with all.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/names/name_sound.hpp"

namespace dateline::text {

class NameGallery {
 public:
  // By how many consonants a given name must begin alike. With two a fourth of the names is near, and 2 of 100 that
  // likeness() finds are missed.
  enum class Given : std::uint8_t { first_consonant = 1, first_two = 2 };
  explicit NameGallery(Given given = Given::first_consonant) : given_(given) {}

  // Numbers count from 0 in the order of adding. Call order: all of these, then ready(), then near().
  std::uint32_t add(NameSound name);
  void ready();
  const NameSound& operator[](std::uint32_t number) const { return names_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

  // Those whose family name has the same classes of consonants, as far as languages keep them apart, and whose given
  // name begins alike, rising; itself too, if it was added.
  std::vector<std::uint32_t> near(const NameSound& name) const;

 private:
  std::vector<std::uint32_t> keys_of(const NameSound& name, bool divided, bool whole) const;

  Given given_;
  std::vector<NameSound> names_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_key_;  // key and number, sorted: 8 bytes, a few a name
};

}  // namespace dateline::text
