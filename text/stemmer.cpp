#include "text/stemmer.hpp"

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/stemmers/before_snowball.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

struct DeleteSnowball {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Stemmers know their language's accents, so they get the word lower-cased but with its accents; only then is the stem
// folded. Cyrillic and Greek are folded first: what folding drops there (stress marks, ё) no stemmer needs.
icu::UnicodeString lower_case(std::string_view word, std::string_view code) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  if (code == "tr" || code == "az") {
    text.findAndReplace(icu::UnicodeString(u'I'), icu::UnicodeString(u'\u0131'));
    text.findAndReplace(icu::UnicodeString(u'\u0130'), icu::UnicodeString(u'i'));
    text.findAndReplace(icu::UnicodeString(u"i\u0307"), icu::UnicodeString(u'i'));
  }
  UErrorCode status = U_ZERO_ERROR;
  text = icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(text, status);
  if (code == "ro") {  // the stemmer knows the older letters with cedilla
    text.findAndReplace(icu::UnicodeString(u'\u0219'), icu::UnicodeString(u'\u015F'));
    text.findAndReplace(icu::UnicodeString(u'\u021B'), icu::UnicodeString(u'\u0163'));
  }
  return text;
}

bool starts_cyrillic(std::string_view word) {
  std::size_t at = 0;
  return character_class(static_cast<std::int32_t>(next_code_point(word, at))) == CharacterClass::cyrillic;
}

bool is_plain(std::string_view word, std::string_view code) {
  return code != "tr" && code != "az" &&
         std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string prepare(std::string_view word, std::string_view code) {
  if (is_plain(word, code) || code == "el" || starts_cyrillic(word)) return fold(word);
  std::string prepared;
  lower_case(word, code).toUTF8String(prepared);
  return prepared;
}

}  // namespace

struct Stemmer::Engine {
  Xapian::Stem xapian;
  std::unique_ptr<sb_stemmer, DeleteSnowball> snowball;
};

Stemmer::Stemmer(const Language& language) : code_(language.code) {
  light_ = language.light_stemmer;
  if (light_ || language.stemmer.empty()) return;
  engine_ = std::make_unique<Engine>();
  const std::string name(language.stemmer);
  try {
    engine_->xapian = Xapian::Stem(name);
  } catch (const Xapian::InvalidArgumentError&) {  // this version of Xapian lacks the language
    engine_->snowball.reset(sb_stemmer_new(name.c_str(), nullptr));
    if (!engine_->snowball) engine_.reset();
  }
}

Stemmer::~Stemmer() = default;

bool Stemmer::available() const { return light_ != nullptr || engine_ != nullptr; }

std::string Stemmer::stem(std::string_view word) const {
  if (light_) return light_(word);
  if (!engine_) return {};
  std::string prepared = prepare(word, code_);
  mend_before_snowball(prepared, code_);
  if (!engine_->snowball) return fold(engine_->xapian(prepared));
  const sb_symbol* stem = sb_stemmer_stem(engine_->snowball.get(), reinterpret_cast<const sb_symbol*>(prepared.data()),
                                          static_cast<int>(prepared.size()));
  if (!stem) return fold(prepared);
  const auto length = static_cast<std::size_t>(sb_stemmer_length(engine_->snowball.get()));
  return fold({reinterpret_cast<const char*>(stem), length});
}

std::string_view without_korean_particle(std::string_view word) {
  struct Particle {
    std::string_view text;
    std::size_t least_left;  // syllables or letters
  };
  // Longest first. One syllable may be a word's own last one, so two must be left before it.
  static constexpr Particle kParticles[] = {
      {"에게서", 1}, {"으로부터", 1}, {"에서는", 1}, {"에서", 1}, {"으로", 1}, {"까지", 1}, {"부터", 1}, {"께서", 1},
      {"에게", 1},   {"에는", 1},     {"은", 2},     {"는", 2},   {"이", 2},   {"가", 2},   {"을", 2},   {"를", 2},
      {"의", 2},     {"에", 2},       {"로", 2},     {"와", 2},   {"과", 2},   {"도", 2},   {"만", 2},
  };
  for (const Particle& particle : kParticles) {
    if (!word.ends_with(particle.text)) continue;
    const std::string_view rest = word.substr(0, word.size() - particle.text.size());
    if (count_code_points(rest) >= particle.least_left) return rest;
  }
  return word;
}

}  // namespace dateline::text
