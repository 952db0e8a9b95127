// Text that is longer than the terminal goes through the reader's pager; shorter text is printed as it is.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <cstddef>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>

#include "app/output.hpp"

namespace dateline::app {

// What the environment asks for, as a command for the shell; empty: no pager is wanted, or there is none.
std::string pager_of_environment();

struct Screen {
  std::size_t columns = 80, rows = 24;
};

// Holds text back until it is known to be too long. Flushing says that somebody waits for it: then it is printed at
// once, and the rest as it comes. A pager that was left takes no more text, and nobody hears of it. While a pager is
// open, interrupts are its own, and what is said on a terminal's standard error appears in it.
class PagedBuffer : public std::streambuf {
 public:
  PagedBuffer(std::ostream& out, Screen screen, std::string command);
  ~PagedBuffer() override;  // finishes; failures are lost
  PagedBuffer(const PagedBuffer&) = delete;
  PagedBuffer& operator=(const PagedBuffer&) = delete;

  // Prints what was held back, or waits until the pager is left.
  void finish();

 protected:
  int_type overflow(int_type character) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  enum class State { holding, paging, printing };

  void take(std::string_view text);
  bool is_too_long(std::string_view text);
  void print_held();
  void page(std::string_view text);
  bool open_pager();
  void close_pager();

  std::ostream& out_;
  const Screen screen_;
  const std::string command_;
  State state_ = State::holding;
  std::string held_;
  std::string line_;      // the last one, as far as it has come
  std::size_t rows_ = 0;  // of the lines before it
  std::unique_ptr<FileDescriptorBuffer> pipe_;
  int pipe_end_ = -1;
  int own_stderr_ = -1;  // kept while the pager has its place
  bool left_ = false;    // the reader has seen enough
  pid_t pager_ = -1;
  struct sigaction interrupts_ {};
};

}  // namespace dateline::app
