// Traditional Chinese characters in their simplified form, so that both ways of writing rank alike.
#pragma once

#include <memory>
#include <string>

namespace dateline::text {

// One a thread.
class SimplifiedChinese {
 public:
  SimplifiedChinese();
  ~SimplifiedChinese();
  std::string convert(const std::string& text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::text
