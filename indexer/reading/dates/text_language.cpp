#include "indexer/reading/dates/text_language.hpp"

#include "text/identify.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t sample = 500;  // bytes

}  // namespace

TextLanguage TextLanguage::of(std::string_view text) {
  TextLanguage language;
  language.late_ = std::make_shared<Late>(Late{std::string(text::beginning(text, sample))});
  return language;
}

TextLanguage::operator std::string_view() const {
  if (!late_) return known_;
  if (!late_->is_told) {
    late_->language = text::identify(late_->beginning).language;
    late_->is_told = true;
  }
  return late_->language;
}

}  // namespace dateline::indexer
