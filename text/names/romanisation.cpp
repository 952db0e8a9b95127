#include "text/names/romanisation.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "text/fold.hpp"

namespace dateline::text {
namespace {

struct Rewriting {
  std::string_view from, to;
};

// The longest first where several begin alike.
constexpr Rewriting kRewritings[] = {{"schtsch", "W"}, {"shch", "W"}, {"szcz", "W"}, {"chtch", "W"}, {"tsch", "C"},
                                     {"tch", "C"},     {"sch", "S"},  {"sh", "S"},   {"sz", "S"},    {"zh", "Z"},
                                     {"kh", "h"},      {"ch", "C"},   {"cz", "C"},   {"ts", "c"},    {"tz", "c"},
                                     {"ks", "x"},      {"ph", "f"},   {"ou", "u"},   {"oo", "u"},    {"w", "v"},
                                     {"iy", "i"},      {"yi", "i"},   {"ij", "i"},   {"yj", "i"},    {"ii", "i"},
                                     {"yy", "i"},      {"iia", "ia"}, {"j", "i"},    {"y", "i"},     {"ander", "andr"}};

std::string rewritten(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const auto* rule = std::find_if(std::begin(kRewritings), std::end(kRewritings),
                                    [&](const Rewriting& row) { return word.substr(at, row.from.size()) == row.from; });
    if (rule != std::end(kRewritings)) {
      key += rule->to;
      at += rule->from.size();
    } else {
      key += word[at++];
    }
  }
  std::string once;
  for (const char letter : key)
    if (once.empty() || once.back() != letter) once += letter;
  // Yelena, Elena; Fyodorov, Fiodorov.
  if (once.size() > 2 && once.compare(0, 2, "ie") == 0) once.erase(0, 1);
  return once;
}

bool ends_with_any(std::string_view key, std::initializer_list<std::string_view> endings) {
  return key.size() >= 5 && std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
           return key.size() > ending.size() && key.substr(key.size() - ending.size()) == ending;
         });
}

bool is_slavic(std::string_view key) {
  return ends_with_any(key, {"ov", "ev", "ova", "eva", "ski", "cki", "skaia", "ckaia", "enko", "Cuk"});
}

// Nebenzya, but Garcia too: then the given names must be written alike.
bool may_be_slavic(std::string_view key) { return ends_with_any(key, {"ia"}); }

}  // namespace

std::string romanisation_key(std::string_view name) {
  const std::string words = folded_words(name, ' ');
  const std::size_t blank = words.rfind(' ');
  if (blank == std::string::npos || blank == 0) return {};
  if (std::any_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return {};
  std::string family = rewritten(std::string_view(words).substr(blank + 1));
  if (!is_slavic(family)) return may_be_slavic(family) ? words.substr(0, blank + 1) + family : std::string();
  std::string key;
  for (std::size_t begin = 0; begin < blank;) {
    const std::size_t end = words.find(' ', begin);
    key += rewritten(std::string_view(words).substr(begin, end - begin)) + ' ';
    begin = end + 1;
  }
  return key + family;
}

}  // namespace dateline::text
