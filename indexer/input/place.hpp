// Where bytes come from, and who takes what is read of them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/raw_article.hpp"

namespace dateline::indexer {

struct InputSink {
  std::function<void(RawArticle)> article;
  std::function<void(Rejection)> rejection;
};

// An input, or a part of one.
struct Place {
  std::string input;   // the path as recorded
  std::string member;  // "/inner/file.html", ":12", "/feed.jsonl:12"
  std::string hint;    // a name whose ending breaks ties: without ".gz"

  Place numbered(std::size_t number) const { return {input, member + ":" + std::to_string(number), hint}; }
  std::string name() const { return input + member; }

  Rejection rejected(std::string reason) const { return {name(), std::move(reason)}; }
  void put_into(RawArticle& article) const {
    article.input = input;
    article.member = member;
  }
};

}  // namespace dateline::indexer
