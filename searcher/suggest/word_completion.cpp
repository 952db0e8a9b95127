#include "searcher/suggest/word_completion.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "schema/terms.hpp"

namespace dateline::searcher {
namespace {

using schema::Zone;

// So many candidates are looked up among the articles of the words before.
constexpr std::size_t most_compared = 100;

}  // namespace

std::vector<CompletedWord> WordCompletion::complete(text::Family family, const std::string& beginning,
                                                    const Company& company, std::size_t limit) const {
  std::vector<Candidate> found = candidates(family, beginning, company);
  const std::size_t compared = company.empty() ? 0 : std::min(found.size(), most_compared);
  for (std::size_t i = 0; i < compared; ++i) found[i].together = company.articles_with(found[i].term);
  sort(found);
  count_live(found, limit);
  std::vector<CompletedWord> completed;
  const std::size_t prefix = schema::term(family, Zone::whole, "").size();
  for (const Candidate& candidate : found)
    completed.push_back({live_.as_written(family, candidate.term.substr(prefix)), candidate.articles});
  return completed;
}

// With company its own words come first: few of them are among the most frequent of the archive.
std::vector<WordCompletion::Candidate> WordCompletion::candidates(text::Family family, const std::string& beginning,
                                                                  const Company& company) const {
  std::set<std::string> terms, of_company;
  const std::string start = schema::term(family, Zone::whole, beginning);
  for (std::size_t i = 0; i < state_.size(); ++i)
    for (auto& [term, articles] : lists_[i]->words().starting_with(start, state_.segment(i), lease_.segment(i)))
      terms.insert(term);
  if (family == text::Family::exact && !company.empty())
    for (const std::string& word : company.words_starting_with(beginning))
      of_company.insert(schema::term(family, Zone::whole, word));
  terms.insert(of_company.begin(), of_company.end());
  std::vector<Candidate> found;
  for (const std::string& term : terms) found.push_back({term, of_company.count(term), frequency(term)});
  sort(found);
  return found;
}

void WordCompletion::sort(std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.together, b.articles, a.term) < std::tie(a.together, a.articles, b.term);
  });
}

// Keeps the best `limit`, with the live articles that have them. Only of some more than are kept are they counted: a
// merge leaves few masked articles.
void WordCompletion::count_live(std::vector<Candidate>& candidates, std::size_t limit) const {
  constexpr std::size_t spare = 10;
  if (candidates.size() > spare && candidates.size() - spare > limit) candidates.resize(limit + spare);
  for (Candidate& candidate : candidates) candidate.articles = live_.articles(candidate.term);
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& candidate) { return candidate.articles == 0; }),
                   candidates.end());
  sort(candidates);
  if (candidates.size() > limit) candidates.resize(limit);
}

std::size_t WordCompletion::frequency(const std::string& term) const {
  std::size_t articles = 0;
  for (std::size_t i = 0; i < state_.size(); ++i) articles += lease_.segment(i).get_termfreq(term);
  return articles;
}

}  // namespace dateline::searcher
