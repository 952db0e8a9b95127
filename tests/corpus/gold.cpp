#include "tests/corpus/gold.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace dateline::tests {
namespace {

using nlohmann::json;

std::optional<std::string> optional_string(const json& row, const char* name) {
  const auto found = row.find(name);
  if (found == row.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace

std::vector<GoldArticle> load_gold(const std::string& corpus) {
  std::vector<GoldArticle> articles;
  std::ifstream file(corpus + "/gold.jsonl");
  for (std::string line; std::getline(file, line);) {
    const json row = json::parse(line);
    GoldArticle article;
    article.input = row.at("input").get<std::string>();
    article.line = row.value("line", std::size_t{0});
    article.title = optional_string(row, "title");
    article.byline = optional_string(row, "byline");
    article.date = optional_string(row, "date");
    article.copies_of = optional_string(row, "copies_of");
    article.language = row.at("language").get<std::string>();
    row.at("sources").get_to(article.sources);
    row.at("speakers").get_to(article.speakers);
    row.at("cut").get_to(article.cut);
    row.at("keep").get_to(article.keep);
    for (const json& quote : row.at("quotes"))
      article.quotes.push_back({quote.at("text").get<std::string>(), optional_string(quote, "speaker")});
    articles.push_back(std::move(article));
  }
  return articles;
}

std::map<std::string, double> load_floors(const std::string& corpus) {
  std::ifstream file(corpus + "/floors.json");
  return json::parse(file).get<std::map<std::string, double>>();
}

}  // namespace dateline::tests
