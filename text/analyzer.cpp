#include "text/analyzer.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xapian.h>

#include <algorithm>
#include <map>

#include "text/dictionary_words.hpp"
#include "text/east_asian_words.hpp"
#include "text/exact_words.hpp"
#include "text/language.hpp"
#include "text/segmenter.hpp"
#include "text/simplified_chinese.hpp"
#include "text/stemmer.hpp"
#include "text/term_cache.hpp"
#include "text/utf8.hpp"

namespace dateline::text {
namespace {

constexpr std::size_t kMostStemmedBytes = 128;  // longer is no word of a language
constexpr std::size_t kPrefixLetters = 5;
constexpr std::size_t kGramLetters = 4;
constexpr std::size_t kLookedUpTogether = 32;

// Kinds of terms share one cache; languages follow from kFirstLanguage on.
enum Rules : std::uint32_t { kCharacter, kPair, kFirstLanguage };

struct LanguageRules {
  std::uint32_t id = kFirstLanguage;
  bool prefix_family = true;  // of a language that nobody knows
  bool grams = false;
  std::unique_ptr<Stemmer> stemmer;
};

// Of an undivided script.
struct Character {
  std::uint32_t token = 0;
  std::uint32_t ranking_begin = 0;  // in the text for ranking
  CharacterClass script = CharacterClass::other;
};

// The first five letters, with their marks, of a longer word; else nothing.
std::string_view prefix_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t prefix_end = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    if (continues_cluster(static_cast<std::int32_t>(next_code_point(word, at)))) continue;
    if (letters++ == kPrefixLetters) prefix_end = begin;
  }
  return word.substr(0, prefix_end);
}

bool is_hangul(char32_t code_point) {
  return character_class(static_cast<std::int32_t>(code_point)) == CharacterClass::hangul;
}

}  // namespace

struct Analyzer::Impl {
  Analysis analysis;
  // Terms of undivided scripts are pieces of one text: their characters as they rank, one behind the other.
  std::string ranking_text;
  std::vector<Character> characters;
  TermCache cache;
  std::uint32_t forgotten = 0;
  std::map<std::string_view, LanguageRules> languages;  // by Language::code, "" for unknown
  EastAsianWords east_asian;
  DictionaryWords dictionary;  // of the other scripts without blanks
  std::vector<std::string_view> run;

  // Segments are looked up some at a time, so that their waits for the memory go by together.
  struct Pending {
    Segment segment;
    TermCache::Key key;
  };
  std::vector<Pending> pending;

