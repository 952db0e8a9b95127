// What a first pass over inputs read, for a second one that differs in few articles: learning what recurs comes before
// anything can be cut for it, and most articles have nothing of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/read_article.hpp"
#include "indexer/writing/archive_writer.hpp"

namespace dateline::indexer {

// An article that was read, or why it was not.
// An article, or the rejection of one; small, because there may be millions.
struct KeptReading {
  std::uint64_t key = 0;       // hash of the article's key
  std::uint64_t offset = 0;    // in the file
  std::uint32_t size = 0;      // there; 0: it is to be read again
  std::uint32_t unpacked = 0;  // bytes that it will take, about
  bool rejected = false;
  bool restored = false;

  bool is_to_be_read() const { return size == 0; }
};

struct KeptInput {
  InputStamp stamp;
  std::uint64_t bytes = 0;
  std::vector<KeptReading> articles;  // in their order, with rejections
  std::size_t ends = 0;               // 1: all of it was read, once

  bool has_some_to_read() const;
  // Null for an article that is to be read, and behind the last.
  const KeptReading* at(std::size_t place) const {
    return place < articles.size() && !articles[place].is_to_be_read() ? &articles[place] : nullptr;
  }
};

// Articles lie in a temporary file, as an archive stores them.
class KeptReadings {
 public:
  // More than so many bytes are not kept, nor what there is no room for: then nothing is, and everything is read again.
  explicit KeptReadings(std::uint64_t most_bytes);

  bool is_full() const { return is_full_; }
  void add(const InputStamp& stamp, ReadArticle read);
  void end_input(const InputStamp& stamp, std::uint64_t bytes);
  // Once, after all inputs: those with these keys are to be read again, the others can be had.
  void forget(const std::unordered_set<std::uint64_t>& keys);
  // Null when the input was not read, or more than once, or has changed since.
  const KeptInput* find(const InputStamp& stamp) const;
  // Of one that is not to be read again. Any thread. Throws io_failure.
  ReadArticle reading(const KeptReading& kept) const;

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  KeptReading keep(ReadArticle read);
  bool write(const std::string& encoded);
  KeptInput& input(const InputStamp& stamp);

  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t most_bytes_, bytes_ = 0;
  bool is_full_ = false;
  std::unordered_map<std::string, KeptInput> inputs_;  // by root, NUL, input
};

}  // namespace dateline::indexer
