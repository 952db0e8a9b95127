// The stem of a word: by a light stemmer of ours where the language has one, else by the Snowball family: Xapian's
// stemmers, and libstemmer's where Xapian has none.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace dateline::text {

// One a thread.
class Stemmer {
 public:
  explicit Stemmer(const Language& language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // False: the language has no stemmer; stem() then returns "".
  bool available() const;

  // `word` as written. The stem is folded, so that it ignores accents as the exact family does.
  std::string stem(std::string_view word) const;

 private:
  struct Engine;
  LightStemmer light_ = nullptr;
  std::unique_ptr<Engine> engine_;
  std::string_view code_;
};

// A Korean word without its trailing particle (조사); the word itself when there is none. Expects folded text.
std::string_view without_korean_particle(std::string_view word);

}  // namespace dateline::text
