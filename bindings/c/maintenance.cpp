// What is done to an archive as a whole, from C.
#include "bindings/c/boundary.hpp"
#include "bindings/c/requests.hpp"
#include "bindings/c/watching.hpp"
#include "json/answers.hpp"

using namespace dateline;
using namespace dateline::c;

dateline_code dateline_reindex(const char* directory, const char* paths, const char* options,
                               const dateline_watch* watch, char** summary, dateline_error** error) {
  clear(summary);
  return guarded(error, [&] {
    hand_out(json::to_json(reindex(needed(directory, "directory"), c::paths(paths), watched_options(options, watch))),
             summary);
  });
}

dateline_code dateline_rehearse_reindex(const char* directory, const char* paths, const char* options,
                                        const dateline_watch* watch, char** summary, dateline_error** error) {
  clear(summary);
  return guarded(error, [&] {
    const IndexOptions watched = watched_options(options, watch);
    hand_out(json::to_json(rehearse_reindex(needed(directory, "directory"), c::paths(paths), watched)), summary);
  });
}

dateline_code dateline_rollback(const char* directory, dateline_error** error) {
  return guarded(error, [&] { rollback(needed(directory, "directory")); });
}

dateline_code dateline_compact(const char* directory, const char* options, char** summary, dateline_error** error) {
  clear(summary);
  return guarded(error, [&] {
    const CompactOptions asked = compact_options(options);
    hand_out(json::to_json(compact(needed(directory, "directory"), asked.drop_previous, asked.threads)), summary);
  });
}

dateline_code dateline_check(const char* directory, const dateline_watch* watch, char** report,
                             dateline_error** error) {
  clear(report);
  return guarded(error, [&] {
    RepairReport checked;
    checked.before = checked.after = check(needed(directory, "directory"), integrity_progress_of(watch));
    hand_out(json::to_json(checked), report);
  });
}

dateline_code dateline_repair(const char* directory, const dateline_watch* watch, char** report,
                              dateline_error** error) {
  clear(report);
  return guarded(error, [&] {
    hand_out(json::to_json(repair(needed(directory, "directory"), integrity_progress_of(watch))), report);
  });
}
