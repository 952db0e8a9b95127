// A set of articles of one segment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::schema {

// One bit an article.
class Bitmap {
 public:
  Bitmap() = default;
  explicit Bitmap(std::uint32_t size, bool value = false);
  std::uint32_t size() const { return size_; }
  bool operator[](std::uint32_t at) const { return (words_[at >> 6] >> (at & 63)) & 1; }
  void set(std::uint32_t at) { words_[at >> 6] |= std::uint64_t{1} << (at & 63); }
  void set_all(const std::vector<std::uint32_t>& ones) {
    for (const std::uint32_t one : ones) set(one);
  }
  void clear(std::uint32_t at) { words_[at >> 6] &= ~(std::uint64_t{1} << (at & 63)); }
  std::uint32_t count() const;
  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  Bitmap& and_not(const Bitmap& other);
  void flip();
  std::vector<std::uint64_t>& words() { return words_; }
  const std::vector<std::uint64_t>& words() const { return words_; }
  template <class Each>
  void for_each(Each&& each) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t w = words_[i]; w; w &= w - 1)
        each(static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(__builtin_ctzll(w))));
  }
  friend bool operator==(const Bitmap&, const Bitmap&) = default;

 private:
  std::uint32_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace dateline::schema
