#include "schema/xapian_errors.hpp"

#include <cerrno>

#include "dateline/error.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;

namespace {

template <class Kind>
Error translated(const Kind& kind) {
  try {
    schema::translating_errors("testing", [&] { throw kind; });
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::cancelled, "nothing was thrown");
}

}  // namespace

TEST_CASE("errors of Xapian become ours, with what to do") {
  CHECK(translated(Xapian::DatabaseOpeningError("x")).code() == ErrorCode::archive_damaged);
  CHECK(translated(Xapian::DatabaseCorruptError("x")).code() == ErrorCode::archive_damaged);
  CHECK(translated(Xapian::DatabaseVersionError("x")).code() == ErrorCode::format_unknown);
  CHECK(translated(Xapian::DatabaseLockError("x")).code() == ErrorCode::archive_locked);
  CHECK(translated(Xapian::DatabaseError("x", ENOSPC)).code() == ErrorCode::io_failure);
  CHECK(translated(Xapian::UnimplementedError("x")).code() == ErrorCode::io_failure);
  const Error full = translated(Xapian::DatabaseError("block 7", ENOSPC));
  CHECK(std::string(full.what()).find("disk is full while testing") != std::string::npos);
  CHECK_FALSE(full.remedy().empty());
  CHECK(schema::translating_errors("adding", [] { return 3; }) == 3);
}
