// Any bytes are a plain text: it is read to an article that can be stored, or rejected.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "indexer/input/inputs.hpp"
#include "indexer/reading/read.hpp"
#include "schema/stored_article.hpp"

using namespace dateline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  indexer::read_input(bytes, "name", InputFormat::text,
                      {[](indexer::RawArticle raw) {
                         indexer::ReadingContext context;
                         context.today = 20'000;
                         const auto result = indexer::read(std::move(raw), context);
                         if (const auto* article = std::get_if<schema::StoredArticle>(&result))
                           if (const char* what = schema::inconsistency(*article)) {
                             std::fprintf(stderr, "%s\n", what);
                             std::abort();
                           }
                       },
                       [](indexer::Rejection) {}});
  return 0;
}
