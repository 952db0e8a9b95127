// Writing from C.
#include "dateline/indexer.hpp"

#include "bindings/c/boundary.hpp"
#include "bindings/c/given_article.hpp"
#include "bindings/c/requests.hpp"
#include "bindings/c/watching.hpp"
#include "json/answers.hpp"

struct dateline_indexer {
  dateline::Indexer indexer;
};

using namespace dateline;
using namespace dateline::c;

namespace {

Indexer& opened(dateline_indexer* indexer) { return needed(indexer, "indexer")->indexer; }

}  // namespace

dateline_code dateline_indexer_open(const char* directory, const char* options, const dateline_watch* watch,
                                    dateline_indexer** indexer, dateline_error** error) {
  clear(indexer);
  return guarded(error, [&] {
    needed(indexer, "indexer");
    *indexer = new dateline_indexer{Indexer::open(needed(directory, "directory"), watched_options(options, watch))};
  });
}

void dateline_indexer_close(dateline_indexer* indexer) { delete indexer; }

dateline_code dateline_indexer_add(dateline_indexer* indexer, const char* article, char** id, dateline_error** error) {
  clear(id);
  return guarded(error, [&] { hand_out(opened(indexer).add(given_article(needed(article, "article"))), id); });
}

dateline_code dateline_indexer_add_raw(dateline_indexer* indexer, const void* bytes, size_t size, const char* hints,
                                       char** report, dateline_error** error) {
  clear(report);
  return guarded(error, [&] {
    if (size > 0) needed(bytes, "bytes");
    const std::string_view document(static_cast<const char*>(bytes), size);
    hand_out(json::to_json(opened(indexer).add_raw(document, raw_hints(hints))), report);
  });
}

dateline_code dateline_indexer_add_paths(dateline_indexer* indexer, const char* paths, char** summary,
                                         dateline_error** error) {
  clear(summary);
  return guarded(
      error, [&] { hand_out(json::to_json(opened(indexer).add_paths(c::paths(needed(paths, "paths")))), summary); });
}

dateline_code dateline_indexer_remove(dateline_indexer* indexer, const char* id, int* removed, dateline_error** error) {
  clear(removed);
  return guarded(error, [&] {
    const bool was_there = opened(indexer).remove(needed(id, "id"));
    if (removed) *removed = was_there ? 1 : 0;
  });
}

dateline_code dateline_indexer_commit(dateline_indexer* indexer, dateline_error** error) {
  return guarded(error, [&] { opened(indexer).commit(); });
}

dateline_code dateline_inspect(const void* bytes, size_t size, const char* name, const char* options, char** answer,
                               dateline_error** error) {
  clear(answer);
  return guarded(error, [&] {
    if (size > 0) needed(bytes, "bytes");
    const std::string_view document(static_cast<const char*>(bytes), size);
    std::vector<ReportEntry> rejected;
    const auto articles = Indexer::inspect(document, name ? name : "", index_options(options), rejected);
    hand_out(json::inspected_to_json(articles, rejected), answer);
  });
}

dateline_code dateline_input_formats(char** formats, dateline_error** error) {
  clear(formats);
  return guarded(error, [&] { hand_out(json::to_json(input_formats()), formats); });
}
