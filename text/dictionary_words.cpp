#include "text/dictionary_words.hpp"

#include <unicode/ubrk.h>

#include <stdexcept>
#include <string>

#include "text/utf16.hpp"

namespace dateline::text {

struct DictionaryWords::Impl {
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    iterator = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no word boundaries: ") + u_errorName(status));
  }
  ~Impl() { ubrk_close(iterator); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  UBreakIterator* iterator = nullptr;
  Utf16 text;
  std::vector<ByteRange> words;
};

DictionaryWords::DictionaryWords() : impl_(std::make_unique<Impl>()) {}
DictionaryWords::~DictionaryWords() = default;

const std::vector<ByteRange>& DictionaryWords::find(std::string_view text) {
  impl_->words.clear();
  impl_->text.assign(text);
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(impl_->iterator, impl_->text.units.data(), static_cast<std::int32_t>(impl_->text.units.size()), &status);
  if (U_FAILURE(status)) return impl_->words;
  std::int32_t begin = ubrk_first(impl_->iterator);
  for (std::int32_t end = ubrk_next(impl_->iterator); end != UBRK_DONE; end = ubrk_next(impl_->iterator)) {
    impl_->words.push_back({impl_->text.byte(begin), impl_->text.byte(end)});
    begin = end;
  }
  return impl_->words;
}

}  // namespace dateline::text
