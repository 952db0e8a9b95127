// How the letters of one part of a name sound: rows of data/lexicons/names/sounds.tsv, a language's own before those of
// its script. Immutable; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::text {

class SoundRules {
 public:
  // Of a script (ISO 15924, "Cyrl") in a language ("uk"); languages without rows of their own share their script's.
  static const SoundRules& of(std::string_view script, std::string_view language);

  // The sounds of a part, or of one syllable of it; empty for a particle and for letters without a sound.
  std::string sounds(std::u32string_view letters) const;
  // Whether it only joins the parts of names: "bin", "von".
  bool is_particle(std::u32string_view letters) const;

 private:
  enum class Place : unsigned char { any, first, last, whole, particle };
  struct Row {
    Place place;
    std::string_view sounds;
  };
  using Rows = std::unordered_map<std::u32string, std::vector<Row>>;
  struct Table {
    Rows rows;
    std::size_t longest = 0;  // letters
  };
  using Tables = std::unordered_map<std::string, Table>;
  static Tables read();
  static const Tables& tables();

  const Row* find(std::u32string_view letters, std::size_t at, std::size_t length) const;
  static const Row* find(const Table& table, const std::u32string& letters, bool first, bool last);

  const Table* language_ = nullptr;
  const Table* script_ = nullptr;
};

}  // namespace dateline::text
