// Random questions of every form, about what the articles have, so that most have an answer.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/oracle/expected.hpp"

namespace dateline::oracle {

// Words of an article that a question is about.
struct Passage {
  const ReadArticle* article = nullptr;
  std::size_t begin = 0, end = 0;  // indexes of its words
  std::size_t size() const { return end - begin; }
};

class Generator {
 public:
  // `gone`: articles that are no more; some questions are about them.
  Generator(const Corpus& corpus, const std::vector<Article>& gone, std::string_view aliases, unsigned seed);

  Question next();
  // One to three words or phrases of an article's body, side by side.
  Expression words_of(const ReadArticle& article);

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class Values>
  const auto& one_of(const Values& values) {
    return values[below(values.size())];
  }

  Passage passage();
  Passage near_in(const Passage& passage, std::size_t most);
  const Article& fact_article(const Passage& about);

  Expression query(const Passage& about);
  Expression clause(const Passage& about, int depth);
  Expression text(const Passage& about, int depth);  // without facts and fields
  std::vector<Expression> operands(const Passage& about, int depth, bool only_text);

  // Leaves
  Expression leaf(const Passage& about);
  Expression word(const Passage& about);
  Expression phrase(const Passage& about);
  Expression prefix(const Passage& about);
  Expression fuzzy(const Passage& about);
  Expression exact(const Passage& about);
  std::string written(const Passage& about);
  std::string plain_word(const Passage& about);
  std::string other_case(std::string word);

  Expression proximity(const Passage& about, int depth);
  Expression field(const Passage& about);
  Expression said(const Passage& about);
  Expression said_by(const Passage& about);

  // Facts
  Expression fact(const Passage& about);
  Expression speaker(const Article& about);
  std::string speaker_name(const Article& about);
  Expression source(const Article& about);
  Expression language(const Article& about);
  Expression place(const Article& about);  // site, id, path
  Expression byline_or_tag(const Article& about);
  Expression dates(const Article& about);
  void add_filters(SearchRequest& request, const Article& about);

  const Corpus& corpus_;
  const std::vector<Article>& gone_;
  std::vector<std::string> aliases_;
  std::mt19937 random_;
};

}  // namespace dateline::oracle
