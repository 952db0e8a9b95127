// Ctrl-C as a question that long work asks itself, so that it ends with nothing half-written.
#pragma once

#include <csignal>

namespace dateline::app {

// While it lives, the first SIGINT or SIGTERM is noted; the second ends the process as ever.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  static bool interrupted() noexcept;

 private:
  struct sigaction previous_interrupt_ {};
  struct sigaction previous_terminate_ {};
};

}  // namespace dateline::app
