// The time that a thread has worked, which a busy machine does not stretch.
#pragma once

#include <time.h>

namespace dateline::bench {

// Of the calling thread, in milliseconds.
inline double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace dateline::bench
