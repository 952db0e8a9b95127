// Where C ends and C++ begins: no exception passes, and what is handed out was allocated for C.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "dateline/dateline.h"
#include "dateline/error.hpp"

namespace dateline::c {

// Notes what happened where `error` points (nowhere when null) and returns the code.
dateline_code note(dateline_error** error, dateline_code code, const char* message, const char* remedy) noexcept;
dateline_code code_of(ErrorCode code) noexcept;

template <class Work>
dateline_code guarded(dateline_error** error, Work&& work) noexcept {
  if (error) *error = nullptr;
  try {
    work();
    return DATELINE_OK;
  } catch (const Error& thrown) {
    return note(error, code_of(thrown.code()), thrown.what(), thrown.remedy().c_str());
  } catch (const std::bad_alloc&) {
    return note(error, DATELINE_OUT_OF_MEMORY, "there is not enough memory", "");
  } catch (const std::exception& thrown) {
    return note(error, DATELINE_BUG, thrown.what(), "Please report this.");
  } catch (...) {
    return note(error, DATELINE_BUG, "an exception that nobody knows", "Please report this.");
  }
}

// What must not be null is not. `name`: as the header calls it.
template <class Pointer>
Pointer needed(Pointer pointer, const char* name) {
  if (!pointer) throw Error(ErrorCode::invalid_request, std::string("`") + name + "` is NULL", "Pass a valid pointer.");
  return pointer;
}

// Sets a result to its empty value before the work that may fail.
template <class Result>
void clear(Result* result) noexcept {
  if (result) *result = Result();
}

// Copies the text for the caller, who frees it; does nothing when `place` is null.
void hand_out(const std::string& text, char** place);

}  // namespace dateline::c
