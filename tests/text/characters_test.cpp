#include "text/characters.hpp"

#include "tests/support/catch.hpp"

using namespace dateline::text;

TEST_CASE("the table of characters says what their properties say") {
  int different = 0;
  for (std::int32_t c = 0x80; c < 0x10000; ++c) different += character_class(c) != detail::class_by_properties(c);
  CHECK(different == 0);
}

TEST_CASE("no character that is told at once continues a cluster by its properties") {
  int different = 0;
  for (std::int32_t c = 0; c < 0x10000; ++c)
    different += continues_cluster(c) != detail::continues_cluster_by_properties(c);
  CHECK(different == 0);
}
