// What the program tells its caller when it ends.
#pragma once

#include <string_view>

namespace dateline::app {

enum class ExitCode : int {
  done = 0,    // also a search that finds nothing
  failed = 1,  // a message on stderr says what, and what to do
  wrong_usage = 2,
  some_rejected = 3,  // done, but some inputs were not taken, each named on stderr
  interrupted = 130,
};

// The same for the manual.
struct ExitCodeMeaning {
  ExitCode code;
  std::string_view meaning;
};
inline constexpr ExitCodeMeaning exit_codes[] = {
    {ExitCode::done, "done"},
    {ExitCode::failed, "failed"},
    {ExitCode::wrong_usage, "wrong usage"},
    {ExitCode::some_rejected, "done but some inputs were rejected"},
    {ExitCode::interrupted, "interrupted"},
};

}  // namespace dateline::app
