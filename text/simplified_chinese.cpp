#include "text/simplified_chinese.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace dateline::text {

struct SimplifiedChinese::Impl {
  std::unique_ptr<icu::Transliterator> transliterator;  // made when first needed: it takes milliseconds
  bool tried = false;
};

SimplifiedChinese::SimplifiedChinese() : impl_(std::make_unique<Impl>()) {}
SimplifiedChinese::~SimplifiedChinese() = default;

std::string SimplifiedChinese::convert(const std::string& text) {
  if (!impl_->tried) {
    impl_->tried = true;
    UErrorCode status = U_ZERO_ERROR;
    impl_->transliterator.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  }
  if (!impl_->transliterator) return text;
  icu::UnicodeString converted = icu::UnicodeString::fromUTF8(text);
  impl_->transliterator->transliterate(converted);
  std::string utf8;
  converted.toUTF8String(utf8);
  return utf8;
}

}  // namespace dateline::text
