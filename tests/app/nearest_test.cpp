#include "app/nearest.hpp"

#include "tests/support/catch.hpp"

using namespace dateline::app;

TEST_CASE("an edit is a letter more, fewer, other, or two swapped") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("serach", "search") == 1);
  CHECK(edit_distance("limt", "limit") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name is offered when it is near") {
  const std::vector<std::string> names = {"search", "show", "speakers", "stats", "quotes"};
  CHECK(nearest("quots", names) == "quotes");
  CHECK(nearest("speak", names) == "speakers");
  CHECK_FALSE(nearest("frobnicate", names));
  CHECK_FALSE(nearest("x", names));
  CHECK_FALSE(nearest(std::string(100000, 's'), names));
}
