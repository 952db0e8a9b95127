// Does the caller still wait for the answer?
#pragma once

#include <cstdint>

#include "dateline/error.hpp"
#include "dateline/search.hpp"

namespace dateline::searcher {

class Stop {
 public:
  explicit Stop(StopCheck check) : check_(std::move(check)) {}

  // Ends the search when the caller says so.
  void ask() {
    if (check_ && check_())
      throw Error(ErrorCode::cancelled, "the search was stopped before its answer was complete",
                  "Give it more time, or ask for less.");
  }
  // For loops: passes the question on once in a while.
  void ask_sometimes() {
    if (++times_ % 64 == 0) ask();
  }

 private:
  StopCheck check_;
  std::uint32_t times_ = 0;
};

}  // namespace dateline::searcher
