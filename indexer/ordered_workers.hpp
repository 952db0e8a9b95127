// Work done on several threads whose results come back in the order in which it was given: what makes an
// archive the same whatever the number of threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::indexer {

// give() and finish() are called from one thread, on which `consume` runs as well. At most `window` results wait, and
// not more than weigh `heaviest` together unless one alone does, so memory stays bounded however unequal the tasks are.
// An exception of a task is thrown by the give() or finish() that
// would have consumed its result.
template <class Result>
class OrderedWorkers {
 public:
  OrderedWorkers(unsigned threads, std::size_t window, std::uint64_t heaviest, std::function<void(Result)> consume)
      : most_threads_(threads), window_(window), heaviest_(heaviest), consume_(std::move(consume)) {}

  ~OrderedWorkers() {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
      waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  // `weight`: bytes that wait with the task or its result.
  void give(std::function<Result()> task, std::uint64_t weight = 0) {
    if (threads_.size() < most_threads_) threads_.emplace_back([this] { work(); });
    while (!given_.empty() && (given_.size() >= window_ || weight_ + weight > heaviest_)) consume_oldest();
    auto slot = std::make_shared<Slot>();
    slot->task = std::move(task);
    slot->weight = weight;
    weight_ += weight;
    given_.push_back(slot);
    {
      std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(slot));
    }
    changed_.notify_one();
  }

  void finish() {
    while (!given_.empty()) consume_oldest();
  }

 private:
  struct Slot {
    std::function<Result()> task;
    Result result{};
    std::exception_ptr failure;
    std::uint64_t weight = 0;
    bool done = false;  // under mutex_
  };

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      std::shared_ptr<Slot> slot = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      try {
        slot->result = slot->task();
      } catch (...) {
        slot->failure = std::current_exception();
      }
      slot->task = nullptr;
      lock.lock();
      slot->done = true;
      finished_.notify_one();
    }
  }

  void consume_oldest() {
    std::shared_ptr<Slot> slot = std::move(given_.front());
    given_.pop_front();
    weight_ -= slot->weight;
    {
      std::unique_lock lock(mutex_);
      finished_.wait(lock, [&] { return slot->done; });
    }
    if (slot->failure) std::rethrow_exception(slot->failure);
    consume_(std::move(slot->result));
  }

  const std::size_t most_threads_;  // each started with one of the first tasks
  const std::size_t window_;
  const std::uint64_t heaviest_;
  const std::function<void(Result)> consume_;
  std::deque<std::shared_ptr<Slot>> given_;  // the calling thread's
  std::uint64_t weight_ = 0;                 // of those
  std::mutex mutex_;
  std::condition_variable changed_, finished_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace dateline::indexer
