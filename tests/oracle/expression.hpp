// A query as the generator makes it: what it means and how it is written. Knows nothing of the searcher's own tree.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace dateline::oracle {

enum class Form : std::uint8_t {
  everything,
  word,
  exact,   // =text
  prefix,  // text*
  fuzzy,   // text~number
  phrase,  // words; "*" is any one
  list,    // side by side
  all,
  any,
  negation,
  near,     // NEAR/number
  ordered,  // ADJ/number
  sentence,
  paragraph,
  title,  // the fields: one child
  body,
  said,
  byline,
  tag,
  speaker,
  spelling,  // speaker:=text
  source,
  language,
  site,
  id,
  path,
  dates,
};

// Days since 1970-01-01, inclusive.
struct Days {
  std::int32_t first = INT32_MIN, last = INT32_MAX;
};

struct Expression {
  Form form = Form::everything;
  std::string text;
  std::string written;  // how print() writes a phrase or date; empty: by rule
  int number = 0;
  std::vector<std::string> words;
  Days days;
  std::vector<Expression> children;
};

Expression make(Form form, std::string text = {}, int number = 0);
Expression make(Form form, std::vector<Expression> children, int number = 0);

bool is_field(Form form);      // title to tag
bool is_fact(Form form);       // speaker to dates
bool is_proximity(Form form);  // near to paragraph

// As docs/QUERY_LANGUAGE.md has it, in one of its many spellings.
std::string print(const Expression& expression, std::mt19937& style);

}  // namespace dateline::oracle
