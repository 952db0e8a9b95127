// The language by which dates of a text are read.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dateline::indexer {

// Known, or told from the beginning of the text when first asked for: where everything is stated nobody asks, and
// telling languages is the dearest step of reading. Copies tell it once. One thread at a time.
class TextLanguage {
 public:
  TextLanguage() = default;  // "": unknown
  // Of these `known` must outlive this and its copies.
  TextLanguage(std::string_view known) : known_(known) {}
  TextLanguage(const std::string& known) : known_(known) {}
  TextLanguage(const char* known) : known_(known) {}
  static TextLanguage of(std::string_view text);

  operator std::string_view() const;

 private:
  struct Late {
    std::string beginning;
    bool is_told = false;
    std::string language = {};
  };

  std::string_view known_;
  std::shared_ptr<Late> late_;
};

}  // namespace dateline::indexer
