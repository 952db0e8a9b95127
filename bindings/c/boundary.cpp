#include "bindings/c/boundary.hpp"

#include <cstdlib>
#include <cstring>

#include "dateline/version.hpp"

struct dateline_error {
  dateline_code code;
  std::string message, remedy;
};

namespace dateline::c {

dateline_code note(dateline_error** error, dateline_code code, const char* message, const char* remedy) noexcept {
  if (!error) return code;
  try {
    *error = new dateline_error{code, message, remedy};
  } catch (...) {
    *error = nullptr;  // the code is all that there is memory for
  }
  return code;
}

dateline_code code_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::archive_missing:
      return DATELINE_ARCHIVE_MISSING;
    case ErrorCode::archive_foreign:
      return DATELINE_ARCHIVE_FOREIGN;
    case ErrorCode::format_unknown:
      return DATELINE_FORMAT_UNKNOWN;
    case ErrorCode::archive_damaged:
      return DATELINE_ARCHIVE_DAMAGED;
    case ErrorCode::archive_locked:
      return DATELINE_ARCHIVE_LOCKED;
    case ErrorCode::input_unreadable:
      return DATELINE_INPUT_UNREADABLE;
    case ErrorCode::invalid_request:
      return DATELINE_INVALID_REQUEST;
    case ErrorCode::io_failure:
      return DATELINE_IO_FAILURE;
    case ErrorCode::cancelled:
      return DATELINE_CANCELLED;
  }
  return DATELINE_BUG;
}

void hand_out(const std::string& text, char** place) {
  if (!place) return;
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (!copy) throw std::bad_alloc();
  std::memcpy(copy, text.c_str(), text.size() + 1);
  *place = copy;
}

}  // namespace dateline::c

int dateline_abi_version(void) { return DATELINE_ABI_VERSION; }

const char* dateline_version(void) { return dateline::version(); }

const char* dateline_code_name(dateline_code code) {
  switch (code) {
    case DATELINE_OK:
      return "ok";
    case DATELINE_ARCHIVE_MISSING:
      return "archive_missing";
    case DATELINE_ARCHIVE_FOREIGN:
      return "archive_foreign";
    case DATELINE_FORMAT_UNKNOWN:
      return "format_unknown";
    case DATELINE_ARCHIVE_DAMAGED:
      return "archive_damaged";
    case DATELINE_ARCHIVE_LOCKED:
      return "archive_locked";
    case DATELINE_INPUT_UNREADABLE:
      return "input_unreadable";
    case DATELINE_INVALID_REQUEST:
      return "invalid_request";
    case DATELINE_IO_FAILURE:
      return "io_failure";
    case DATELINE_CANCELLED:
      return "cancelled";
    case DATELINE_OUT_OF_MEMORY:
      return "out_of_memory";
    case DATELINE_BUG:
      return "bug";
  }
  return "unknown";
}

dateline_code dateline_error_code(const dateline_error* error) { return error ? error->code : DATELINE_OK; }
const char* dateline_error_message(const dateline_error* error) { return error ? error->message.c_str() : ""; }
const char* dateline_error_remedy(const dateline_error* error) { return error ? error->remedy.c_str() : ""; }
void dateline_error_free(dateline_error* error) { delete error; }
void dateline_string_free(char* text) { std::free(text); }
