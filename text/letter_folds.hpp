// What each letter folds to where the letters around it make no difference: Latin, Greek, Cyrillic, Armenian, Hebrew
// and Arabic ones that no mark follows. Found out once a letter, from the folding that works everywhere; without a
// lock, for the sake of fork() as made_once.hpp says.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::text {

class LetterFolds {
 public:
  using Fold = std::string (*)(std::string_view);
  constexpr explicit LetterFolds(Fold everywhere) : fold_(everywhere) {}

  // The folded text; false when some character of it depends on others, or is not of these scripts. Any thread.
  bool fold(std::string_view text, std::string& folded);

 private:
  static constexpr std::size_t block_size = 16, blocks = 112;  // U+0000 to U+06FF
  static constexpr std::uint8_t depends = 0xFF;
  struct Letter {
    char bytes[5];
    std::uint8_t size;  // or `depends`
  };

  using Block = std::array<Letter, block_size>;

  const Letter& letter(std::size_t code_point) {
    const std::size_t block = code_point / block_size;
    const Block* known = known_[block].load(std::memory_order_acquire);
    if (!known) known = find_out_block(block);
    return (*known)[code_point % block_size];
  }
  const Block* find_out_block(std::size_t block);
  Letter find_out(char32_t code_point) const;

  Fold fold_;
  std::array<std::atomic<const Block*>, blocks> known_{};  // made as they are needed, and kept until the program ends
};

}  // namespace dateline::text
