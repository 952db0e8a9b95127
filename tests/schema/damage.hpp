// Bytes as a failing disk or an enemy would leave them: cut short at every length, and with single bytes changed.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace dateline::tests {

template <class Try>
void for_each_damage(const std::string& whole, Try&& attempt, std::size_t changes = 2000) {
  const std::size_t step = whole.size() / 500 + 1;
  for (std::size_t length = 0; length < whole.size(); length += step) attempt(whole.substr(0, length));
  std::mt19937 random(7);
  for (std::size_t i = 0; i < changes && !whole.empty(); ++i) {
    std::string bytes = whole;
    for (auto hits = 1 + random() % 3; hits > 0; --hits) bytes[random() % bytes.size()] = static_cast<char>(random());
    attempt(bytes);
  }
}

}  // namespace dateline::tests
