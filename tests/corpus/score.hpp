// How well articles were understood, against gold: a fraction a measure, and a line for every miss.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "dateline/article.hpp"
#include "tests/corpus/gold.hpp"

namespace dateline::tests {

struct Fraction {
  std::size_t right = 0, of = 0;
  double value() const { return of ? static_cast<double>(right) / static_cast<double>(of) : 1.0; }
};

class Score {
 public:
  // `found` is null when the article was not read at all: everything asked of it is then missed.
  void add(const GoldArticle& gold, const Article* found);

  const std::map<std::string, Fraction>& fractions() const { return fractions_; }
  const std::vector<std::string>& misses() const { return misses_; }

 private:
  void facts(const GoldArticle& gold, const Article& found);
  void speakers(const GoldArticle& gold, const Article& found);
  void quotes(const GoldArticle& gold, const Article& found);
  void phrases(const GoldArticle& gold, const Article& found);
  void count(const std::string& measure, bool right, const GoldArticle& gold, const std::string& expected,
             const std::string& got);

  std::map<std::string, Fraction> fractions_;
  std::vector<std::string> misses_;
};

}  // namespace dateline::tests
