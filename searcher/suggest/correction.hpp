// What a mistyped word may be corrected to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

// A word that another may have been meant to be.
struct Correction {
  std::string word;  // folded
  int edits = 0;
  std::size_t articles = 0;
};

// The nearest first, then the commonest.
bool is_better(const Correction& a, const Correction& b);

// Collects corrections from several sorted lists: of a word that is in more than one the articles are added up.
class Corrections {
 public:
  void add(std::string_view word, int edits, std::size_t articles);
  std::vector<Correction> take();  // the best first

 private:
  std::vector<Correction> found_;
};

// Whether correcting such a word makes sense: in a script with letters, of three or more of them, without a digit.
bool is_correctable(std::string_view folded);

// How many letters it may be off.
int most_edits(std::string_view folded);

}  // namespace dateline::searcher
