#include "schema/batch_words.hpp"

namespace dateline::schema {

void BatchWords::begin(std::uint32_t forgotten) {
  if (forgotten == forgotten_) return;
  clear();
  forgotten_ = forgotten;
}

void BatchWords::clear() {
  words_.clear();
  grams_.clear();
}

std::uint32_t BatchWords::number(text::Family family, Zone zone, std::string_view word) {
  return batch_.terms().number(term(family, zone, word));
}

const BatchWord& BatchWords::add(const text::Token& token, std::span<const text::Gram> grams) {
  if (token.word >= words_.size()) words_.resize(token.word + words_.size() / 2 + 1);
  BatchWord& word = words_[token.word];
  word.exact = number(text::Family::exact, Zone::whole, token.exact);
  if (!token.stem.empty()) {
    word.stem = number(text::Family::stem, Zone::whole, token.stem);
    batch_.add_form(word.stem, word.exact);
  }
  if (!token.prefix.empty()) word.prefix = number(text::Family::prefix, Zone::whole, token.prefix);
  word.grams_begin = static_cast<std::uint32_t>(grams_.size());
  for (const text::Gram& gram : grams) grams_.push_back(number(text::Family::gram, Zone::whole, gram.term));
  word.grams_end = static_cast<std::uint32_t>(grams_.size());
  return word;
}

}  // namespace dateline::schema
