// The callbacks of a dateline_watch as those of C++.
#pragma once

#include "dateline/dateline.h"
#include "dateline/indexer.hpp"
#include "dateline/integrity.hpp"
#include "dateline/log.hpp"

namespace dateline::c {

// `watch` may be null, as each of its members; it is copied.
OnLog log_of(const dateline_watch* watch);
OnIntegrityProgress integrity_progress_of(const dateline_watch* watch);
// The options in `text`, with the callbacks.
IndexOptions watched_options(const char* text, const dateline_watch* watch);

}  // namespace dateline::c
