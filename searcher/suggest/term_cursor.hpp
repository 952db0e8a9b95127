// The words of a segment in sorted order: its exact terms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

namespace dateline::searcher {

class TermCursor {
 public:
  // Of the words that begin so.
  explicit TermCursor(const Xapian::Database& database, const std::string& beginning = {})
      : at_(database.allterms_begin(beginning)), end_(database.allterms_end(beginning)) {
    settle();
  }

  bool done() const { return at_ == end_; }
  std::string_view word() const { return word_; }
  std::uint32_t articles() const { return at_.get_termfreq(); }  // masked ones included
  void next() {
    ++at_;
    settle();
  }
  void skip_to(const std::string& beginning) {
    at_.skip_to(beginning);
    settle();
  }

 private:
  // Terms of all other families and fields begin with an ASCII capital.
  void settle() {
    if (at_ == end_) return;
    word_ = *at_;
    if (word_.front() < 'A' || word_.front() > 'Z') return;
    at_.skip_to("[");
    if (at_ != end_) word_ = *at_;
  }

  Xapian::TermIterator at_, end_;
  std::string word_;
};

}  // namespace dateline::searcher
