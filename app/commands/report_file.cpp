#include "app/commands/report_file.hpp"

#include <cerrno>
#include <system_error>

#include "app/print/json.hpp"
#include "dateline/error.hpp"

namespace dateline::app {

ReportFile::ReportFile(const std::string& path) : path_(path), file_(path, std::ios::trunc) {
  if (file_) return;
  throw Error(ErrorCode::io_failure, "cannot write the report " + path + ": " + std::generic_category().message(errno));
}

void ReportFile::add(const ReportEntry& entry) { file_ << to_json(entry) << '\n'; }

void ReportFile::close() {
  file_.close();
  if (!file_) throw Error(ErrorCode::io_failure, "the report " + path_ + " could not be written to its end");
}

}  // namespace dateline::app
