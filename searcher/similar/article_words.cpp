#include "searcher/similar/article_words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/document.hpp"
#include "schema/terms.hpp"
#include "searcher/plan/words.hpp"
#include "searcher/similar/small_words.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

using schema::Zone;
using text::Family;

text::CharacterClass class_of(std::string_view term) {
  std::size_t at = 0;
  return text::character_class(static_cast<std::int32_t>(text::next_code_point(term, at)));
}

// Two letters of an alphabet say nothing; two characters are often a word, or a part of a name that no dictionary has.
bool means_something(const text::Span& span) {
  const text::CharacterClass c = class_of(span.term);
  return span.family == Family::stem || c == text::CharacterClass::east_asian || c == text::CharacterClass::hangul;
}

class Collector {
 public:
  // Regions of one language have its words.
  void add(std::string_view text, const text::Analysis& analysis, const std::string& tag, std::uint32_t weight) {
    const std::string language = tag.substr(0, tag.find('-'));
    for (const text::Token& token : analysis.tokens) {
      // Characters of a longer run say little alone: there words and bigrams do (see spans).
      const bool is_character = text::is_undivided(class_of(token.exact));
      if (!is_character && !is_small_word(token.exact, language)) add(token, language, weight);
    }
    for (const text::Span& span : analysis.spans) {
      if (!means_something(span)) continue;
      Word& word = words_[{schema::term(span.family, Zone::whole, span.term), language}];
      word.count += weight;
      if (word.written.empty()) word.written = text.substr(span.begin, span.end - span.begin);
    }
  }

  std::vector<ArticleWord> take() {
    std::vector<ArticleWord> words;
    for (auto& [key, word] : words_) {
      if (!repeats_a_word(key)) words.push_back(finished(key, std::move(word)));
    }
    return words;
  }

 private:
  using Key = std::pair<std::string, std::string>;  // root, language
  struct Word {
    std::uint32_t count = 0;
    std::map<std::string, std::uint32_t> forms;
    std::string written;
  };

  void add(const text::Token& token, const std::string& language, std::uint32_t weight) {
    const Family family = !token.stem.empty() ? Family::stem : !token.prefix.empty() ? Family::prefix : Family::exact;
    const std::string_view root = family == Family::stem     ? token.stem
                                  : family == Family::prefix ? token.prefix
                                                             : token.exact;
    Word& word = words_[{schema::term(family, Zone::whole, root), language}];
    word.count += weight;
    word.forms[std::string(token.exact)] += weight;
  }

  // A word of two characters is a bigram as well.
  bool repeats_a_word(const Key& key) const {
    const std::string bigram = schema::term(Family::bigram, Zone::whole, "");
    if (key.first.rfind(bigram, 0) != 0) return false;
    return words_.count({schema::term(Family::stem, Zone::whole, key.first.substr(bigram.size())), key.second}) > 0;
  }

  static ArticleWord finished(const Key& key, Word word) {
    std::vector<std::pair<std::string, std::uint32_t>> forms(word.forms.begin(), word.forms.end());
    std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    ArticleWord result{
        key.first, key.second, {}, forms.empty() ? std::move(word.written) : forms.front().first, word.count};
    for (const auto& [form, count] : forms) result.forms.push_back(schema::term(Family::exact, Zone::whole, form));
    return result;
  }

  std::map<Key, Word> words_;
};

// Of what the word's own forms do not say, relative to them.
constexpr double stem_weight = 0.8;
constexpr double prefix_weight = 0.4;
constexpr double span_weight = 0.8;  // dictionary words and bigrams of undivided scripts

}  // namespace

std::vector<TermGroup> ArticleWord::groups(double weight) const {
  if (forms.empty()) return {{{root}, weight * span_weight, true, {}}};
  std::vector<TermGroup> groups{{forms, weight, true, {}}};
  if (root == forms.front()) return groups;
  // Stems of different languages collide.
  const std::vector<std::string> languages = language.empty() ? std::vector<std::string>() : std::vector{language};
  const bool is_prefix = root.rfind(schema::term(Family::prefix, Zone::whole, ""), 0) == 0;
  groups.push_back({{root}, weight * (is_prefix ? prefix_weight : stem_weight), true, languages});
  return groups;
}

std::vector<ArticleWord> article_words(const schema::StoredArticle& article, text::Analyzer& analyzer) {
  Collector words;
  for (const auto* heading : {&article.title, &article.subtitle}) {
    if (*heading)
      words.add(**heading, analyzer.analyze(**heading, article.language), article.language, schema::title_weight);
  }
  const std::string body = schema::body_of(article);
  const std::vector<schema::Span> ranges = schema::paragraph_ranges(article);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const bool known = i < article.paragraph_languages.size() && !article.paragraph_languages[i].empty();
    const std::string& language = known ? article.paragraph_languages[i] : article.language;
    const std::string_view paragraph = std::string_view(body).substr(ranges[i].begin, ranges[i].end - ranges[i].begin);
    words.add(paragraph, analyzer.analyze(paragraph, language), language, 1);
  }
  return words.take();
}

}  // namespace dateline::searcher
