// The answer that a request must get, counted article by article.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dateline/search.hpp"
#include "tests/oracle/meaning.hpp"

namespace dateline::oracle {

// A request of the public interface, with its query as an expression.
struct Question {
  Expression query;
  SearchRequest request;  // query printed; complete: no paging, all facets
};

struct ExpectedFacet {
  std::map<std::string, std::size_t> counts;  // speakers by id, dates as shown
  std::size_t missing = 0, unknown = 0, imprecise = 0;
  std::string granularity;
  bool holes = false;
};

struct Expected {
  std::set<std::string> full, partial;  // ids
  std::size_t undated = 0;
  std::map<Facet, ExpectedFacet> facets;
};

Expected expect(const Question& question, const Corpus& corpus);

// Counts what those articles have.
ExpectedFacet count(Facet facet, const std::vector<const ReadArticle*>& articles);

}  // namespace dateline::oracle
