// The terms of words in a batch: what an analyzer's word became is looked up once a batch.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/document_batch.hpp"
#include "text/analyzer.hpp"

namespace dateline::schema {

// Numbers of terms of Zone::whole.
struct BatchWord {
  static constexpr std::uint32_t none = UINT32_MAX;
  std::uint32_t exact = none, stem = none, prefix = none;
  std::uint32_t grams_begin = 0, grams_end = 0;
};

class BatchWords {
 public:
  // The batch outlives it, and is always at the same place.
  explicit BatchWords(DocumentBatch& batch) : batch_(batch) {}

  // Before the tokens of an analysis: what its analyzer forgot is forgotten here.
  void begin(std::uint32_t forgotten);
  // Of a token of the analyzer's with its grams. A new word's form is added to the batch. Valid until the next call.
  const BatchWord& of(const text::Token& token, std::span<const text::Gram> grams) {
    if (token.word < words_.size() && words_[token.word].exact != BatchWord::none) return words_[token.word];
    return add(token, grams);
  }
  // That of a token that was seen in the batch; for looking ahead.
  const BatchWord* known(const text::Token& token) const {
    return token.word < words_.size() ? &words_[token.word] : nullptr;
  }
  std::span<const std::uint32_t> grams(const BatchWord& word) const {
    return std::span(grams_).subspan(word.grams_begin, word.grams_end - word.grams_begin);
  }
  std::uint32_t number(text::Family family, Zone zone, std::string_view word);

  // For a new batch.
  void clear();

 private:
  const BatchWord& add(const text::Token& token, std::span<const text::Gram> grams);

  DocumentBatch& batch_;
  std::vector<BatchWord> words_;  // by text::Token::word
  std::vector<std::uint32_t> grams_;
  std::uint32_t forgotten_ = 0;
};

}  // namespace dateline::schema
