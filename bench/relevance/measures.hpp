// How good a list of answers is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "judged_set.hpp"

namespace dateline::bench {

// Means over queries.
struct Measures {
  double reciprocal_rank = 0;  // of the first relevant article among the first ten; else 0
  double gain = 0;             // nDCG of the first ten: gain 2^grade - 1, discount log2(rank + 1)
  double recall = 0;           // share of the relevant articles among the first hundred
};

Measures measure(const std::vector<std::string>& answers, const Grades& grades);
Measures mean(const std::vector<Measures>& all);

// 0: not among them.
std::size_t first_relevant(const std::vector<std::string>& answers, const Grades& grades);

}  // namespace dateline::bench
