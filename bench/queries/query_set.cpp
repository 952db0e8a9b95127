#include "query_set.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace dateline::bench {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

std::string joined_by(const std::string& words, const std::string& between) {
  std::string text;
  std::istringstream in(words);
  for (std::string word; in >> word;) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string query_text(const std::string& op, const std::string& words) {
  if (op == "OR") return joined_by(words, " OR ");
  if (op == "AND") return joined_by(words, " AND ");
  if (op == "PHRASE") return '"' + words + '"';
  if (op == "PREFIX") return words + "*";
  if (op == "TERM") return words;
  throw std::runtime_error("unknown operator " + op);
}

std::optional<std::string> iso(const std::string& day) {
  if (day.size() != 8) return std::nullopt;
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
}

}  // namespace

std::vector<MeasuredQuery> read_queries(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<MeasuredQuery> queries;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() < 10) throw std::runtime_error("too few fields: " + line);
    MeasuredQuery query{fields[0], fields[1], {}};
    query.request.query = query_text(fields[3], fields[4]);
    query.request.from = iso(fields[5]);
    query.request.to = iso(fields[6]);
    if (!fields[7].empty()) query.request.sources = {fields[7]};
    if (fields[8] == "1") query.request.facets = {Facet::source, Facet::year, Facet::speaker};
    query.request.snippets = fields[9] == "1" ? 2 : 0;
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace dateline::bench
