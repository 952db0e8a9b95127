// What a query's reader has to say about it, bounded: a hostile query is not answered with a book.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

class Warnings {
 public:
  static constexpr std::size_t most = 20;

  // One sentence, made of its parts; said once.
  void add(std::initializer_list<std::string_view> parts) {
    if (sentences_.size() >= most) return;
    std::string sentence;
    for (std::string_view part : parts) sentence += part;
    if (std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end())
      sentences_.push_back(std::move(sentence));
  }

  std::vector<std::string> take() { return std::move(sentences_); }

 private:
  std::vector<std::string> sentences_;
};

// A fragment of the query as warnings name it.
inline std::string named(std::string_view fragment) {
  const std::string_view shown = text::beginning(fragment, 60);
  return "“" + std::string(shown) + (shown.size() < fragment.size() ? "…”" : "”");
}

}  // namespace dateline::searcher
