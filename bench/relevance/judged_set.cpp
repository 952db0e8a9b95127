#include "judged_set.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

void for_each_row(const std::filesystem::path& file, std::size_t least,
                  const std::function<void(const std::vector<std::string>&)>& each) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields;
    std::istringstream row(line);
    for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
    if (fields.size() < least) throw std::runtime_error("too few fields in " + file.string() + ": " + line);
    each(fields);
  }
}

bool is_judged_set(const std::filesystem::path& folder) { return std::filesystem::exists(folder / "qrels.tsv"); }

}  // namespace

JudgedSet read_judged_set(const std::filesystem::path& folder) {
  std::map<std::string, Grades> grades;
  for_each_row(folder / "qrels.tsv", 3, [&](const auto& row) {
    if (const int grade = std::stoi(row[2]); grade > 0)
      grades[row[0]][row[1]] = std::max(grade, grades[row[0]][row[1]]);
  });
  JudgedSet set{folder.filename().string(), folder / "docs.jsonl", {}};
  for_each_row(folder / "queries.tsv", 2, [&](const auto& row) {
    if (const auto judged = grades.find(row[0]); judged != grades.end())
      set.queries.push_back({row[0], row[1], judged->second});
  });
  return set;
}

std::vector<JudgedSet> read_judged_sets(const std::filesystem::path& folder) {
  if (is_judged_set(folder)) return {read_judged_set(folder)};
  std::vector<JudgedSet> sets;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (is_judged_set(entry.path())) sets.push_back(read_judged_set(entry.path()));
  std::sort(sets.begin(), sets.end(), [](const JudgedSet& a, const JudgedSet& b) { return a.name < b.name; });
  return sets;
}

}  // namespace dateline::bench
