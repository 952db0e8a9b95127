#include "searcher/similar/small_words.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/made_once.hpp"

namespace dateline::searcher {
namespace {

// Classes of function-words.tsv; the others are names, titles and calendars.
constexpr std::string_view classes[] = {"adverb",  "auxiliary",  "preposition", "inner",      "clause",      "that",
                                        "article", "infinitive", "and",         "never_name", "first_person"};

using SmallWords = std::set<std::pair<std::string, std::string>>;  // language, word

void add_words(std::string_view language, std::string_view words, SmallWords& to) {
  text::for_each_word(words, [&](std::string_view word) { to.emplace(language, text::fold(word)); });
}

SmallWords read_small_words() {
  SmallWords words;
  text::for_each_row(text::data_file("lexicons/function-words.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& fields) {
                       if (std::find(std::begin(classes), std::end(classes), fields[1]) != std::end(classes))
                         add_words(fields[0], fields[2], words);
                     });
  text::for_each_row(
      text::data_file("lexicons/pronouns.tsv"),
      [&](std::size_t, const std::vector<std::string_view>& fields) { add_words(fields[0], fields[1], words); });
  return words;
}

}  // namespace

bool is_small_word(std::string_view folded, std::string_view language) {
  const SmallWords& words = text::made_once([] { return read_small_words(); });
  return words.count({std::string(language.substr(0, language.find('-'))), std::string(folded)}) > 0;
}

}  // namespace dateline::searcher
