// An article as a list of words, each knowing where it stands: the slow, plain form that the oracle walks.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dateline/article.hpp"
#include "text/analyzer.hpp"

namespace dateline::oracle {

// [begin, end) of positions. Texts (title, subtitle, paragraphs) have a gap of one between them.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
  friend auto operator<=>(const Stretch&, const Stretch&) = default;
  bool holds(const Stretch& other) const { return other.begin >= begin && other.end <= end; }
};

struct Word {
  std::string exact, stem, prefix;
  std::uint32_t position = 0;
  std::size_t text = 0;              // index into ReadArticle::texts
  std::uint32_t begin = 0, end = 0;  // bytes of that text
};

struct Quotation {
  Stretch words;
  const Speaker* speaker = nullptr;  // null: nobody is named
};

struct ReadArticle {
  Article article;
  std::vector<std::string> texts;           // title, subtitle, paragraphs; those with words
  std::vector<std::size_t> text_begins;     // byte of the body; of title and subtitle npos
  std::vector<std::string> text_languages;  // of each
  std::vector<Word> words;                  // by position
  std::vector<Stretch> sentences, paragraphs;
  std::vector<Quotation> quotations;  // those with words
  std::uint32_t body_begin = 0;       // position
  std::set<std::string> languages;    // of the article and its paragraphs, lower case, with and without region
  std::set<std::pair<text::Family, std::string>> pieces;  // dictionary words and bigrams

  Stretch whole() const { return {0, UINT32_MAX}; }
  Stretch title() const { return {0, body_begin}; }
  Stretch body() const { return {body_begin, UINT32_MAX}; }

  ReadArticle() = default;
  ReadArticle(const ReadArticle&) = delete;  // quotations point into it
  ReadArticle& operator=(const ReadArticle&) = delete;
};

void read_article(const Article& article, text::Analyzer& analyzer, ReadArticle& out);

}  // namespace dateline::oracle