  const LanguageRules& rules_of(std::string_view language);
  Terms terms_of_word(const Segment& segment, const TermCache::Key& key, const LanguageRules& rules);
  Terms terms_of_character(const TermCache::Key& key, CharacterClass script);
  bool take_segments(Segmenter& segmenter, std::string_view text, const LanguageRules& rules);
  std::string_view korean_pair(std::string_view written);
  void add_token(std::string_view text, const Pending& one, const LanguageRules& rules);
  void add_character(const Pending& one);
  void push(const Segment& segment, const Terms& terms);
  void add_grams(std::string_view word);
  void add_korean_bigrams(std::string_view text, const Segment& segment);
  const Token& token_of(std::size_t character) const { return analysis.tokens[characters[character].token]; }
  bool adjoin(std::size_t character) const;
  void add_span(Family family, std::size_t first, std::size_t last);
  void add_bigrams();
  void add_dictionary_words(std::string_view text);
  void add_east_asian_words(std::size_t first, std::size_t last);
  void add_words_of_run(std::string_view text, std::size_t first, std::size_t last);
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const Analysis& Analyzer::analyze(std::string_view utf8, std::string_view language) {
  const std::string_view text = utf8.substr(0, most_text_bytes);
  impl_->analysis.tokens.clear();
  impl_->analysis.spans.clear();
  impl_->analysis.grams.clear();
  impl_->ranking_text.clear();
  impl_->characters.clear();
  impl_->forgotten += impl_->cache.trim();
  const LanguageRules& rules = impl_->rules_of(language);
  Segmenter segmenter(text);
  while (impl_->take_segments(segmenter, text, rules))
    for (const Impl::Pending& one : impl_->pending) impl_->add_token(text, one, rules);
  impl_->add_bigrams();
  impl_->add_dictionary_words(text);
  return impl_->analysis;
}

std::uint32_t Analyzer::forgotten() const { return impl_->forgotten; }

const LanguageRules& Analyzer::Impl::rules_of(std::string_view code) {
  const Language* language = find_language(code);
  const auto [found, is_new] = languages.try_emplace(language ? language->code : std::string_view());
  LanguageRules& rules = found->second;
  if (is_new) {
    rules.id = kFirstLanguage + static_cast<std::uint32_t>(languages.size());
    if (language) {
      rules.prefix_family = language->prefix_family;
      rules.grams = has_grams(*language);
      rules.stemmer = std::make_unique<Stemmer>(*language);
    }
  }
  return rules;
}

// The next ones, as `pending`; false behind the last.
bool Analyzer::Impl::take_segments(Segmenter& segmenter, std::string_view text, const LanguageRules& rules) {
  pending.clear();
  for (Segment segment; pending.size() < kLookedUpTogether && segmenter.next(segment);) {
    const std::string_view written = text.substr(segment.begin, segment.end - segment.begin);
    pending.push_back({segment, {written, segment.kind == Segment::Kind::character ? kCharacter : rules.id}});
    cache.await_slot(pending.back().key);
  }
  for (const Pending& one : pending) cache.await_entry(one.key);
  return !pending.empty();
}

void Analyzer::Impl::add_token(std::string_view text, const Pending& one, const LanguageRules& rules) {
  const Segment& segment = one.segment;
  if (segment.kind == Segment::Kind::character) {
    add_character(one);
    return;
  }
  const Terms terms = terms_of_word(segment, one.key, rules);
  if (terms.exact.empty()) return;  // nothing but marks and joiners
  push(segment, terms);
  if (segment.script == CharacterClass::hangul)
    add_korean_bigrams(text, segment);
  else if (rules.grams && !segment.has_digit && terms.exact.size() <= kMostStemmedBytes)
    add_grams(terms.exact);
}

void Analyzer::Impl::add_character(const Pending& one) {
  const Segment& segment = one.segment;
  const Terms terms = terms_of_character(one.key, segment.script);
  if (terms.exact.empty()) return;
  characters.push_back({static_cast<std::uint32_t>(analysis.tokens.size()),
                        static_cast<std::uint32_t>(ranking_text.size()), segment.script});
  ranking_text += terms.stem;
  push(segment, {terms.exact, {}, {}, terms.number});
}

void Analyzer::Impl::push(const Segment& segment, const Terms& terms) {
  analysis.tokens.push_back({static_cast<std::uint32_t>(segment.begin), static_cast<std::uint32_t>(segment.end),
                             static_cast<std::uint32_t>(analysis.tokens.size()), terms.number, terms.exact, terms.stem,
                             terms.prefix});
}

Terms Analyzer::Impl::terms_of_word(const Segment& segment, const TermCache::Key& key, const LanguageRules& rules) {
  if (const Terms* known = cache.find(key)) return *known;
  const std::string_view word = key.word;
  const std::string written = segment.kind == Segment::Kind::acronym ? without_dots(word) : std::string(word);
  const std::string exact = folded_term(written);
  std::string stem;
  std::string_view prefix;
  const bool is_korean = segment.script == CharacterClass::hangul;
  if (is_korean) {
    stem = without_korean_particle(exact);
  } else if (!segment.has_digit && exact.size() <= kMostStemmedBytes) {
    if (rules.stemmer && rules.stemmer->available()) stem = rules.stemmer->stem(written);
    if (rules.prefix_family) prefix = prefix_of(exact);
  }
  return cache.add(key, exact, cut_term(stem), cut_term(prefix));
}

// The stem is what the character adds to bigrams and dictionary words: unlike the exact term it is the same for both
// ways of writing Chinese.
Terms Analyzer::Impl::terms_of_character(const TermCache::Key& key, CharacterClass script) {
  if (const Terms* known = cache.find(key)) return *known;
  const std::string exact = folded_term(key.word);
  return cache.add(key, exact, script == CharacterClass::east_asian ? simplified_chinese(exact) : exact, {});
}

std::string_view Analyzer::Impl::korean_pair(std::string_view written) {
  const TermCache::Key key(written, kPair);
  if (const Terms* known = cache.find(key)) return known->exact;
  return cache.add(key, folded_term(written), {}, {}).exact;
}

// Of a word that has more letters than one gram. Marks count: in Indic scripts they are vowels.
void Analyzer::Impl::add_grams(std::string_view word) {
  if (count_code_points(word) <= kGramLetters) return;
  const auto token = static_cast<std::uint32_t>(analysis.tokens.size() - 1);
  std::size_t end = 0;
  for (std::size_t i = 0; i < kGramLetters; ++i) next_code_point(word, end);
  for (std::size_t begin = 0;; next_code_point(word, begin), next_code_point(word, end)) {
    analysis.grams.push_back({token, word.substr(begin, end - begin)});
    if (end >= word.size()) return;
  }
}

void Analyzer::Impl::add_korean_bigrams(std::string_view text, const Segment& segment) {
  const auto token = static_cast<std::uint32_t>(analysis.tokens.size() - 1);
  std::size_t before = segment.end;  // where the syllable before begins; segment.end: there is none
  for (std::size_t at = segment.begin; at < segment.end;) {
    const std::size_t begin = at;
    const bool hangul = is_hangul(next_code_point(text, at));
    for (std::size_t end = at; end < segment.end; at = end)
      if (!continues_cluster(static_cast<std::int32_t>(next_code_point(text, end)))) break;
    if (hangul && before != segment.end) {
      const std::string_view term = korean_pair(text.substr(before, at - before));
      analysis.spans.push_back(
          {static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(at), token, token, Family::bigram, term});
    }
    before = hangul ? begin : segment.end;
  }
}

// Whether the character and the next are neighbours in one stretch of undivided text.
bool Analyzer::Impl::adjoin(std::size_t character) const {
  if (character + 1 == characters.size()) return false;
  const Character& one = characters[character];
  const Character& next = characters[character + 1];
  return one.script == next.script && next.token == one.token + 1 &&
         analysis.tokens[one.token].end == analysis.tokens[next.token].begin;
}

// Of the characters from `first` to `last`.
void Analyzer::Impl::add_span(Family family, std::size_t first, std::size_t last) {
  Span span;
  span.first_token = characters[first].token;
  span.last_token = characters[last].token;
  span.begin = analysis.tokens[span.first_token].begin;
  span.end = analysis.tokens[span.last_token].end;
  span.family = family;
  const std::size_t begin = characters[first].ranking_begin;
  const std::size_t end = last + 1 < characters.size() ? characters[last + 1].ranking_begin : ranking_text.size();
  span.term = cut_term(std::string_view(ranking_text).substr(begin, end - begin));
  analysis.spans.push_back(span);
}

void Analyzer::Impl::add_bigrams() {
  for (std::size_t character = 0; character < characters.size(); ++character)
    if (adjoin(character)) add_span(Family::bigram, character, character + 1);
}

void Analyzer::Impl::add_dictionary_words(std::string_view text) {
  for (std::size_t first = 0, last = 0; first < characters.size(); first = ++last) {
    while (adjoin(last)) ++last;
    if (characters[first].script == CharacterClass::east_asian && east_asian.available())
      add_east_asian_words(first, last);
    else
      add_words_of_run(text, first, last);
  }
}

// A dictionary word of one character needs no term: its exact term finds it.
void Analyzer::Impl::add_east_asian_words(std::size_t first, std::size_t last) {
  run.clear();
  for (std::size_t character = first; character <= last; ++character) run.push_back(token_of(character).exact);
  for (const std::uint32_t length : east_asian.divide(run)) {
    if (length > 1) add_span(Family::stem, first, first + length - 1);
    first += length;
  }
}

// Likewise. A word that ends inside a character is none.
void Analyzer::Impl::add_words_of_run(std::string_view text, std::size_t first, std::size_t last) {
  const std::uint32_t begin = token_of(first).begin;
  for (const ByteRange& word : dictionary.find(text.substr(begin, token_of(last).end - begin))) {
    while (first < last && token_of(first).begin - begin < word.begin) ++first;
    if (token_of(first).begin - begin != word.begin) continue;
    std::size_t end = first;
    while (end < last && token_of(end).end - begin < word.end) ++end;
    if (end > first && token_of(end).end - begin == word.end) add_span(Family::stem, first, end);
  }
}

std::string analysis_version() {
  const std::string rules = "4";
  return "rules " + rules + ", unicode " U_UNICODE_VERSION ", icu " + std::to_string(U_ICU_VERSION_MAJOR_NUM) +
         ", stemmers of xapian " + std::to_string(Xapian::major_version()) + "." +
         std::to_string(Xapian::minor_version());
}

}  // namespace dateline::text
