// Every exception that leaves the library is a dateline::Error.
//
// What is expected is a value instead: an article that does not exist is an empty optional, a rejected
// input is an entry of the report, a search without hits is an empty answer.
#pragma once

#include <stdexcept>
#include <string>

#include "dateline/export.hpp"

namespace dateline {

// Who can act on it, and how.
enum class ErrorCode {
  archive_missing,   // no archive at that path: make one with `index`, or correct the path
  archive_foreign,   // something is there, but it is no archive of ours
  format_unknown,    // written by a version with a format or feature that this one does not know
  archive_damaged,   // a file is missing or does not match its checksum
  archive_locked,    // another process or thread is writing
  input_unreadable,  // a file or folder could not be read at all
  invalid_request,   // a value that the caller passed is out of its range
  io_failure,        // the system refused a read or a write: disk full, permission, ...
  cancelled,         // the caller's callback asked to stop
};

// Names the culprit, and what to do about it.
class DATELINE_API Error : public std::runtime_error {
 public:
  // `what` names the culprit in one sentence, `remedy` says what to do about it (may be empty).
  Error(ErrorCode code, const std::string& what, std::string remedy = {});
  // Where the library has its table of functions.
  ~Error() override;

  // Who can act on it.
  ErrorCode code() const noexcept { return code_; }
  // What to do about it, in a sentence; may be empty.
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  ErrorCode code_;
  std::string remedy_;
};

}  // namespace dateline
