// A found article as it is shown in an answer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/search.hpp"
#include "schema/stored_article.hpp"
#include "searcher/answer/order.hpp"
#include "searcher/answer/query_run.hpp"
#include "searcher/snippets/targets.hpp"

namespace dateline::searcher {

// Of the article and its paragraphs, distinct.
std::vector<std::string> languages_of(const schema::StoredArticle& article);

// What to mark, by the languages of an article; each made once an answer.
class Highlighter {
 public:
  explicit Highlighter(const Plan& plan) : plan_(plan) {}
  const MatchTargets& targets_in(std::vector<std::string> languages);

 private:
  const Plan& plan_;
  std::map<std::vector<std::string>, MatchTargets> targets_;
};

schema::StoredArticle stored_article(const State& state, SegmentMatcher& segment, std::uint32_t article);

class HitMaker {
 public:
  // What is passed must outlive the maker.
  HitMaker(QueryRun& run, const Plan& plan, const Matched& matched, const SearchRequest& request,
           text::Analyzer& analyzer);
  Hit operator()(const Candidate& candidate, const Ranking& ranking);

 private:
  void add_snippets(const schema::StoredArticle& article, Hit& hit);
  void add_copies(const Candidate& candidate, Hit& hit);

  QueryRun& run_;
  const Matched& matched_;
  const SearchRequest& request_;
  text::Analyzer& analyzer_;
  Highlighter highlighter_;
};

}  // namespace dateline::searcher
