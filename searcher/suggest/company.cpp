#include "searcher/suggest/company.hpp"

#include <set>

#include "schema/stored_article.hpp"
#include "searcher/answer/query_run.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t most_sampled = 300;  // articles in which words are looked up
constexpr std::size_t most_read = 20;      // articles whose text is read

Criteria criteria_of(const std::string& query) { return {query, {}, {}, {}, {}, {}, "", Match::all}; }

}  // namespace

Company::Company(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer,
                 const std::string& query)
    : state_(state), lease_(lease), analyzer_(analyzer), articles_(state.size()) {
  QueryRun run(state, analyzer, criteria_of(query));
  if (run.tree().kind == NodeKind::everything) return;
  const Matched matched = run.match(run.plan(run.tree()), ListReading::all);
  const std::size_t step = count(matched) / most_sampled + 1;
  std::size_t number = 0;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    matched[i].for_each([&](std::uint32_t article) {
      if (number++ % step != 0) return;
      articles_[i].push_back(article);
      ++size_;
    });
  }
}

std::size_t Company::articles_with(const std::string& term) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    if (articles_[i].empty()) continue;
    auto posting = lease_.segment(i).postlist_begin(term);
    const auto end = lease_.segment(i).postlist_end(term);
    for (const std::uint32_t article : articles_[i]) {
      if (posting == end) break;
      posting.skip_to(article + 1);
      if (posting != end && *posting == article + 1) ++count;
    }
  }
  return count;
}

std::vector<std::string> Company::words_starting_with(std::string_view beginning) const {
  std::set<std::string> words;
  const std::size_t step = size_ / most_read + 1;
  std::size_t number = 0;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    for (const std::uint32_t article : articles_[i]) {
      if (number++ % step != 0) continue;
      const auto stored = state_.segment(i).stored->article(lease_.segment(i), article);
      const std::string text = stored.title.value_or("") + "\n" + schema::body_of(stored);
      for (const text::Token& token : analyzer_.analyze(text, "").tokens)
        if (token.exact.substr(0, beginning.size()) == beginning) words.emplace(token.exact);
    }
  }
  return {words.begin(), words.end()};
}

}  // namespace dateline::searcher
