#include "indexer/ordered_workers.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

using dateline::indexer::OrderedWorkers;

constexpr std::uint64_t no_limit = 1'000'000;

TEST_CASE("results come in the order of the tasks, however long each takes") {
  std::vector<int> consumed;
  OrderedWorkers<int> workers(4, 8, no_limit, [&](int result) { consumed.push_back(result); });
  for (int i = 0; i < 200; ++i)
    workers.give([i] {
      if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
      return i;
    });
  workers.finish();
  REQUIRE(consumed.size() == 200);
  for (int i = 0; i < 200; ++i) CHECK(consumed[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("never more results wait than the window") {
  std::atomic<int> finished{0};
  int consumed = 0;
  int most = 0;
  OrderedWorkers<int> workers(2, 5, no_limit, [&](int) { ++consumed; });
  for (int i = 0; i < 100; ++i) {
    workers.give([&] { return ++finished; });
    most = std::max(most, finished.load() - consumed);
  }
  workers.finish();
  CHECK(most <= 5);
}

TEST_CASE("what waits is never heavier than the limit, unless it is alone") {
  std::uint64_t consumed = 0, given = 0, most_with_others = 0;
  bool alone = false;
  OrderedWorkers<std::uint64_t> workers(2, 50, 100, [&](std::uint64_t weight) { consumed += weight; });
  for (std::uint64_t i = 0; i < 200; ++i) {
    const std::uint64_t weight = i % 10 == 9 ? 500 : i % 40;
    workers.give([weight] { return weight; }, weight);
    given += weight;
    if (given - consumed == weight)
      alone = alone || weight == 500;
    else
      most_with_others = std::max(most_with_others, given - consumed);
  }
  workers.finish();
  CHECK(consumed == given);
  CHECK(most_with_others <= 100);
  CHECK(alone);
}

TEST_CASE("an exception of a task reaches the caller") {
  OrderedWorkers<int> workers(2, 4, no_limit, [](int) {});
  workers.give([]() -> int { throw std::runtime_error("broken"); });
  CHECK_THROWS_WITH(workers.finish(), "broken");
}

TEST_CASE("leaving early drops the tasks that have not begun") {
  std::atomic<int> begun{0};
  {
    OrderedWorkers<int> workers(1, 100, no_limit, [](int) {});
    for (int i = 0; i < 50; ++i)
      workers.give([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return ++begun;
      });
  }
  CHECK(begun < 50);
}

}  // namespace
