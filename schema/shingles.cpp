#include "schema/shingles.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dateline::schema {
namespace {

bool is_character(std::string_view word) {
  constexpr unsigned char first_of_three_bytes = 0xE0;  // no script without blanks has shorter characters
  if (static_cast<unsigned char>(word.front()) < first_of_three_bytes) return false;
  std::size_t at = 0;
  const char32_t first = text::next_code_point(word, at);
  return text::is_undivided(text::character_class(static_cast<std::int32_t>(first)));
}

// The last step of MurmurHash3: every bit of the result depends on every bit of the number.
std::uint64_t mix(std::uint64_t number) {
  number = (number ^ number >> 33) * 0xFF51AFD7ED558CCDu;
  number = (number ^ number >> 33) * 0xC4CEB9FE1A85EC53u;
  return number ^ number >> 33;
}

}  // namespace

void Shingler::add(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  last_[count_++ % last_.size()] = XXH3_64bits(word.data(), word.size());
  const std::size_t length = is_character(word) ? characters : words;
  if (count_ < length) return;
  std::uint64_t joined = 0;
  for (std::size_t i = count_ - length; i < count_; ++i) joined = joined * factor + last_[i % last_.size()];
  shingles_.push_back(mix(joined));
}

ShingleSet shingles_of(const StoredArticle& article, text::ExactWords& words) {
  const std::string body = body_of(article);
  Shingler shingler;
  for (const Span& range : paragraph_ranges(article))
    words.for_each(std::string_view(body).substr(range.begin, range.end - range.begin),
                   [&](std::string_view word) { shingler.add(word); });
  ShingleSet set = shingler.shingles();
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

}  // namespace dateline::schema
