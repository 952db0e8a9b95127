#include "searcher/plan/emphasis.hpp"

#include <algorithm>
#include <iterator>

#include "searcher/query/characters.hpp"
#include "text/small_words.hpp"

namespace dateline::searcher {
namespace {

// The words side by side: those of a phrase, or beside an operator, were all meant.
void collect_words(const Node& node, std::vector<const Node*>& words) {
  if (node.kind == NodeKind::word) words.push_back(&node);
  if (node.kind == NodeKind::list || node.kind == NodeKind::all || node.kind == NodeKind::any)
    for (const Node& child : node.children) collect_words(child, words);
}

// Words as the dictionary divides them, where blanks do not; a character between its words is one.
std::vector<std::string> words_in(const text::Analysis& analysis) {
  std::vector<std::string> words;
  std::vector<bool> covered(analysis.tokens.size());
  for (const text::Span& span : analysis.spans) {
    if (span.family != text::Family::stem) continue;
    words.emplace_back(span.term);
    std::fill(covered.begin() + span.first_token, covered.begin() + span.last_token + 1, true);
  }
  for (std::size_t i = 0; i < covered.size(); ++i)
    if (!covered[i]) words.emplace_back(analysis.tokens[i].exact);
  return words;
}

}  // namespace

Emphasis::Emphasis(const Node& tree, const std::vector<std::string>& languages, text::Analyzer& analyzer,
                   const RankingRules& rules)
    : rules_(rules) {
  std::vector<const Node*> nodes;
  collect_words(tree, nodes);
  std::vector<std::string> words;
  for (const Node* node : nodes) {
    has_small_letters_ |= has_small_letter(node->text);
    std::vector<std::string> more = words_in(analyzer.analyze(node->text, ""));
    std::move(more.begin(), more.end(), std::back_inserter(words));
  }
  has_several_words_ = nodes.size() > 1;
  if (words.size() < fewest_words) return;
  languages_ = text::likeliest_languages(words, languages);
  if (std::all_of(words.begin(), words.end(), [&](const std::string& word) { return of(word) < 1; }))
    languages_.clear();
}

double Emphasis::of(std::string_view word) const {
  double least = 1;
  for (const std::string& language : languages_) {
    const text::WordClass kind = text::class_of(word, language);
    if (kind == text::WordClass::asking) least = std::min(least, rules_.asking);
    if (kind == text::WordClass::small) least = std::min(least, rules_.small);
  }
  return least;
}

// Parts of a word are alike in many languages: they count in that of the query.
void Emphasis::drop_grams_of_others(TokenReadings& token) const {
  const auto is_of_query = [&](const std::string& read) {
    return std::any_of(languages_.begin(), languages_.end(),
                       [&](const std::string& language) { return language.substr(0, language.find('-')) == read; });
  };
  const auto is_of_others = [&](const Reading& gram) {
    return std::none_of(gram.languages.begin(), gram.languages.end(), is_of_query);
  };
  token.grams.erase(std::remove_if(token.grams.begin(), token.grams.end(), is_of_others), token.grams.end());
}

// "US" and "IT" are no pronouns, unless the whole query is in capitals.
double Emphasis::of(const TokenReadings& token) const {
  const bool is_acronym = token.dotted || (token.capitals && has_small_letters_);
  return is_acronym ? 1 : of(token.exact);
}

void Emphasis::apply(WordReadings& word) const {
  if (languages_.empty()) return;
  for (TokenReadings& token : word.tokens) drop_grams_of_others(token);
  for (SpanReading& span : word.spans) {
    if (span.family != text::Family::stem) continue;
    span.emphasis = of(span.term);
    for (std::uint32_t i = span.first_token; i <= span.last_token; ++i) word.tokens[i].emphasis = span.emphasis;
  }
  const std::vector<bool> covered = covered_by_dictionary(word);
  for (std::size_t i = 0; i < word.tokens.size(); ++i)
    if (!covered[i]) word.tokens[i].emphasis = of(word.tokens[i]);
  for (SpanReading& span : word.spans)
    if (span.family == text::Family::bigram)
      span.emphasis = std::min(word.tokens[span.first_token].emphasis, word.tokens[span.last_token].emphasis);
}

bool Emphasis::compares(const WordReadings& word) const {
  return rules_.closeness > 0 && has_several_words_ && word.tokens.front().emphasis == 1;
}

}  // namespace dateline::searcher
