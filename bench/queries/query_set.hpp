// A file of queries to measure with, one a line, tab-separated:
// qid, type, lang, op (TERM, OR, AND, PHRASE, PREFIX), words, from, to (YYYYMMDD), source, facets (0 or 1), snippets.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <dateline/search.hpp>

namespace dateline::bench {

struct MeasuredQuery {
  std::string id, kind;
  SearchRequest request;
};

std::vector<MeasuredQuery> read_queries(const std::filesystem::path& file);

}  // namespace dateline::bench
