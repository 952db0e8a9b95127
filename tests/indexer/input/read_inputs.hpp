// What comes out of bytes, gathered; the bytes are seeds of fuzzers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/input/inputs.hpp"
#include "indexer/input/limits.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeds.hpp"

namespace dateline::tests {

struct ReadInput {
  std::vector<indexer::RawArticle> articles;
  std::vector<indexer::Rejection> rejections;

  std::vector<std::string> places() const {
    std::vector<std::string> all;
    for (const indexer::RawArticle& article : articles) all.push_back(article.input + article.member);
    return all;
  }
  std::vector<std::string> rejected() const {
    std::vector<std::string> all;
    for (const indexer::Rejection& rejection : rejections) all.push_back(rejection.input);
    return all;
  }
};

inline indexer::InputSink into(ReadInput& read) {
  return {[&read](indexer::RawArticle article) { read.articles.push_back(std::move(article)); },
          [&read](indexer::Rejection rejection) { read.rejections.push_back(std::move(rejection)); }};
}

inline ReadInput read_all(const std::string& bytes, const std::string& name = "a",
                          InputFormat format = InputFormat::detect) {
  if (bytes.size() < 65536) write_seed(bytes);
  ReadInput read;
  indexer::read_input(bytes, name, format, into(read));
  return read;
}

// The same bytes as a stream of pieces.
class Pieces final : public indexer::ByteSource {
 public:
  Pieces(std::string bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}
  std::string_view next() override {
    piece_ = bytes_.substr(at_, size_);  // what was shown before is gone
    at_ += piece_.size();
    return piece_;
  }

 private:
  std::string bytes_, piece_;
  std::size_t size_, at_ = 0;
};

inline ReadInput read_in_pieces(const std::string& bytes, std::size_t size, const std::string& name = "a",
                                InputFormat format = InputFormat::detect) {
  if (bytes.size() < 65536) write_seed(bytes);
  ReadInput read;
  Pieces source(bytes, size);
  indexer::ByteReader reader(source);
  indexer::read_input(reader, name, format, into(read));
  return read;
}

inline indexer::RawArticle only(const std::string& bytes, const std::string& name = "a") {
  ReadInput read = read_all(bytes, name);
  CAPTURE(bytes.substr(0, 200), read.rejections.empty() ? "" : read.rejections[0].reason);
  REQUIRE(read.rejections.empty());
  REQUIRE(read.articles.size() == 1);
  return std::move(read.articles.front());
}

inline std::string repeated(const std::string& part, int times) {
  std::string all;
  all.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace dateline::tests
