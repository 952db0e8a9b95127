// The articles that the words before the last one find: words that occur there are better completions than others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive/state.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

class Company {
 public:
  // Of a query; when nothing or everything answers it there is none. A sample of a bounded number of articles, spread
  // over all that answer.
  Company(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer, const std::string& query);

  bool empty() const { return size_ == 0; }

  // In how many of them the term is.
  std::size_t articles_with(const std::string& term) const;

  // Exact words of some of them that begin so, each once.
  std::vector<std::string> words_starting_with(std::string_view beginning) const;

 private:
  const State& state_;
  const schema::Snapshot::Lease& lease_;
  text::Analyzer& analyzer_;
  std::vector<std::vector<std::uint32_t>> articles_;  // ordinals, rising; one list a segment
  std::size_t size_ = 0;
};

}  // namespace dateline::searcher
