// What is made when it is first needed and then stays, without a lock: made_once([] { return read_table(); }), at one
// place in the sources, is what read_table() returned.
//
// A static variable of a function would do but for fork(): a child that is made while a thread of its parent makes the
// value waits for that thread, which it does not have. Here nobody waits: threads that come at the same time each make
// one, and the first that is ready is everybody's.
#pragma once

#include <atomic>
#include <memory>
#include <type_traits>

namespace dateline::text {

template <class Make>
const auto& made_once(Make make) {
  static_assert(std::is_empty_v<Make>, "each lambda has its own type, and so its own value");
  using Made = decltype(make());
  static constinit std::atomic<const Made*> everybodys{nullptr};
  if (const Made* known = everybodys.load(std::memory_order_acquire)) return *known;
  auto own = std::make_unique<const Made>(make());
  const Made* first = nullptr;
  if (everybodys.compare_exchange_strong(first, own.get(), std::memory_order_acq_rel)) first = own.release();
  return *first;
}

}  // namespace dateline::text
