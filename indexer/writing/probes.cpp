#include "indexer/writing/probes.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include "schema/stored_article.hpp"
#include "schema/terms.hpp"
#include "schema/xapian_errors.hpp"
#include "text/analyzer.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t words_of_a_probe = 3;
constexpr std::size_t most_shown = 5;

using Words = std::vector<std::string>;  // exact, folded
using Keys = std::set<std::uint64_t>;

// A snapshot with handles of its own, asked word by word.
class Asked {
 public:
  explicit Asked(const schema::Snapshot& snapshot) : snapshot_(snapshot), lease_(snapshot.lease()) {
    for (const schema::Segment& segment : snapshot.segments())
      segment.live.for_each([&](std::uint32_t article) { keys_.insert(segment.columns->key_hash()[article]); });
  }

  bool has(std::uint64_t key) const { return keys_.count(key) > 0; }

  std::size_t articles_with(const std::string& word) const {
    std::size_t articles = 0;
    for (std::size_t i = 0; i < snapshot_.segments().size(); ++i)
      articles += lease_.segment(i).get_termfreq(term(word));
    return articles;
  }

  // Live articles with all of the words.
  Keys answer(const Words& words) const {
    Keys keys;
    for (std::size_t i = 0; i < snapshot_.segments().size(); ++i) {
      const schema::Segment& segment = snapshot_.segments()[i];
      for (const Xapian::docid id : documents(lease_.segment(i), words))
        if (segment.live[id - 1]) keys.insert(segment.columns->key_hash()[id - 1]);
    }
    return keys;
  }

  // Titles of so many live articles at equal distances.
  std::vector<std::string> titles(std::size_t most) const {
    std::vector<std::string> titles;
    const std::size_t stride = std::max<std::size_t>(1, snapshot_.articles() / most);
    std::size_t at = 0;
    for (std::size_t i = 0; i < snapshot_.segments().size(); ++i)
      snapshot_.segments()[i].live.for_each([&](std::uint32_t article) {
        if (at++ % stride != 0 || titles.size() == most) return;
        const auto stored = snapshot_.segments()[i].stored->head(lease_.segment(i), article);
        if (stored.title) titles.push_back(*stored.title);
      });
    return titles;
  }

 private:
  static std::string term(const std::string& word) {
    return schema::term(text::Family::exact, schema::Zone::whole, word);
  }

  static std::vector<Xapian::docid> documents(const Xapian::Database& database, const Words& words) {
    std::vector<Xapian::docid> all(database.postlist_begin(term(words.front())),
                                   database.postlist_end(term(words.front())));
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::vector<Xapian::docid> more(database.postlist_begin(term(words[i])),
                                            database.postlist_end(term(words[i])));
      std::vector<Xapian::docid> both;
      std::set_intersection(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(both));
      all = std::move(both);
    }
    return all;
  }

  const schema::Snapshot& snapshot_;
  schema::Snapshot::Lease lease_;
  std::unordered_set<std::uint64_t> keys_;
};

// The rarest words, in the order of the title.
Words telling_words(const std::string& title, const Asked& asked, text::Analyzer& analyzer) {
  Words words;
  for (const text::Token& token : analyzer.analyze(title, "").tokens)
    if (std::find(words.begin(), words.end(), token.exact) == words.end()) words.emplace_back(token.exact);
  Words rarest = words;
  std::stable_sort(rarest.begin(), rarest.end(), [&](const std::string& a, const std::string& b) {
    return asked.articles_with(a) < asked.articles_with(b);
  });
  rarest.resize(std::min(rarest.size(), words_of_a_probe));
  std::erase_if(words,
                [&](const std::string& word) { return std::find(rarest.begin(), rarest.end(), word) == rarest.end(); });
  return words;
}

// Those of `these` that are not in `those`, but might be: `there` has the article.
std::size_t count_without(const Keys& these, const Keys& those, const Asked& there) {
  return static_cast<std::size_t>(std::count_if(
      these.begin(), these.end(), [&](std::uint64_t key) { return those.count(key) == 0 && there.has(key); }));
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

std::vector<std::string> compare_answers(const schema::Snapshot& before, const schema::Snapshot& after) {
  return schema::translating_errors("asking sample queries", [&] {
    const Asked old(before), fresh(after);
    text::Analyzer analyzer;
    std::vector<std::string> sentences;
    std::size_t asked = 0, different = 0;
    for (const std::string& title : old.titles(most_probes)) {
      const Words words = telling_words(title, old, analyzer);
      if (words.empty()) continue;
      ++asked;
      const Keys was = old.answer(words), is = fresh.answer(words);
      const std::size_t gone = count_without(was, is, fresh), come = count_without(is, was, old);
      if (gone + come == 0) continue;
      if (++different <= most_shown)
        sentences.push_back("\"" + joined(words) + "\" found " + std::to_string(was.size()) + " articles and finds " +
                            std::to_string(is.size()) + " now.");
    }
    if (different > 0)
      sentences.insert(sentences.begin(), "Of " + std::to_string(asked) + " sample queries " +
                                              std::to_string(different) +
                                              " are answered otherwise than before; `dateline rollback` goes back.");
    return sentences;
  });
}

}  // namespace dateline::indexer
