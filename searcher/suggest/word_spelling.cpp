#include "searcher/suggest/word_spelling.hpp"

#include <algorithm>

#include "schema/terms.hpp"
#include "searcher/plan/words.hpp"
#include "searcher/suggest/near_words.hpp"
#include "searcher/suggest/term_cursor.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

using schema::Zone;
using text::Family;

constexpr std::size_t most_steps = 20'000;  // words looked at, in a segment
constexpr std::size_t most_rare = 2;        // articles; a word that so few have may be a misprint itself
constexpr std::size_t much_commoner = 50;   // times
constexpr std::size_t fewest_letters_of_half = 2;

std::string exact_term(std::string_view word) { return schema::term(Family::exact, Zone::whole, word); }

std::string first_letter(const std::string& word) {
  std::size_t end = 0;
  text::next_code_point(word, end);
  return word.substr(0, end);
}

}  // namespace

WordSpelling::WordSpelling(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer)
    : state_(state), lease_(lease), analyzer_(analyzer), live_(state, lease, analyzer) {}

std::span<const std::string> WordSpelling::languages_of(const std::string& folded) const {
  return state_.written_languages()->in_script_of(folded, most_languages);
}

// How many articles have the word or, in a language that it may be of, its stem; counted no further than matters.
std::size_t WordSpelling::commonness(const std::string& folded) {
  std::size_t articles = live_.articles(exact_term(folded), "", most_rare + 1);
  for (const std::string& language : languages_of(folded)) {
    if (articles > most_rare) break;
    const text::Analysis& analysis = analyzer_.analyze(folded, language);
    if (analysis.tokens.size() != 1 || analysis.tokens.front().stem.empty()) continue;
    const std::string stem = schema::term(Family::stem, Zone::whole, analysis.tokens.front().stem);
    articles = std::max(articles, live_.articles(stem, language, most_rare + 1));
  }
  return articles;
}

bool WordSpelling::has(const std::string& folded) const { return live_.has(exact_term(folded)); }

std::optional<std::string> WordSpelling::nearest(const std::string& folded, int edits) {
  if (!is_correctable(folded) || edits > most_edits(folded)) return std::nullopt;
  const std::size_t articles = commonness(folded);
  if (articles > most_rare) return std::nullopt;
  const std::size_t least = articles == 0 ? 1 : articles * much_commoner;
  std::vector<Correction> corrections = near(folded, edits);
  corrections.erase(std::remove_if(corrections.begin(), corrections.end(),
                                   [&](const Correction& correction) { return correction.edits != edits; }),
                    corrections.end());
  count_live(corrections);
  for (Correction& correction : corrections) {
    if (correction.articles >= least && !is_found_anyway(folded, correction.word)) return std::move(correction.word);
  }
  return std::nullopt;
}

// The commonest by live articles; those that may be that even with the masked ones left out.
void WordSpelling::count_live(std::vector<Correction>& corrections) const {
  constexpr std::size_t most_counted = 10;
  corrections.resize(std::min(corrections.size(), most_counted));
  for (Correction& correction : corrections) correction.articles = live_.articles(exact_term(correction.word));
  std::sort(corrections.begin(), corrections.end(), is_better);
}

// One letter may be off anywhere; of words that are two off only those with the same first letter are looked at.
std::vector<Correction> WordSpelling::near(const std::string& folded, int edits) const {
  Corrections found;
  for (std::size_t i = 0; i < state_.size(); ++i) {
    TermCursor words(lease_.segment(i), edits == 1 ? std::string() : first_letter(folded));
    for_each_near(words, folded, edits, most_steps,
                  [&](std::string_view word, int distance) { found.add(word, distance, words.articles()); });
  }
  return found.take();
}

// In a language without a stemmer all words with the same first letters are looked for together; what is mostly of such
// a language brings nothing new.
bool WordSpelling::is_found_anyway(const std::string& folded, const std::string& correction) {
  const std::string term = exact_term(correction);
  const std::size_t articles = live_.articles(term);
  for (const std::string& language : languages_of(folded)) {
    const auto selecting_prefix = [&](const std::string& word) {
      const text::Analysis& analysis = analyzer_.analyze(word, language);
      if (analysis.tokens.size() != 1 || !analysis.tokens.front().stem.empty()) return std::string();
      return std::string(analysis.tokens.front().prefix);
    };
    const std::string prefix = selecting_prefix(folded);
    if (prefix.empty() || prefix != selecting_prefix(correction)) continue;
    if (2 * live_.articles(term, language) > articles) return true;
  }
  return false;
}

std::optional<std::pair<std::string, std::string>> WordSpelling::divided(const std::string& folded) {
  std::optional<std::pair<std::string, std::string>> best;
  if (is_known(folded)) return best;
  std::size_t most = 0, letters = 0;
  const std::size_t all = text::count_code_points(folded);
  for (std::size_t at = 0; at < folded.size();) {
    text::next_code_point(folded, at);
    if (++letters < fewest_letters_of_half || all - letters < fewest_letters_of_half) continue;
    const std::string left = folded.substr(0, at), right = folded.substr(at);
    const std::size_t with_left = live_.articles(exact_term(left));
    const std::size_t with_both = with_left == 0 ? 0 : std::min(with_left, live_.articles(exact_term(right)));
    if (with_both <= most) continue;
    most = with_both;
    best.emplace(left, right);
  }
  return best;
}

}  // namespace dateline::searcher
