#include "searcher/archive/fork_gate.hpp"

#include <pthread.h>

#include <ctime>

namespace dateline::searcher {
namespace {

constexpr std::time_t patience = 1;  // second: a search that hands out its answer in parts may take its time

// The gate of the process: searches go through together, fork() alone.
pthread_rwlock_t gate;
pthread_once_t gate_made = PTHREAD_ONCE_INIT;
thread_local int depth = 0;           // of this thread's calls
thread_local bool is_closed = false;  // by this thread

// fork() is let in before searches that come later, or it would wait for ever. That is why nested calls of a thread do
// not ask again.
void open_gate() {
  pthread_rwlockattr_t attributes;
  pthread_rwlockattr_init(&attributes);
  pthread_rwlockattr_setkind_np(&attributes, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
  pthread_rwlock_init(&gate, &attributes);
  pthread_rwlockattr_destroy(&attributes);
}

void before_fork() {
  if (depth > 0) return;
  std::timespec until{};
  std::timespec_get(&until, TIME_UTC);
  until.tv_sec += patience;
  is_closed = pthread_rwlock_timedwrlock(&gate, &until) == 0;
}

void after_fork_in_parent() {
  if (is_closed) pthread_rwlock_unlock(&gate);
  is_closed = false;
}

// Whoever else was inside is not there.
void after_fork_in_child() {
  is_closed = false;
  open_gate();
  if (depth > 0) pthread_rwlock_rdlock(&gate);
}

void make_gate() {
  open_gate();
  pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
}

}  // namespace

InsideSearch::InsideSearch() {
  pthread_once(&gate_made, make_gate);
  if (depth++ == 0) pthread_rwlock_rdlock(&gate);
}

InsideSearch::~InsideSearch() {
  if (--depth == 0) pthread_rwlock_unlock(&gate);
}

}  // namespace dateline::searcher
