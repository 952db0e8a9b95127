// The library's version, and the format of the archives that it writes.
#pragma once

#include "dateline/export.hpp"

namespace dateline {

// "0.1.0"
DATELINE_API const char* version() noexcept;

}  // namespace dateline
