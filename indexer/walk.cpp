#include "indexer/walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  Walk(const std::function<void(InputFile)>& file, const std::function<void(Rejection)>& rejected)
      : file_(file), rejected_(rejected) {}

  void start(const std::string& given) {
    std::error_code failure;
    // Not canonical(): a link that was named keeps the name by which it was called.
    fs::path path = fs::absolute(given, failure).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      rejected_({given, std::string("cannot be read: ") + std::strerror(errno)});
    } else if (S_ISDIR(status.st_mode)) {
      root_ = path;
      folder(path);
    } else {
      root_ = path.parent_path();
      regular(path, status);
    }
  }

 private:
  void folder(const fs::path& path) {
    std::vector<fs::path> entries;
    std::error_code failure;
    for (fs::directory_iterator at(path, failure), end; !failure && at != end; at.increment(failure))
      if (!at->path().filename().native().starts_with('.')) entries.push_back(at->path());
    if (failure) rejected_({path.string(), "the folder cannot be read: " + failure.message()});
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit(entry);
  }

  void visit(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      rejected_({relative(path), errno == ENOENT ? "the link points to nothing" : std::strerror(errno)});
    } else if (!S_ISDIR(status.st_mode)) {
      regular(path, status);
    } else if (!fs::is_symlink(fs::symlink_status(path))) {
      folder(path);
    }
  }

  void regular(const fs::path& path, const struct stat& status) {
    if (!S_ISREG(status.st_mode)) {
      rejected_({relative(path), "not a regular file"});
      return;
    }
    file_({root_.string(), relative(path), static_cast<std::uint64_t>(status.st_size),
           std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec});
  }

  std::string relative(const fs::path& path) const { return path.lexically_relative(root_).generic_string(); }

  const std::function<void(InputFile)>& file_;
  const std::function<void(Rejection)>& rejected_;
  fs::path root_;
};

}  // namespace

void walk(const std::vector<std::string>& paths, const std::function<void(InputFile)>& file,
          const std::function<void(Rejection)>& rejected) {
  Walk walker(file, rejected);
  for (const std::string& path : paths) walker.start(path);
}

}  // namespace dateline::indexer
