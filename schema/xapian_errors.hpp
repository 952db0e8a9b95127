// No exception of Xapian's leaves the library, and no message of its reaches a user untranslated.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include <xapian.h>

namespace dateline::schema {

// Throws the dateline::Error that stands for it. `doing` completes "while ...".
[[noreturn]] void rethrow(const Xapian::Error& error, const std::string& doing);
[[noreturn]] void rethrow(const std::filesystem::filesystem_error& error, const std::string& doing);

template <class Work>
auto translating_errors(const std::string& doing, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    rethrow(error, doing);
  } catch (const std::filesystem::filesystem_error& error) {  // a file that a writer removed meanwhile, above all
    rethrow(error, doing);
  }
}

}  // namespace dateline::schema
