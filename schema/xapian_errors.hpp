// No exception of Xapian's leaves the library, and no message of its reaches a user untranslated.
#pragma once

#include <string>
#include <utility>

#include <xapian.h>

namespace dateline::schema {

// Throws the dateline::Error that stands for it. `doing` completes "while ...".
[[noreturn]] void rethrow(const Xapian::Error& error, const std::string& doing);

template <class Work>
auto translating_errors(const std::string& doing, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    rethrow(error, doing);
  }
}

}  // namespace dateline::schema
