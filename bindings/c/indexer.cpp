// Writing from C.
#include "dateline/indexer.hpp"

#include "bindings/c/boundary.hpp"
#include "bindings/c/given_article.hpp"
#include "bindings/c/requests.hpp"
#include "dateline/integrity.hpp"
#include "json/answers.hpp"

struct dateline_indexer {
  dateline::Indexer indexer;
};

using namespace dateline;
using namespace dateline::c;

namespace {

void set_watch(IndexOptions& options, const dateline_watch* given) {
  if (!given) return;
  const dateline_watch watch = *given;
  if (watch.report)
    options.on_report = [watch](const ReportEntry& entry) {
      watch.report(watch.context, json::to_json(entry).c_str());
    };
  if (watch.progress)
    options.on_progress = [watch](const Progress& progress) {
      return watch.progress(watch.context, json::to_json(progress).c_str()) != 0;
    };
}

IndexOptions watched_options(const char* text, const dateline_watch* watch) {
  IndexOptions options = index_options(text);
  set_watch(options, watch);
  return options;
}

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

dateline_code dateline_reindex(const char* directory, const char* paths, const char* options,
                               const dateline_watch* watch, char** summary, dateline_error** error) {
  clear(summary);
  return guarded(error, [&] {
    hand_out(json::to_json(reindex(needed(directory, "directory"), c::paths(paths), watched_options(options, watch))),
             summary);
  });
}

dateline_code dateline_rollback(const char* directory, dateline_error** error) {
  return guarded(error, [&] { rollback(needed(directory, "directory")); });
}

dateline_code dateline_check(const char* directory, char** report, dateline_error** error) {
  clear(report);
  return guarded(error, [&] {
    RepairReport checked;
    checked.before = checked.after = check(needed(directory, "directory"));
    hand_out(json::to_json(checked), report);
  });
}
