// Tables of who said the last words of a few lines.
#pragma once

#include <string>
#include <vector>

#include "tests/indexer/speech/spoken.hpp"
#include "tests/support/catch.hpp"

namespace dateline::tests {

struct LastQuote {
  const char *language, *text, *last_quote;
};

inline void check_last_quotes(const std::vector<LastQuote>& rows,
                              const text::AliasTable& aliases = text::AliasTable::built_in()) {
  for (const LastQuote& row : rows) {
    INFO(row.text);
    const auto quotes = Spoken(row.text, row.language, "", aliases).quotes();
    REQUIRE_FALSE(quotes.empty());
    CHECK(quotes.back() == row.last_quote);
  }
}

}  // namespace dateline::tests
