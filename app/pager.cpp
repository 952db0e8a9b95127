#include "app/pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <vector>

#include "app/print/width.hpp"

extern char** environ;

namespace dateline::app {
namespace {

bool is_program(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

// Whether the shell would find the command's program. What only the shell can read is trusted.
bool can_run(const std::string& command) {
  const std::string program = command.substr(0, command.find(' '));
  if (program.find_first_of("=$`'\"\\|&;<>(){}") != std::string::npos) return true;
  if (program.find('/') != std::string::npos) return is_program(program);
  const char* path = std::getenv("PATH");
  std::string_view folders = path ? path : "/usr/bin:/bin";
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    if (is_program(std::string(folders.substr(0, end)) + "/" + program)) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

// As git does: less shows colours, ends by itself where all fits and leaves the text on the screen, unless its user has
// told it otherwise. Our text is UTF-8 whatever the locale.
std::vector<std::string> environment_of_pager() {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry; ++entry) environment.emplace_back(*entry);
  for (const auto& [name, value] :
       {std::pair{"LESS", "FRX"}, std::pair{"LV", "-c"}, std::pair{"LESSCHARSET", "utf-8"}}) {
    if (!std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
  }
  return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The shell with the command, reading from `input`, with the signals as a program expects them; -1 when it cannot run.
pid_t spawn(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> words = {"sh", "-c", command}, environment = environment_of_pager();
  pid_t pid = -1;
  if (posix_spawn(&pid, "/bin/sh", &actions, &attributes, pointers_to(words).data(), pointers_to(environment).data()) !=
      0)
    pid = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return pid;
}

// Without the colours' escape sequences.
std::string plain(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at, 2) == "\x1b[") {
      at = std::min(line.find('m', at), line.size());
    } else {
      text += line[at];
    }
  }
  return text;
}

}  // namespace

std::string pager_of_environment() {
  std::string command = "less -FRX";
  for (const char* name : {"PAGER", "DATELINE_PAGER"}) {
    if (const char* wished = std::getenv(name)) command = wished;
  }
  if (command == "cat" || command.empty() || !can_run(command)) return "";
  return command;
}

PagedBuffer::PagedBuffer(std::ostream& out, Screen screen, std::string command)
    : out_(out), screen_(screen), command_(std::move(command)) {}

PagedBuffer::~PagedBuffer() {
  try {
    finish();
  } catch (...) {  // whoever wants to know calls finish()
  }
}

PagedBuffer::int_type PagedBuffer::overflow(int_type character) {
  if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
  const char c = traits_type::to_char_type(character);
  take({&c, 1});
  return character;
}

std::streamsize PagedBuffer::xsputn(const char* text, std::streamsize size) {
  take({text, static_cast<std::size_t>(size)});
  return size;
}

int PagedBuffer::sync() {
  if (state_ == State::paging) {
    page({});
  } else {
    print_held();
    out_.flush();
  }
  return 0;
}

void PagedBuffer::take(std::string_view text) {
  if (state_ == State::paging) return page(text);
  held_ += text;
  if (state_ == State::printing) return print_held();
  if (!is_too_long(text)) return;
  if (!open_pager()) return print_held();
  state_ = State::paging;
  page(held_);
  held_.clear();
}

// A row stays for the shell's next prompt.
bool PagedBuffer::is_too_long(std::string_view text) {
  for (const char c : text) {
    if (c != '\n') {
      line_ += c;
      continue;
    }
    const std::size_t columns = std::max<std::size_t>(screen_.columns, 1);
    rows_ += std::max<std::size_t>(1, (width_of(plain(line_)) + columns - 1) / columns);
    line_.clear();
  }
  return rows_ + 1 > screen_.rows;
}

void PagedBuffer::print_held() {
  state_ = State::printing;
  out_ << held_;
  held_.clear();
}

void PagedBuffer::page(std::string_view text) {
  if (left_) return;
  try {
    pipe_->sputn(text.data(), static_cast<std::streamsize>(text.size()));
    if (text.empty()) pipe_->pubsync();
  } catch (const ClosedPipe&) {
    left_ = true;
  }
}

bool PagedBuffer::open_pager() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  pager_ = spawn(command_, ends[0]);
  close(ends[0]);
  if (pager_ < 0) {
    close(ends[1]);
    return false;
  }
  pipe_end_ = ends[1];
  pipe_ = std::make_unique<FileDescriptorBuffer>(pipe_end_);
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &interrupts_);
  if (isatty(STDERR_FILENO)) {
    own_stderr_ = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (own_stderr_ >= 0) dup2(pipe_end_, STDERR_FILENO);
  }
  return true;
}

void PagedBuffer::close_pager() {
  page({});
  if (own_stderr_ >= 0) {
    dup2(own_stderr_, STDERR_FILENO);
    close(own_stderr_);
  }
  std::cerr.clear();  // the pager may have been left before something was said
  close(pipe_end_);
  while (waitpid(pager_, nullptr, 0) < 0 && errno == EINTR) {
  }
  sigaction(SIGINT, &interrupts_, nullptr);
}

void PagedBuffer::finish() {
  if (state_ != State::paging) {
    print_held();
    return;
  }
  state_ = State::printing;
  close_pager();
}

}  // namespace dateline::app
