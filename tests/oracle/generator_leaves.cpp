// Words and phrases as they stand in an article, and near misses of them.
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "tests/oracle/generator.hpp"
#include "text/utf8.hpp"

namespace dateline::oracle {
namespace {

std::string_view slice(const ReadArticle& article, std::size_t first, std::size_t last) {
  const Word &from = article.words[first], &to = article.words[last];
  return std::string_view(article.texts[from.text]).substr(from.begin, to.end - from.begin);
}

std::string_view between(const ReadArticle& article, std::size_t left) {
  const Word &a = article.words[left], &b = article.words[left + 1];
  return std::string_view(article.texts[a.text]).substr(a.end, b.begin - a.end);
}

bool in_one_text(const ReadArticle& article, std::size_t first, std::size_t last) {
  return article.words[first].text == article.words[last].text;
}

bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR" || word == "ADJ";
}

bool has_any(std::string_view text, std::u32string_view characters) {
  for (std::size_t at = 0; at < text.size();)
    if (characters.find(text::next_code_point(text, at)) != std::u32string_view::npos) return true;
  return false;
}

constexpr std::u32string_view quotation_marks = U"\"＂“”„‟〝〞〟«»‹›「」『』｢｣﹁﹂《》〈〉";

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += text::next_code_point(text, at);
  return points;
}

std::string utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t c : points) text::append(text, c);
  return text;
}

bool is_letters(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_code_point(word, at);
    if (c < 0x80 && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return false;
    if (c >= 0x2000 && c < 0x2070) return false;
  }
  return true;
}

}  // namespace

Expression Generator::leaf(const Passage& about) {
  const std::size_t kind = below(100);
  if (kind < 50) return word(about);
  if (kind < 72) return phrase(about);
  if (kind < 82) return prefix(about);
  if (kind < 92) return fuzzy(about);
  return exact(about);
}

Expression Generator::word(const Passage& about) {
  std::string text = written(about);
  return make(Form::word, chance(15) ? other_case(std::move(text)) : std::move(text));
}

// A word as it stands there; where blanks do not divide them, several characters; or several words that a hyphen or an
// apostrophe joins.
std::string Generator::written(const Passage& about) {
  const ReadArticle& article = *about.article;
  for (int attempt = 0; attempt < 100; ++attempt) {
    const std::size_t first = about.begin + below(about.size());
    std::size_t last = first;
    const std::size_t most = first + 1 + below(4);
    while (last + 1 < about.end && last + 1 < most && in_one_text(article, last, last + 1)) {
      const std::string_view gap = between(article, last);
      if (!gap.empty() && gap != "-" && gap != "'" && gap != "’") break;
      ++last;
    }
    const std::string text(slice(article, first, last));
    if (!is_operator(text) && !has_any(text, U"*~=:/()[]{}&|+#、，。！？；،؛؟")) return text;
  }
  return "restraint";
}

// One word without signs.
std::string Generator::plain_word(const Passage& about) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    const std::size_t at = about.begin + below(about.size());
    const std::string text(slice(*about.article, at, at));
    if (is_letters(text) && !is_operator(text)) return text;
  }
  return "restraint";
}

std::string Generator::other_case(std::string word) {
  const bool up = chance(50);
  std::string changed = word;
  for (char& c : changed) {
    if (up && c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    if (!up && c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return is_operator(changed) ? word : changed;
}

Expression Generator::phrase(const Passage& about) {
  const ReadArticle& article = *about.article;
  const std::size_t first = about.begin + below(about.size());
  std::size_t last = first;
  const std::size_t length = 1 + below(5);
  while (last + 1 < about.end && last + 1 < first + length && in_one_text(article, first, last + 1)) ++last;
  Expression e = make(Form::phrase);
  for (std::size_t i = first; i <= last; ++i) e.words.emplace_back(slice(article, i, i));
  if (e.words.size() > 2 && chance(25)) {
    e.words[1 + below(e.words.size() - 2)] = "*";
  } else if (chance(50)) {
    const std::string_view whole = slice(article, first, last);
    if (!has_any(whole, quotation_marks) && !has_any(whole, U"*")) e.written = whole;
  }
  if (chance(10)) std::reverse(e.words.begin(), e.words.end()), e.written.clear();
  return e;
}

Expression Generator::prefix(const Passage& about) {
  const std::u32string word = code_points(plain_word(about));
  const std::size_t length = std::min<std::size_t>(word.size(), 2 + below(4));
  return make(Form::prefix, utf8(std::u32string_view(word).substr(0, length)));
}

Expression Generator::fuzzy(const Passage& about) {
  std::u32string word = code_points(plain_word(about));
  const std::size_t edits = below(3);
  for (std::size_t i = 0; i < edits && word.size() > 3; ++i) {
    const std::size_t at = 1 + below(word.size() - 2);
    switch (below(4)) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word[at] = word.back();
        break;
      case 2:
        std::swap(word[at], word[at + 1]);
        break;
      default:
        word.insert(word.begin() + static_cast<std::ptrdiff_t>(at), word.back());
        break;
    }
  }
  const std::string text = utf8(word);
  if (is_operator(text)) return make(Form::word, "restraint");
  return make(Form::fuzzy, text, static_cast<int>(1 + below(2)));
}

Expression Generator::exact(const Passage& about) {
  std::string text = written(about);
  return make(Form::exact, chance(25) ? other_case(std::move(text)) : std::move(text));
}

}  // namespace dateline::oracle
