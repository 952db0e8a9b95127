// Makes fork() wait for the searches that other threads are in: a lock that one of them held, ours or of a library below
// us, would be held in the child for ever.
#pragma once

namespace dateline::searcher {

// While one lives, another thread's fork() waits, up to a second. Calls may nest, and a callback may fork: that thread's
// own calls are not waited for. Any thread.
class InsideSearch {
 public:
  InsideSearch();
  ~InsideSearch();
  InsideSearch(const InsideSearch&) = delete;
  InsideSearch& operator=(const InsideSearch&) = delete;
};

}  // namespace dateline::searcher
