// What texts have in common whoever edited them: every run of four words, of six characters where words are not divided
// by blanks, as a number. The words are folded, so case, accents and width make no difference; a run goes on over the
// ends of sentences and paragraphs, because editors move those.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/stored_article.hpp"
#include "text/exact_words.hpp"

namespace dateline::schema {

// Takes the exact words of a text one after the other. How shingles are made is on disk for ever: signatures are made
// of them.
class Shingler {
 public:
  void add(std::string_view word);
  // In the order of the text, with repetitions.
  const std::vector<std::uint64_t>& shingles() const { return shingles_; }

 private:
  static constexpr std::size_t words = 4, characters = 6;
  std::array<std::uint64_t, 8> last_{};  // hashes of the latest words, a ring
  std::size_t count_ = 0;
  std::vector<std::uint64_t> shingles_;
};

// Distinct shingles, rising.
using ShingleSet = std::vector<std::uint64_t>;

// Of the body as it is shown. `words` are the calling thread's.
ShingleSet shingles_of(const StoredArticle& article, text::ExactWords& words);

}  // namespace dateline::schema
