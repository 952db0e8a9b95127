#include "text/small_words.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/lexicon.hpp"

namespace dateline::text {
namespace {

struct SmallWords {
  std::unordered_map<std::string, WordClass> words;
  std::vector<std::pair<std::string, WordClass>> beginnings;
};

void add(std::string_view words, WordClass kind, SmallWords& to) {
  for_each_word(words, [&](std::string_view word) {
    if (word.back() == '*')
      to.beginnings.emplace_back(fold(word.substr(0, word.size() - 1)), kind);
    else
      to.words.emplace(fold(word), kind);
  });
}

SmallWords read_words(std::string_view language) {
  SmallWords small;
  for_each_row(data_file("lexicons/small-words.tsv"), [&](std::size_t, const std::vector<std::string_view>& fields) {
    if (fields.size() == 3 && fields[0] == language)
      add(fields[2], fields[1] == "asking" ? WordClass::asking : WordClass::small, small);
  });
  return small;
}

// Read when first asked for: most archives have few languages.
const SmallWords& words_of(std::string_view code) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const SmallWords>, std::less<>> known;
  const Language* language = find_language(code);
  const std::string_view name = language ? language->code : code;
  const std::lock_guard lock(mutex);
  auto found = known.find(name);
  if (found == known.end())
    found = known.emplace(std::string(name), std::make_unique<const SmallWords>(read_words(name))).first;
  return *found->second;
}

WordClass class_in(const SmallWords& small, const std::string& word) {
  if (const auto found = small.words.find(word); found != small.words.end()) return found->second;
  for (const auto& [beginning, kind] : small.beginnings)
    if (word.rfind(beginning, 0) == 0) return kind;
  return WordClass::telling;
}

}  // namespace

WordClass class_of(std::string_view folded, std::string_view language) {
  return class_in(words_of(language), std::string(folded));
}

std::vector<std::string> likeliest_languages(const std::vector<std::string>& words,
                                             const std::vector<std::string>& languages) {
  std::vector<std::string> likeliest;
  std::ptrdiff_t most = 1;
  for (const std::string& language : languages) {
    const SmallWords& known = words_of(language);
    const auto small = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return class_in(known, word) != WordClass::telling;
    });
    if (small < most) continue;
    if (small > most) likeliest.clear();
    most = small;
    likeliest.push_back(language);
  }
  return likeliest;
}

}  // namespace dateline::text
