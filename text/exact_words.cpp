#include "text/exact_words.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr std::size_t kMostTermBytes = 200;  // Xapian's terms end at 245, with prefixes

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Empty for nothing but marks and joiners.
std::string exact_term(std::string_view written, Segment::Kind kind) {
  return kind == Segment::Kind::acronym ? folded_term(without_dots(written)) : folded_term(written);
}

}  // namespace

std::string_view cut_term(std::string_view term) { return beginning(term, kMostTermBytes); }

std::string without_dots(std::string_view acronym) {
  std::string letters;
  for (std::size_t at = 0; at < acronym.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(acronym, at);
    if (character_class(static_cast<std::int32_t>(code_point)) != CharacterClass::dot)
      letters.append(acronym.substr(begin, at - begin));
  }
  return letters;
}

std::string folded_term(std::string_view word) {
  std::string folded = fold(word);
  folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
  folded.resize(cut_term(folded).size());
  return folded;
}

std::string_view ExactWords::of(std::string_view written, Segment::Kind kind) {
  if (is_ascii(written)) return term_ = exact_term(written, kind);
  const TermCache::Key key(written, static_cast<std::uint32_t>(kind));
  if (const Terms* known = cache_.find(key)) return known->exact;
  return cache_.add(key, exact_term(written, kind), {}, {}).exact;
}

}  // namespace dateline::text
