// The stories of tests/schema/stories, told by a wire, by a paper that copied it, and otherwise.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/stored_article.hpp"

namespace dateline::tests {

struct Telling {
  std::string story;  // with the language: "en/pilots"
  std::string kind;   // "wire", "copy" or "other"
  schema::StoredArticle article;
};

inline schema::StoredArticle told(const std::string& key, const std::string& title,
                                  const std::vector<std::string>& lines) {
  schema::StoredArticle article;
  article.key = "id:" + key;
  article.id = key;
  article.title = title;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += line + "\n";
    article.paragraphs.push_back({{begin, begin + static_cast<std::uint32_t>(line.size())}});
  }
  article.content_hash = schema::hash64(article.text);
  return article;
}

// Of one language, in the order of the file.
inline std::vector<Telling> tellings(const std::string& language) {
  const std::string file = std::string(SOURCE_DIR "/tests/schema/stories/") + language + ".txt";
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot read " + file);
  std::vector<Telling> all;
  std::string title;
  std::vector<std::string> lines;
  const auto finish = [&] {
    if (lines.empty()) return;
    Telling& last = all.back();
    last.article = told(last.story + "/" + last.kind, title, lines);
    last.article.language = language;
    lines.clear();
  };
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("=== ", 0) != 0) {
      lines.push_back(line);
      continue;
    }
    finish();
    const std::size_t story_end = line.find(' ', 4), kind_end = line.find(" | ");
    title = line.substr(kind_end + 3);
    all.push_back(
        {language + "/" + line.substr(4, story_end - 4), line.substr(story_end + 1, kind_end - story_end - 1), {}});
  }
  finish();
  return all;
}

inline std::vector<Telling> all_tellings() {
  std::vector<Telling> all;
  for (const char* language : {"en", "ru", "de", "fr", "es", "ar", "fa", "zh", "ja", "th", "tr", "hi", "ko"})
    for (Telling& telling : tellings(language)) all.push_back(std::move(telling));
  return all;
}

}  // namespace dateline::tests
