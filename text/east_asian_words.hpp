// Words of Chinese and Japanese, by the dictionary that comes with ICU: of all ways to divide a run of characters the
// one whose words are likeliest together.
//
// ICU's own word iterator does the same and takes five times as long, because it asks for each character through
// layers that serve any text; it remains the way for the other scripts without blanks (dictionary_words.hpp), and for
// these where the dictionary cannot be opened. The dictionary's format is ICU's: a header of eight numbers, then a trie
// for the public class UCharsTrie, from words to costs. Anything else is refused.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::text {

// One a thread.
class EastAsianWords {
 public:
  EastAsianWords();
  ~EastAsianWords();

  // False: ICU's dictionary was not found, or has another format. Opens it when first asked.
  bool available();
  // `characters`: folded, of one run without blanks and punctuation. The result holds for each word how many
  // characters it has, in order, and is valid until the next call. Only when available.
  const std::vector<std::uint32_t>& divide(const std::vector<std::string_view>& characters);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::text
