#include "indexer/walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator at(path, failure), end; !failure && at != end; at.increment(failure))
      if (std::string name = at->path().filename().string(); !name.starts_with('.')) names.push_back(std::move(name));
    if (failure) rejected_({path.string(), "the folder cannot be read: " + failure.message()});
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) visit(path / name);
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

  // Whatever is visited lies below the root, and is spelt as it is.
  std::string relative(const fs::path& path) const {
    const std::string& root = root_.native();
    return path.native().substr(root.size() + (root.ends_with('/') ? 0 : 1));
  }

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
