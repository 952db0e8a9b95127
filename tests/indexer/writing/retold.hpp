// Stories of made-up words, told again in shorter and changed forms: for archives with copies.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "schema/stored_article.hpp"

namespace dateline::tests {

using Sentences = std::vector<std::string>;

inline std::string made_up_sentence(std::mt19937& random) {
  std::string sentence;
  for (auto words = 7 + random() % 6; words > 0; --words) sentence += "w" + std::to_string(random() % 3000) + " ";
  sentence.back() = '.';
  return sentence;
}

inline Sentences made_up_story(std::mt19937& random, std::size_t sentences) {
  Sentences story(sentences);
  for (auto& sentence : story) sentence = made_up_sentence(random);
  return story;
}

// Some sentences cut, some moved, some written anew.
inline Sentences retold(const Sentences& story, std::mt19937& random) {
  Sentences copy;
  const auto cut = random() % 55, anew = random() % 40;
  for (const std::string& sentence : story)
    if (random() % 100 >= cut) copy.push_back(random() % 100 < anew ? made_up_sentence(random) : sentence);
  if (copy.size() > 1)
    std::rotate(copy.begin(), copy.begin() + static_cast<std::ptrdiff_t>(random() % copy.size()), copy.end());
  return copy;
}

inline schema::StoredArticle article_of(const std::string& id, const Sentences& sentences,
                                        const std::string& title = {}) {
  schema::StoredArticle article;
  article.key = "id:" + id;
  article.id = id;
  if (!title.empty()) article.title = title;
  article.language = "en";
  for (const std::string& sentence : sentences) {
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += sentence + "\n";
    article.paragraphs.push_back({{begin, begin + static_cast<std::uint32_t>(sentence.size())}});
  }
  article.content_hash = schema::hash64(article.text);
  return article;
}

inline schema::StoredArticle printed(schema::StoredArticle article, int day) {
  article.date = Date{2024, 3, day, DatePrecision::day};
  return article;
}

}  // namespace dateline::tests
