// Any bytes are a query: it parses, what is printed parses to the same tree, and searching for it does no harm.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "dateline/archive.hpp"
#include "searcher/query/parse.hpp"
#include "tests/searcher/news.hpp"

using namespace dateline;

namespace {

[[noreturn]] void fail(const char* what, const std::string& query, const std::string& detail) {
  std::fprintf(stderr, "%s\nquery: %s\n%s\n", what, query.c_str(), detail.c_str());
  std::abort();
}

void check_reading(const std::string& query) {
  const searcher::ParseContext context{20'000};
  const searcher::ParsedQuery read = searcher::parse(query, context);
  const std::string printed = searcher::print(read.root);
  const searcher::ParsedQuery again = searcher::parse(printed, context);
  if (!(again.root == read.root)) fail("printed and read again, it is another query", query, printed);
  if (searcher::print(again.root) != printed) fail("printed twice, it differs", query, printed);
}

// In several segments.
const Archive& archive() {
  static const tests::TemporaryDirectory folder;
  static const Archive archive = [] {
    tests::write_archive(folder / "news", tests::sample_news(), 12);
    return Archive::open(folder / "news");
  }();
  return archive;
}

void check_searching(const std::string& query, Match match) {
  SearchRequest request;
  request.query = query;
  request.match = match;
  request.facets = {Facet::speaker, Facet::date};
  const SearchAnswer answer = archive().search(request);
  if (answer.total + answer.total_partial > answer.articles)
    fail("more found than there is", query, answer.interpreted);
  if (answer.total > 0 && answer.hits.empty()) fail("found and not shown", query, answer.interpreted);
  request.query = answer.interpreted;
  const SearchAnswer again = archive().search(request);
  if (again.total != answer.total) fail("what was interpreted finds something else", query, answer.interpreted);
  QuoteRequest quotes;
  quotes.query = query;
  archive().quotes(quotes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  check_reading(query);
  check_searching(query, static_cast<Match>(size % 3));
  return 0;
}
