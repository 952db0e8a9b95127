#include "measures.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::bench {
namespace {

constexpr std::size_t first_page = 10;

double gain_at(std::size_t rank, int grade) {
  return (std::exp2(grade) - 1) / std::log2(static_cast<double>(rank) + 1);
}

double best_gain(const Grades& grades) {
  std::vector<int> falling;
  for (const auto& [article, grade] : grades) falling.push_back(grade);
  std::sort(falling.rbegin(), falling.rend());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(falling.size(), first_page); ++i) gain += gain_at(i + 1, falling[i]);
  return gain;
}

}  // namespace

std::size_t first_relevant(const std::vector<std::string>& answers, const Grades& grades) {
  for (std::size_t i = 0; i < answers.size(); ++i)
    if (grades.count(answers[i]) > 0) return i + 1;
  return 0;
}

Measures measure(const std::vector<std::string>& answers, const Grades& grades) {
  Measures measures;
  const std::size_t first = first_relevant(answers, grades);
  if (first > 0 && first <= first_page) measures.reciprocal_rank = 1 / static_cast<double>(first);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto judged = grades.find(answers[i]);
    if (judged == grades.end()) continue;
    if (i < first_page) measures.gain += gain_at(i + 1, judged->second);
    measures.recall += 1;
  }
  measures.gain /= best_gain(grades);
  measures.recall /= static_cast<double>(grades.size());
  return measures;
}

Measures mean(const std::vector<Measures>& all) {
  Measures sum;
  for (const Measures& one : all) {
    sum.reciprocal_rank += one.reciprocal_rank;
    sum.gain += one.gain;
    sum.recall += one.recall;
  }
  const double n = std::max<double>(1, static_cast<double>(all.size()));
  return {sum.reciprocal_rank / n, sum.gain / n, sum.recall / n};
}

}  // namespace dateline::bench
