// Analyzers for any number of threads: each is used by one at a time and kept for the next.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "text/analyzer.hpp"

namespace dateline::searcher {

class Analyzers {
 public:
  class Lease {
   public:
    explicit Lease(Analyzers& owner) : owner_(owner), analyzer_(owner.take()) {}
    ~Lease() { owner_.give_back(std::move(analyzer_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    text::Analyzer& operator*() { return *analyzer_; }

   private:
    Analyzers& owner_;
    std::unique_ptr<text::Analyzer> analyzer_;
  };

 private:
  std::unique_ptr<text::Analyzer> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<text::Analyzer>();
    std::unique_ptr<text::Analyzer> analyzer = std::move(idle_.back());
    idle_.pop_back();
    return analyzer;
  }
  void give_back(std::unique_ptr<text::Analyzer> analyzer) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(analyzer));
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<text::Analyzer>> idle_;
};

}  // namespace dateline::searcher
