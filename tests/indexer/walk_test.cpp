#include "indexer/walk.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

namespace {

using namespace dateline::indexer;
using namespace dateline::tests;

struct Found {
  std::vector<std::string> files, rejected;
};

Found walked(const std::vector<std::string>& paths) {
  Found found;
  walk(
      paths, [&](const InputFile& file) { found.files.push_back(file.name); },
      [&](const Rejection& rejection) { found.rejected.push_back(rejection.input + ": " + rejection.reason); });
  return found;
}

TEST_CASE("a folder is walked in order of path, without hidden files") {
  TemporaryDirectory folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/1.txt", ".hidden", ".git/config", "c.html"})
    write_file(folder / name, "x");
  CHECK(walked({folder.path().string()}).files == std::vector<std::string>{"a/1.txt", "a/2.txt", "b.txt", "c.html"});
  CHECK(walked({folder.path().string() + "/"}).files.size() == 4);
}

TEST_CASE("a file is recorded under its own folder") {
  TemporaryDirectory folder;
  const auto file = write_file(folder / "a/1.txt", "four");
  walk(
      {file.string()},
      [&](const InputFile& found) {
        CHECK(found.root == (folder / "a").string());
        CHECK(found.name == "1.txt");
        CHECK(found.size == 4);
        CHECK(found.path() == file);
      },
      [](const Rejection&) { FAIL("nothing is wrong with it"); });
}

TEST_CASE("what cannot be read is named, and the rest goes on") {
  TemporaryDirectory folder;
  write_file(folder / "good.txt", "x");
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_symlink("nowhere", folder / "dangling");
  std::filesystem::create_directory_symlink(folder.path(), folder / "loop");
  std::filesystem::create_symlink("good.txt", folder / "link.txt");

  const Found found = walked({folder.path().string(), (folder / "missing").string()});
  CHECK(found.files == std::vector<std::string>{"good.txt", "link.txt"});
  CHECK(found.rejected ==
        std::vector<std::string>{"dangling: the link points to nothing", "pipe: not a regular file",
                                 (folder / "missing").string() + ": cannot be read: No such file or directory"});
}

}  // namespace
