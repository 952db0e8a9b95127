// How far a run has come, told to the program that started it.
#pragma once

#include <string>

#include "dateline/error.hpp"
#include "dateline/indexer.hpp"
#include "indexer/input_pass.hpp"

namespace dateline::indexer {

class RunProgress {
 public:
  explicit RunProgress(const IndexOptions& options) : options_(options) {}

  // Throws dateline::Error(cancelled) when the program asks to stop. `pass`: whose inputs are counted.
  void tell(const char* stage, const InputPass& pass) {
    if (!options_.on_progress) return;
    now.stage = stage;
    now.inputs_total = pass.inputs_found();
    now.bytes_total = pass.bytes_found();
    if (!options_.on_progress(now)) throw Error(ErrorCode::cancelled, "interrupted", what_is_kept);
  }

  Progress now;
  std::string what_is_kept = "Nothing of this run was kept.";

 private:
  const IndexOptions& options_;
};

}  // namespace dateline::indexer
