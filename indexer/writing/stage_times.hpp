// How long each stage of a run took, in the order in which they came.
#pragma once

#include <chrono>
#include <utility>
#include <vector>

#include "dateline/indexer.hpp"

namespace dateline::indexer {

class StageTimes {
 public:
  // Runs the work and counts its time to the stage.
  template <class Work>
  auto measure(const char* stage, Work&& work) -> decltype(work()) {
    const Scope scope(*this, stage);
    return std::forward<Work>(work)();
  }

  std::vector<StageTime> take() { return std::exchange(times_, {}); }

  // Since this was made.
  double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

 private:
  using Clock = std::chrono::steady_clock;

  class Scope {
   public:
    Scope(StageTimes& times, const char* stage) : times_(times), stage_(stage) {}
    ~Scope() { times_.add(stage_, std::chrono::duration<double>(Clock::now() - start_).count()); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    StageTimes& times_;
    const char* stage_;
    Clock::time_point start_ = Clock::now();
  };

  void add(const char* stage, double seconds) {
    for (StageTime& time : times_)
      if (time.stage == stage) return void(time.seconds += seconds);
    times_.push_back({stage, seconds});
  }

  Clock::time_point start_ = Clock::now();
  std::vector<StageTime> times_;
};

}  // namespace dateline::indexer
