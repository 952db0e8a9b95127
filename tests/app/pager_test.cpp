#include "app/pager.hpp"

#include <csignal>
#include <cstdlib>
#include <sstream>

#include "app/locale.hpp"
#include "app/program.hpp"
#include "dateline/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

struct Printed {
  std::string on_terminal, in_pager;
  ExitCode code = ExitCode::done;
  std::string err;
};

// `dateline do` on a terminal of 10 rows and 20 columns, where `do` is this.
Printed printed(const Run& run_it, const std::vector<std::string>& arguments = {"do"}, std::string pager = "cat >") {
  const tests::TemporaryDirectory folder;
  const auto page = folder / "page";
  const std::vector<Command> commands = {{"do", "", "",
                                          [&](OptionSet& set) -> Run {
                                            set.formats({Format::text, Format::json});
                                            return run_it;
                                          },
                                          false}};
  std::signal(SIGPIPE, SIG_IGN);  // as the program does
  std::ostringstream out, err;
  out.exceptions(std::ios::badbit);
  Console console{out, err, true, true, 20, 10};
  console.color_welcome = true;
  console.pager = pager == "cat >" ? pager + page.string() : pager;
  Printed result;
  result.code = run(arguments, commands, console);
  result.on_terminal = out.str();
  if (std::filesystem::exists(page)) result.in_pager = tests::read_file(page);
  result.err = err.str();
  return result;
}

Run lines(std::size_t count, ExitCode code = ExitCode::done) {
  return [count, code](Session& session) {
    for (std::size_t at = 0; at < count; ++at) session.out << "line\n";
    return code;
  };
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t at = 0; at < count; ++at) result += text;
  return result;
}

// Sets variables for one test.
class Variables {
 public:
  explicit Variables(const std::vector<std::pair<std::string, std::optional<std::string>>>& values) {
    for (const auto& [name, value] : values) {
      const char* before = std::getenv(name.c_str());
      before_.emplace_back(name, before ? std::optional<std::string>(before) : std::nullopt);
      set(name, value);
    }
  }
  ~Variables() {
    for (const auto& [name, value] : before_) set(name, value);
  }
  Variables(const Variables&) = delete;
  Variables& operator=(const Variables&) = delete;

 private:
  static void set(const std::string& name, const std::optional<std::string>& value) {
    if (value) {
      setenv(name.c_str(), value->c_str(), 1);
    } else {
      unsetenv(name.c_str());
    }
  }
  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

}  // namespace

