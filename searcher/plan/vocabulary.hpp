// What planning asks an archive: its words and its names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::searcher {

class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  // A word of the archive and how many articles have it.
  using Counted = std::pair<std::string, std::uint32_t>;

  // Folded words that start so, by word. Stops after `limit` of a segment; `complete` tells whether it did not.
  virtual std::vector<Counted> starting_with(std::string_view start, std::size_t limit, bool& complete) const = 0;

  // The folded words whose stem this is.
  virtual std::vector<std::string> forms_of(std::string_view stem) const = 0;
};

struct NamedSpeaker {
  std::string id;
  std::string name;
  std::vector<std::string> linked = {};  // ids that articles have for other spellings of the name
  friend bool operator==(const NamedSpeaker&, const NamedSpeaker&) = default;
};

class Names {
 public:
  virtual ~Names() = default;
  // Everybody who may be meant, by id: each word of `name` is a word of their name or of one spelling, in any script.
  virtual std::vector<NamedSpeaker> speakers(std::string_view name) const = 0;
  // Those with exactly this spelling.
  virtual std::vector<NamedSpeaker> speakers_written(std::string_view spelling) const = 0;
  // Values of the archive: equal but for case, accents and the aliases of the source table; else those with all the
  // words.
  virtual std::vector<std::string> sources(std::string_view name) const = 0;
  virtual std::vector<std::string> languages(std::string_view code_or_name) const = 0;
  // Tags of the archive: equal but for case, accents and punctuation; else those with all the words.
  virtual std::vector<std::string> tags(std::string_view name) const = 0;
};

}  // namespace dateline::searcher
