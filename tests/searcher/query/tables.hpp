// A row of the tables: what is written, how it is read.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeds.hpp"

namespace dateline::searcher::tests {

struct Row {
  const char* query;
  const char* read;  // as print() writes it
};

inline constexpr std::int32_t wednesday = 19'886;  // 2024-06-12

inline ParsedQuery read(const std::string& query) { return parse(query, {wednesday}); }

// Rows that are read without a warning, or each with one.
inline void check(const std::vector<Row>& rows, bool with_warning = false) {
  for (const Row& row : rows) {
    dateline::tests::write_seed(row.query);
    const ParsedQuery parsed = read(row.query);
    INFO("query: " << row.query);
    INFO("warning: " << (parsed.warnings.empty() ? "none" : parsed.warnings.front()));
    CHECK(print(parsed.root) == row.read);
    CHECK(parsed.warnings.empty() == !with_warning);
    CHECK(read(print(parsed.root)).root == parsed.root);
  }
}

}  // namespace dateline::searcher::tests
