// How far a run has come, told to the program that started it.
#pragma once

#include "dateline/error.hpp"
#include "dateline/indexer.hpp"

namespace dateline::indexer {

class RunProgress {
 public:
  explicit RunProgress(const IndexOptions& options) : options_(options) {}

  // Throws dateline::Error(cancelled) when the program asks to stop.
  void tell(const char* stage) {
    if (!options_.on_progress) return;
    now.stage = stage;
    if (!options_.on_progress(now)) throw Error(ErrorCode::cancelled, "interrupted", "Nothing of this run was kept.");
  }

  Progress now;

 private:
  const IndexOptions& options_;
};

}  // namespace dateline::indexer