TEST_CASE("text longer than the terminal goes through the pager, the rest does not") {
  const Printed fits = printed(lines(9));
  CHECK(fits.on_terminal == repeated("line\n", 9));
  CHECK(fits.in_pager.empty());
  const Printed longer = printed(lines(10));
  CHECK(longer.on_terminal.empty());
  CHECK(longer.in_pager == repeated("line\n", 10));
  CHECK(printed(lines(100'000)).in_pager == repeated("line\n", 100'000));
}

TEST_CASE("lines that the terminal folds count as it shows them, and colours as nothing") {
  const auto wide = [](std::string text) {
    return [text](Session& session) {
      session.out << text;
      return ExitCode::done;
    };
  };
  CHECK(printed(wide(repeated("x", 180) + "\n")).in_pager.empty());
  CHECK_FALSE(printed(wide(repeated("x", 181) + "\n")).in_pager.empty());
  CHECK_FALSE(printed(wide(repeated("海", 91) + "\n")).in_pager.empty());
  CHECK(printed(wide(repeated("\x1b[1;31mtide\x1b[0m\n", 9))).in_pager.empty());
}

TEST_CASE("no pager for JSON, nor where nobody wants one") {
  CHECK(printed(lines(20), {"do", "--json"}).on_terminal == repeated("line\n", 20));
  CHECK(printed(lines(20), {"do", "--no-pager"}).on_terminal == repeated("line\n", 20));
  CHECK(printed(lines(20), {"do"}, "").on_terminal == repeated("line\n", 20));
}

TEST_CASE("the exit code is the command's, whatever becomes of the pager") {
  CHECK(printed(lines(20, ExitCode::failed)).code == ExitCode::failed);
  CHECK(printed(lines(20), {"do"}, "cat >/dev/null; exit 7").code == ExitCode::done);
}

TEST_CASE("a pager that was left ends quietly, and the command with its own code") {
  const Printed left = printed(lines(200'000, ExitCode::some_rejected), {"do"}, "exit 0");
  CHECK(left.code == ExitCode::some_rejected);
  CHECK(left.on_terminal.empty());
  CHECK(left.err.empty());
}

TEST_CASE("what was printed before a failure is shown, and then the failure") {
  const auto fails_after = [](std::size_t count) {
    return [count](Session& session) -> ExitCode {
      for (std::size_t at = 0; at < count; ++at) session.out << "line\n";
      throw Error(ErrorCode::io_failure, "no more");
    };
  };
  const Printed few = printed(fails_after(2));
  CHECK(few.on_terminal == "line\nline\n");
  CHECK(few.code == ExitCode::failed);
  CHECK(few.err.find("no more") != std::string::npos);
  CHECK(printed(fails_after(20)).in_pager == repeated("line\n", 20));
}

TEST_CASE("whoever flushes has somebody waiting: nothing is held back") {
  std::ostringstream out;
  PagedBuffer buffer(out, {20, 10}, "cat >/dev/null");
  std::ostream stream(&buffer);
  stream << "answer\n";
  CHECK(out.str().empty());
  stream.flush();
  CHECK(out.str() == "answer\n");
  for (int at = 0; at < 20; ++at) stream << "line\n";
  CHECK(out.str() == "answer\n" + repeated("line\n", 20));
}

TEST_CASE("help goes through the pager too") {
  CHECK(printed(lines(0), {"--help"}).in_pager.find("Usage: dateline") != std::string::npos);
  CHECK(printed(lines(0), {"--help", "--no-pager"}).in_pager.empty());
}

TEST_CASE("the environment names the pager") {
  struct Row {
    std::optional<std::string> own, common, path;
    std::string command;
  };
  const std::string path = std::getenv("PATH");
  const Row rows[] = {
      {std::nullopt, std::nullopt, "/nowhere", ""},  // less is not installed
      {std::nullopt, "sort -r", path, "sort -r"},
      {"head -3", "sort -r", path, "head -3"},
      {"", "sort -r", path, ""},
      {"cat", "sort -r", path, ""},
      {"no-such-pager-anywhere", std::nullopt, path, ""},
      {"/bin/sh -c x", std::nullopt, "/nowhere", "/bin/sh -c x"},
      {"A=1 sort", std::nullopt, path, "A=1 sort"},
  };
  for (const Row& row : rows) {
    const Variables variables({{"DATELINE_PAGER", row.own}, {"PAGER", row.common}, {"PATH", row.path}});
    CHECK(pager_of_environment() == row.command);
  }
}

TEST_CASE("less is told of colours and UTF-8 unless its user has told it something") {
  const Variables variables({{"LESS", std::nullopt}, {"LESSCHARSET", "latin1"}, {"LV", std::nullopt}});
  const tests::TemporaryDirectory folder;
  std::ostringstream out;
  {
    PagedBuffer buffer(out, {20, 1}, "echo $LESS $LV $LESSCHARSET >" + (folder / "said").string());
    std::ostream(&buffer) << "a\nb\n";
  }
  CHECK(tests::read_file(folder / "said") == "FRX -c latin1\n");
}

TEST_CASE("a locale says whether the terminal takes UTF-8") {
  for (const char* name : {"en_US.UTF-8", "C.UTF-8", "C.utf8", "de_DE.UTF-8@euro", "ru_RU.Utf_8"})
    CHECK(is_utf8_locale(name));
  for (const char* name : {"C", "POSIX", "", "en_US", "ja_JP.eucJP", "de_DE.ISO-8859-15@euro", "UTF-8"})
    CHECK_FALSE(is_utf8_locale(name));
}
