// The file behind --report: one line of JSON for each input or article.
#pragma once

#include <fstream>
#include <string>

#include "dateline/indexer.hpp"

namespace dateline::app {

class ReportFile {
 public:
  explicit ReportFile(const std::string& path);  // throws dateline::Error (io_failure)
  void add(const ReportEntry& entry);
  void close();  // throws when something could not be written

 private:
  std::string path_;
  std::ofstream file_;
};

}  // namespace dateline::app
