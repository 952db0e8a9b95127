// Whole small articles in many languages, dated as their newspapers date them; and what is no date of theirs.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/reading/read.hpp"
#include "schema/days.hpp"
#include "tests/support/catch.hpp"
#include "text/lexicon.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& name) {
  std::ifstream file(std::filesystem::path(SOURCE_DIR) / "tests/indexer/reading" / name);
  std::stringstream content;
  content << file.rdbuf();
  Rows rows;
  text::for_each_row(content.str(), [&](std::size_t line, const std::vector<std::string_view>& fields) {
    std::vector<std::string> row{std::to_string(line)};
    for (const std::string_view field : fields) row.emplace_back(field);
    rows.push_back(std::move(row));
  });
  return rows;
}

struct Prose {
  std::string title, first, second, third;
};

std::map<std::string, Prose> load_prose() {
  std::map<std::string, Prose> all;
  for (const auto& row : rows_of("prose.tsv")) all[row.at(1)] = {row.at(2), row.at(3), row.at(4), row.at(5)};
  return all;
}

std::string with_new_lines(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

// place -> text
std::map<std::string, std::string> pieces_of(const std::vector<std::string>& row) {
  std::map<std::string, std::string> pieces;
  for (std::size_t i = 3; i < row.size(); ++i) {
    const std::size_t colon = row[i].find(": ");
    REQUIRE(colon != std::string::npos);
    pieces[row[i].substr(0, colon)] = with_new_lines(row[i].substr(colon + 2));
  }
  return pieces;
}

RawArticle article_of(const Prose& prose, std::map<std::string, std::string> pieces) {
  RawArticle article;
  article.input = "a.txt";
  const std::string title = pieces["title"].empty() ? prose.title : pieces["title"];
  if (!pieces["top"].empty()) article.text += pieces["top"] + "\n\n";
  article.text += title + "\n";
  if (!pieces["head"].empty()) article.text += pieces["head"] + "\n";
  article.text += "\n" + pieces["lead"] + prose.first + "\n\n" + prose.second + "\n\n";
  if (!pieces["inside"].empty()) article.text += pieces["inside"] + "\n\n";
  article.text += prose.third + "\n";
  if (!pieces["tail"].empty()) article.text += "\n" + pieces["tail"] + "\n";
  if (!pieces["url"].empty()) article.url = Stated{pieces["url"], "field url"};
  if (!pieces["field"].empty()) article.date = Stated{pieces["field"], "field date"};
  return article;
}

std::string date_read(RawArticle raw) {
  ReadingContext context;
  context.today = schema::to_day(2026, 1, 1);
  const auto result = read(std::move(raw), context);
  if (!std::holds_alternative<schema::StoredArticle>(result)) return "rejected";
  const auto& date = std::get<schema::StoredArticle>(result).date;
  return date ? schema::to_string(*date) : "-";
}

}  // namespace

TEST_CASE("articles are dated as their newspapers date them, and by nothing else") {
  const std::map<std::string, Prose> prose = load_prose();
  const Rows rows = rows_of("dates.tsv");
  REQUIRE(rows.size() > 400);
  for (const auto& row : rows) {
    CAPTURE(row);
    REQUIRE(prose.contains(row.at(1)));
    CHECK(date_read(article_of(prose.at(row.at(1)), pieces_of(row))) == row.at(2));
  }
}
