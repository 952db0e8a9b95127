// What the program tells its caller when it ends.
#pragma once

namespace dateline::app {

enum class ExitCode : int {
  done = 0,    // also a search that finds nothing
  failed = 1,  // a message on stderr says what, and what to do
  wrong_usage = 2,
  some_rejected = 3,  // done, but some inputs were not taken, each named on stderr
  interrupted = 130,
};

}  // namespace dateline::app
