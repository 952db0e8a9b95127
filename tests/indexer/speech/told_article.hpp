// Articles written for these tests, each with the list of whoever speaks in it: articles/LANG-N.txt.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace dateline::tests {

// One header line each, then a blank line, then a paragraph a line:
//   title: ...
//   speaker: NAME|OTHER NAME    must be found, under one of these names
//   also: NAME                  a body that may be named as a speaker, and need not
struct ToldArticle {
  std::string file;      // without its folder and ending: "sv-1"
  std::string language;  // "sv"
  std::string title, lines;
  std::vector<std::vector<std::string>> speakers;
  std::vector<std::string> also;
};

// In the order of their names.
std::vector<ToldArticle> read_told_articles(const std::filesystem::path& folder);

// How the speakers found agree with those listed.
struct Tally {
  int right = 0, wrong = 0, missed = 0;
  std::vector<std::string> complaints;  // "+NAME" for one who does not speak, "-NAME" for one not found

  double precision() const { return right + wrong == 0 ? 1 : double(right) / (right + wrong); }
  double recall() const { return right + missed == 0 ? 1 : double(right) / (right + missed); }
  Tally& operator+=(const Tally& other);
};

Tally compare_speakers(const ToldArticle& article, const std::set<std::string>& found);

}  // namespace dateline::tests
