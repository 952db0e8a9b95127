#include "bindings/c/watching.hpp"

#include "bindings/c/requests.hpp"
#include "json/answers.hpp"

namespace dateline::c {

OnLog log_of(const dateline_watch* watch) {
  if (!watch || !watch->log) return {};
  return [log = watch->log, context = watch->context](const LogEntry& entry) {
    log(context, json::to_json(entry).c_str());
  };
}

OnIntegrityProgress integrity_progress_of(const dateline_watch* watch) {
  if (!watch || !watch->progress) return {};
  return [tell = watch->progress, context = watch->context](std::size_t files, std::uint64_t bytes) {
    Progress progress;
    progress.inputs_done = files;
    progress.bytes = bytes;
    progress.stage = "checking";
    return tell(context, json::to_json(progress).c_str()) != 0;
  };
}

IndexOptions watched_options(const char* text, const dateline_watch* watch) {
  IndexOptions options = index_options(text);
  options.on_log = log_of(watch);
  if (watch && watch->report)
    options.on_report = [report = watch->report, context = watch->context](const ReportEntry& entry) {
      report(context, json::to_json(entry).c_str());
    };
  if (watch && watch->progress)
    options.on_progress = [tell = watch->progress, context = watch->context](const Progress& progress) {
      return tell(context, json::to_json(progress).c_str()) != 0;
    };
  return options;
}

}  // namespace dateline::c
