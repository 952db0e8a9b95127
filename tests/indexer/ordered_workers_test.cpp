#include "indexer/ordered_workers.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

using dateline::indexer::OrderedWorkers;

TEST_CASE("results come in the order of the tasks, however long each takes") {
  std::vector<int> consumed;
  OrderedWorkers<int> workers(4, 8, [&](int result) { consumed.push_back(result); });
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
  OrderedWorkers<int> workers(2, 5, [&](int) { ++consumed; });
  for (int i = 0; i < 100; ++i) {
    workers.give([&] { return ++finished; });
    most = std::max(most, finished.load() - consumed);
  }
  workers.finish();
  CHECK(most <= 5);
}

TEST_CASE("an exception of a task reaches the caller") {
  OrderedWorkers<int> workers(2, 4, [](int) {});
  workers.give([]() -> int { throw std::runtime_error("broken"); });
  CHECK_THROWS_WITH(workers.finish(), "broken");
}

TEST_CASE("leaving early drops the tasks that have not begun") {
  std::atomic<int> begun{0};
  {
    OrderedWorkers<int> workers(1, 100, [](int) {});
    for (int i = 0; i < 50; ++i)
      workers.give([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return ++begun;
      });
  }
  CHECK(begun < 50);
}

}  // namespace
