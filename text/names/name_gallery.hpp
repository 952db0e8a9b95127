// Many names by their sound: a name is compared with the few that may be the same, never with all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "text/names/name_sound.hpp"

namespace dateline::text {

class NameGallery {
 public:
  // Numbers count from 0 in the order of adding.
  std::uint32_t add(NameSound name);
  const NameSound& operator[](std::uint32_t number) const { return names_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

  // Those whose consonants begin as the name's do, rising; itself too, if it was added.
  std::vector<std::uint32_t> near(const NameSound& name) const;

 private:
  std::vector<NameSound> names_;
  // By the first two classes of the family name and the first of the given name; undivided names by their first three.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> divided_, whole_;
};

}  // namespace dateline::text
