#include "searcher/similar/telling_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace dateline::searcher {
namespace {

// As the ranking weighs.
double rarity(std::size_t articles_with_it, std::size_t articles) {
  const double n = static_cast<double>(articles_with_it), all = static_cast<double>(articles);
  return std::log(1 + (std::max(all, n) - n + 0.5) / (n + 0.5));
}

// How many words are looked at closely: those that are best when the whole archive is taken for one language.
constexpr std::size_t most_examined = 100;

// Live articles. Where none is masked the list need not be read.
std::size_t frequency(const std::string& term, std::deque<SegmentMatcher>& segments) {
  std::size_t articles = 0;
  for (SegmentMatcher& segment : segments) {
    const bool all_live = segment.live().count() == segment.live().size();
    Postings& postings = segment.postings();
    articles += all_live ? postings.database().get_termfreq(term) : postings.of(term).articles.size();
  }
  return articles;
}

std::size_t all_articles(std::deque<SegmentMatcher>& segments) {
  std::size_t articles = 0;
  for (const SegmentMatcher& segment : segments) articles += segment.live().count();
  return articles;
}

// In an archive of many languages every function word of a small one is rare; among its own it is not.
class LanguageStatistics {
 public:
  explicit LanguageStatistics(std::deque<SegmentMatcher>& segments) : segments_(segments) {}

  double rarity_of(const ArticleWord& word) {
    std::size_t articles = 0;
    const std::vector<Bitmap>& within = articles_in(word.language);
    for (std::size_t i = 0; i < within.size(); ++i) articles += articles_with(word.root, i, within[i]);
    return rarity(articles, totals_[word.language]);
  }

 private:
  const std::vector<Bitmap>& articles_in(const std::string& language) {
    const auto [known, is_new] = bitmaps_.try_emplace(language);
    if (!is_new) return known->second;
    std::size_t& total = totals_[language];
    for (SegmentMatcher& segment : segments_) {
      Bitmap articles = segment.live();
      if (!language.empty()) articles &= segment.index().articles_in(language, segment.postings().database());
      total += articles.count();
      known->second.push_back(std::move(articles));
    }
    return known->second;
  }

  std::size_t articles_with(const std::string& term, std::size_t segment, const Bitmap& within) {
    const std::vector<std::uint32_t>& articles = segments_[segment].postings().of(term).articles;
    const auto inside = [&](std::uint32_t article) { return within[article]; };
    return static_cast<std::size_t>(std::count_if(articles.begin(), articles.end(), inside));
  }

  std::deque<SegmentMatcher>& segments_;
  std::map<std::string, std::vector<Bitmap>> bitmaps_;
  std::map<std::string, std::size_t> totals_;
};

double emphasis(const ArticleWord& word) { return 1 + std::log(static_cast<double>(word.count)); }

bool by_weight(const TellingWord& a, const TellingWord& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.word.root < b.word.root;
}

void keep_best(std::vector<TellingWord>& words, std::size_t most) {
  const std::size_t kept = std::min(most, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(), by_weight);
  words.resize(kept);
}

}  // namespace

std::vector<TellingWord> telling_words(std::vector<ArticleWord> words, std::deque<SegmentMatcher>& segments) {
  const std::size_t articles = all_articles(segments);
  std::vector<TellingWord> telling;
  for (ArticleWord& word : words) {
    const std::size_t with_it = frequency(word.root, segments);
    const double weight = emphasis(word) * rarity(with_it, articles);
    telling.push_back({std::move(word), weight, with_it > 1});
  }
  keep_best(telling, most_examined);

  LanguageStatistics statistics(segments);
  for (TellingWord& word : telling) word.weight = emphasis(word.word) * statistics.rarity_of(word.word);
  keep_best(telling, most_examined);

  std::vector<TellingWord> chosen;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < telling.size() && shared < most_telling_words; ++i) {
    if (!telling[i].shared && i >= most_telling_words) continue;
    shared += telling[i].shared ? 1 : 0;
    chosen.push_back(std::move(telling[i]));
  }
  if (chosen.empty()) return chosen;
  const double best = chosen.front().weight;
  for (TellingWord& word : chosen) word.weight /= best;
  return chosen;
}

}  // namespace dateline::searcher
