// Which files a list of paths means: folders recursively, in a stable order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/raw_article.hpp"

namespace dateline::indexer {

// One file to read. `root` and `name` are what the archive records: reindexing opens root/name again.
struct InputFile {
  std::string root;  // absolute; the folder that was given, or the one that holds the given file
  std::string name;  // relative to root, with '/'
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;

  std::filesystem::path path() const { return std::filesystem::path(root) / name; }
};

// The name that standard input has in reports and archives.
inline constexpr const char* standard_input = "-";

// Calls `file` for every regular file in order of path, `rejected` for what is named but cannot be read: missing paths,
// unreadable folders, pipes and devices. Hidden entries and folders reached through a link are left out
// (a link to a folder above would never end); a link to a file counts as the file.
void walk(const std::vector<std::string>& paths, const std::function<void(InputFile)>& file,
          const std::function<void(Rejection)>& rejected);

}  // namespace dateline::indexer
