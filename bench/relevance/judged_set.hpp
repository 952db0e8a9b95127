// A folder with docs.jsonl (articles), queries.tsv (id, text) and qrels.tsv (query, article, grade): what the best
// answers are.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline::bench {

using Grades = std::map<std::string, int>;  // of a query's relevant articles, by id

struct JudgedQuery {
  std::string id, text;
  Grades grades;
};

struct JudgedSet {
  std::string name;
  std::filesystem::path articles;
  std::vector<JudgedQuery> queries;  // with at least one relevant article
};

JudgedSet read_judged_set(const std::filesystem::path& folder);

// The sets in the folder, by name; the folder itself when it is one.
std::vector<JudgedSet> read_judged_sets(const std::filesystem::path& folder);

}  // namespace dateline::bench
