#include "schema/xapian_errors.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>

#include "dateline/error.hpp"

namespace dateline::schema {
namespace {

bool is_system_error(const Xapian::Error& error, int number) {
  const char* text = error.get_error_string();
  return text && std::strcmp(text, std::strerror(number)) == 0;
}

struct Meaning {
  ErrorCode code;
  const char* what;
  const char* remedy;
};

// By Xapian's name for the type: its exceptions have no virtual functions, and inside a `catch (const Xapian::Error&)`
// the type is all that is left.
struct Row {
  std::string_view type;
  Meaning meaning;
};

constexpr Meaning unreadable = {ErrorCode::archive_damaged, "a database of the archive cannot be opened",
                                "Open the archive again if it was just rewritten; else run `dateline check`."};
constexpr Meaning out_of_range = {ErrorCode::invalid_request, "a value is out of its range", ""};

constexpr Row rows[] = {
    {"DatabaseLockError",
     {ErrorCode::archive_locked, "somebody else is writing", "Wait until the other writer has finished."}},
    {"DatabaseVersionError",
     {ErrorCode::format_unknown, "the database has a format that this Xapian does not know",
      "Use the version of dateline that wrote it, or a newer one."}},
    {"DatabaseCorruptError",
     {ErrorCode::archive_damaged, "a database file is damaged",
      "Run `dateline check`; `dateline reindex` or a backup restores the archive."}},
    {"DatabaseOpeningError", unreadable},
    {"DatabaseNotFoundError", unreadable},
    {"DatabaseModifiedError",
     {ErrorCode::io_failure, "the database changed while it was read", "Open the archive again."}},
    {"DatabaseError",
     {ErrorCode::io_failure, "the database could not be read or written",
      "Check the disk; run `dateline check` if it happens again."}},
    {"InvalidArgumentError", out_of_range},
    {"RangeError", out_of_range},
};

Meaning meaning_of(const Xapian::Error& error) {
  // What the system said is more to the point than what Xapian was doing then.
  if (is_system_error(error, ENOSPC))
    return {ErrorCode::io_failure, "the disk is full", "Free some space and try again; the archive is as it was."};
  if (is_system_error(error, EMFILE) || is_system_error(error, ENFILE))
    return {ErrorCode::io_failure, "too many files are open", "Raise the limit (ulimit -n) and try again."};
  if (is_system_error(error, EACCES) || is_system_error(error, EPERM) || is_system_error(error, EROFS))
    return {ErrorCode::io_failure, "the system refused access", "Check the permissions of the archive's folder."};
  for (const Row& row : rows)
    if (row.type == error.get_type()) return row.meaning;
  return {ErrorCode::io_failure, "the search engine gave up", "Please report this with the command that you ran."};
}

}  // namespace

void rethrow(const Xapian::Error& error, const std::string& doing) {
  const Meaning meaning = meaning_of(error);
  // The engine's words stay behind ours: they help whoever is asked about it.
  std::string what = std::string(meaning.what) + " while " + doing + " (" + error.get_msg();
  if (const char* system = error.get_error_string()) what += std::string(": ") + system;
  throw Error(meaning.code, what + ")", meaning.remedy);
}

void rethrow(const std::filesystem::filesystem_error& error, const std::string& doing) {
  throw Error(ErrorCode::io_failure,
              error.path1().string() + " could not be read while " + doing + ": " + error.code().message(),
              "Check the permissions of the archive's folder, and whether it is still there.");
}

}  // namespace dateline::schema
