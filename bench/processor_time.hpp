// The time that a thread or a process has worked, which a busy machine does not stretch.
#pragma once

#include <time.h>

namespace dateline::bench {

inline double milliseconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Of the calling thread, in milliseconds.
inline double cpu_milliseconds() { return milliseconds_of(CLOCK_THREAD_CPUTIME_ID); }

// Of all threads.
inline double process_milliseconds() { return milliseconds_of(CLOCK_PROCESS_CPUTIME_ID); }

}  // namespace dateline::bench
