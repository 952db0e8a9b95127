// Whatever documents are, both writers make the same database of them, or both refuse.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/indexer/writing/both_writers.hpp"
#include "tests/indexer/writing/documents_in_bytes.hpp"

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const tests::Batches batches = tests::documents_in({reinterpret_cast<const char*>(data), size});
  if (batches.empty()) return 0;  // no segment is made of nothing
  const std::string difference = tests::difference_of_writers(batches, 1 + size % 2);
  if (difference.empty()) return 0;
  std::fprintf(stderr, "%s\n", difference.c_str());
  std::abort();
}
