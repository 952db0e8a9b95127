// Documents that any bytes spell, so that a fuzzer can write them and a table of tests can quote what it found.
//
// Each step is a letter and what it needs: a number (seven bits a byte, lowest first, the high bit set on all but the
// last) or a text (a byte that is its length, bytes). Letters that are no step, and steps that make no sense, are
// passed over; what is missing at the end is 0 or shorter.
//
//   d                begins a document            v number text    a value and its slot
//   b                begins a batch               x text           bytes of the data, which are scrambled
//   t text           begins a term                X number text    the same, text repeated so often
//   w number         more of its count            f text text      a stem and one of its words
//   p number         a position, so far from      r number         the document as it is so far, so often again
//                    the last
//   P number number  so many positions, each so far from the one before
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/document_batches.hpp"

namespace dateline::tests {

class DocumentsInBytes {
 public:
  explicit DocumentsInBytes(std::string_view bytes) : left_(bytes) {}

  std::vector<std::vector<DocumentContent>> read() {
    while (!left_.empty()) step(take());
    end_batch();
    return std::move(batches_);
  }

 private:
  // What a small input may cost.
  static constexpr std::uint32_t most_documents = 3000, most_positions = 20'000, most_data = 200'000;
  // Of a stem's words: what the analyzer cuts words to.
  static constexpr std::size_t longest_word = 200;

  void step(char letter) {
    switch (letter) {
      case 'd':
        return end_document();
      case 'b':
        return end_batch();
      case 't':
        return begin_term(text());
      case 'w':
        return count(number());
      case 'p':
        return positions(1, number());
      case 'P': {
        const std::uint32_t times = number();
        return positions(times, number());
      }
      case 'v': {
        const std::uint32_t slot = number();
        return value(slot, text());
      }
      case 'x':
        return data(1, text());
      case 'X': {
        const std::uint32_t times = number();
        return data(times, text());
      }
      case 'f': {
        std::string stem = text();
        return form(std::move(stem), text());
      }
      case 'r':
        return repeat(number());
      default:
        return;
    }
  }

  char take() {
    if (left_.empty()) return 0;
    const char byte = left_.front();
    left_.remove_prefix(1);
    return byte;
  }

  std::uint32_t number() {
    std::uint32_t made = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      const auto byte = static_cast<unsigned char>(take());
      made |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    return made;
  }

  std::string text() {
    const std::size_t size = std::min<std::size_t>(static_cast<unsigned char>(take()), left_.size());
    std::string bytes(left_.substr(0, size));
    left_.remove_prefix(size);
    return bytes;
  }

  void begin_term(std::string term) {
    started_ = true;
    term_ = &postings_[std::move(term)];
  }

  // A document of length 2^32 - 1 is for Xapian one that is not there.
  void count(std::uint32_t more) {
    if (!term_ || more >= 0xFFFFFFFF - length_) return;
    term_->wdf += more;
    length_ += more;
  }

  void positions(std::uint32_t times, std::uint32_t distance) {
    if (!term_) return;
    std::vector<std::uint32_t>& list = term_->positions;
    for (times = std::min(times, most_positions); times > 0 && positions_ < most_positions; --times) {
      const std::uint32_t position = list.empty() ? distance : list.back() + distance;
      if (!list.empty() && position <= list.back()) return;  // rising, and below 2^32
      list.push_back(position);
      ++positions_;
    }
  }

  void value(std::uint32_t slot, std::string bytes) {
    started_ = true;
    values_[slot] = std::move(bytes);
  }

  void data(std::uint32_t times, const std::string& bytes) {
    started_ = true;
    for (; times > 0 && !bytes.empty() && data_.size() + bytes.size() <= most_data; --times) data_ += bytes;
  }

  void form(std::string stem, std::string word) {
    started_ = true;
    word.resize(std::min(word.size(), longest_word));
    if (!stem.empty() && !word.empty()) forms_.emplace(std::move(stem), std::move(word));
  }

  // As hard to compress as ours, which is compressed: 8 kB of repetitive data Xapian 1.4.22 wrote and could not read
  // back ("Too few chunks of compressed data").
  static std::string scrambled(std::string bytes) {
    std::minstd_rand random(1);
    for (char& c : bytes) c = static_cast<char>(static_cast<unsigned char>(c) ^ (random() >> 8 & 0xFF));
    return bytes;
  }

  DocumentContent document() const {
    DocumentContent content;
    for (const auto& [term, posting] : postings_) content.postings.push_back({term, posting.wdf, posting.positions});
    for (const auto& [slot, bytes] : values_) content.values.emplace_back(static_cast<schema::Slot>(slot), bytes);
    content.data = scrambled(data_);
    content.forms.assign(forms_.begin(), forms_.end());
    return content;
  }

  // Of large documents fewer.
  void repeat(std::uint32_t times) {
    const auto size = static_cast<std::uint32_t>(1 + data_.size() / 100 + positions_ / 10 + postings_.size());
    for (times = std::min(times, most_documents / size); times > 0 && documents_ < most_documents; --times) add();
  }

  void add() {
    batch_.push_back(document());
    ++documents_;
  }

  void end_document() {
    if (documents_ < most_documents) add();
    postings_.clear();
    values_.clear();
    forms_.clear();
    data_.clear();
    term_ = nullptr;
    positions_ = length_ = 0;
    started_ = false;
  }

  void end_batch() {
    if (started_) end_document();
    if (!batch_.empty()) batches_.push_back(std::exchange(batch_, {}));
  }

  std::string_view left_;
  std::vector<std::vector<DocumentContent>> batches_;
  std::vector<DocumentContent> batch_;
  std::uint32_t documents_ = 0;  // in all batches
  // The document that is being spelled.
  std::map<std::string, Posting> postings_;
  std::map<std::uint32_t, std::string> values_;
  std::set<std::pair<std::string, std::string>> forms_;
  std::string data_;
  Posting* term_ = nullptr;
  std::uint32_t positions_ = 0, length_ = 0;
  bool started_ = false;  // something is in it
};

inline std::vector<std::vector<DocumentContent>> documents_in(std::string_view bytes) {
  return DocumentsInBytes(bytes).read();
}

}  // namespace dateline::tests
