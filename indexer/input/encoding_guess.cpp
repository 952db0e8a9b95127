#include "indexer/input/encoding_guess.hpp"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "indexer/input/convert.hpp"
#include "indexer/input/encoding_names.hpp"
#include "text/identify.hpp"

namespace dateline::indexer {
namespace {

// A guess needs no more than this much.
constexpr std::size_t sample_size = 64 << 10;
constexpr std::size_t words_size = 4 << 10;
constexpr std::size_t few_letters = 20;  // of which n-grams say little

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_beyond_ascii(c); }

bool has_beyond_ascii(std::string_view text) { return std::any_of(text.begin(), text.end(), is_beyond_ascii); }

std::string without_tags(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find('<', at), text.size());
    kept.append(text.substr(at, begin - at)).append(" ");
    const std::size_t end = text.find('>', begin);
    if (end == std::string_view::npos) {
      kept += text.substr(begin);
      break;
    }
    at = end + 1;
  }
  return kept;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

// The words that decide, with their neighbours.
std::string telling_words(std::string_view sample) {
  constexpr std::size_t around = 4;
  const std::string text = without_tags(sample);
  const std::vector<std::string_view> words = words_of(text);
  std::string telling;
  std::size_t next = 0;
  for (std::size_t i = 0; i < words.size() && telling.size() < words_size; ++i) {
    if (!has_beyond_ascii(words[i])) continue;
    const std::size_t end = std::min(i + around + 1, words.size());
    for (next = std::max(next, i > around ? i - around : 0); next < end; ++next)
      telling.append(words[next].substr(0, 200)).append(" ");
  }
  return telling;
}

struct LatinEncoding {
  const char* name;
  std::string_view languages;  // that it was made for, divided by blanks
};

// The first is of all other languages.
constexpr LatinEncoding latin_encodings[] = {
    {"windows-1252", ""},           {"windows-1250", " cs sk pl hu ro hr sr bs sl sq "}, {"windows-1254", " tr az ku "},
    {"windows-1257", " et lt lv "}, {"ISO-8859-2", " cs sk pl hu ro hr sr bs sl sq "},   {"ISO-8859-13", " et lt lv "},
    {"ISO-8859-15", " fr fi "},
};

bool is_for(std::string_view languages, const std::string& language) {
  return !language.empty() && languages.find(" " + language + " ") != std::string_view::npos;
}

// Whether the language is one of those that an encoding but the first was made for.
bool has_its_encoding(const std::string& language) {
  return std::any_of(std::begin(latin_encodings), std::end(latin_encodings) - 1,
                     [&](const LatinEncoding& encoding) { return is_for(encoding.languages, language); });
}

// How well the words read in the encoding; negative when they cannot be of it.
double score_of(const std::string& words, const LatinEncoding& encoding) {
  const std::optional<std::string> text = convert_strictly(words, encoding.name);
  if (!text) return -1;
  const text::Likeness likeness = text::likeness(*text);
  const bool is_first = &encoding == &latin_encodings[0];
  if (!is_first && !is_for(encoding.languages, likeness.language)) return -1;
  // Hungarian reads as Hungarian with some letters wrong, too; a few words of Spanish may read as Latvian.
  const bool is_doubtful =
      is_first ? has_its_encoding(likeness.language) : !likeness.reliable || words.size() < few_letters;
  return is_doubtful ? likeness.score * 0.8 : likeness.score;
}

std::string guess_latin(std::string_view sample) {
  const std::string words = telling_words(sample);
  const LatinEncoding* best = &latin_encodings[0];
  double score = -1;
  for (const LatinEncoding& encoding : latin_encodings)
    if (const double its = score_of(words, encoding); its > score) {
      score = its;
      best = &encoding;
    }
  return best->name;
}

std::string detected(std::string_view sample) {
  const std::unique_ptr<uchardet, void (*)(uchardet*)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return meant_encoding(uchardet_get_charset(detector.get()));
}

}  // namespace

bool is_written_beyond_ascii(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  std::size_t beyond = 0, letters = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    std::size_t its = 0;
    const std::size_t begin = at;
    for (; at < sample.size() && is_letter(sample[at]); ++at) its += is_beyond_ascii(sample[at]);
    beyond += its;
    if (its > 0) letters += at - begin;
  }
  return beyond * 20 > letters * 9;
}

std::string guess_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  if (!is_written_beyond_ascii(sample)) return guess_latin(sample);
  std::string encoding = detected(sample);
  return encoding.empty() || is_latin(encoding) ? guess_latin(sample) : encoding;
}

}  // namespace dateline::indexer
