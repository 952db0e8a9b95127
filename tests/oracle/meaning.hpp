// What a query means, evaluated by walking the words of one article after the other.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/search.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/oracle/expression.hpp"
#include "tests/oracle/query_words.hpp"

namespace dateline::oracle {

// How words side by side are taken (docs/QUERY_LANGUAGE.md).
enum class Lists : std::uint8_t { all, any, partly };

class Meaning {
 public:
  // `query` must outlive it.
  Meaning(const Expression& query, const Corpus& corpus, Match match);

  bool holds(const ReadArticle& article, Lists lists);
  // As if every article had the dates that were asked for.
  bool holds_but_for_dates(const ReadArticle& article, Lists lists);

  // Where one word or phrase of the query stands, and whether a word of the article is a part of it.
  std::vector<Stretch> places_of(const Expression& leaf, const ReadArticle& article);
  bool is_part(const Word& word, const Expression& leaf, const ReadArticle& article);

 private:
  void begin(const ReadArticle& article);
  enum class Zone : std::uint8_t { article, title, body };

  // Who must have said what a `said:` beside it asks for: any one of these clauses.
  using Speakers = std::vector<const Expression*>;

  void collect_languages(const Expression& e, std::vector<std::string>& asked) const;
  static bool is_clause(const Expression& e);
  static void collect_speakers(const Expression& e, std::vector<Speakers>& found);

  // The whole article
  bool holds(const Expression& e, Lists lists, Zone zone, const std::vector<Speakers>& said_by);
  bool list_holds(const Expression& e, Lists lists, Zone zone, const std::vector<Speakers>& said_by);
  bool said_holds(const Expression& e, const std::vector<Speakers>& said_by);
  bool is_said_by(const Quotation& quotation, const Speakers& speakers);
  bool text_holds(const Expression& e, Lists lists, Zone zone);
  bool has_form(const Expression& e, const Stretch& unit);
  bool has_part(const Expression& e);
  bool fact_holds(const Expression& e);
  bool is_by(const Expression& e) const;
  bool has_tag(const Expression& e);

  // Stretches of it
  bool holds_in(const Expression& e, const Stretch& unit);
  const std::vector<Stretch>& stretches(const Expression& e);
  std::vector<Stretch> find_stretches(const Expression& e);
  bool stands_for(const std::string& exact, const QueryToken& token);
  std::vector<std::set<std::string>> languages_where(const std::string& exact, const QueryToken& token);
  std::vector<Stretch> word_stretches(const Expression& e);
  std::vector<Stretch> phrase_stretches(const std::vector<std::string>& words);
  std::vector<Stretch> expanded_stretches(const Expression& e);
  std::vector<Stretch> written_stretches(const Expression& e) const;
  std::vector<Stretch> near_stretches(const Expression& e);
  std::vector<Stretch> joint_stretches(const Expression& e, const std::vector<Stretch>& units);
  template <class Fits>
  std::vector<Stretch> runs(std::size_t length, Fits&& fits) const;

  // Facts
  const std::set<std::string>& ids_of(const Expression& e);
  bool is_source(const Expression& e, const std::string& source);
  bool has_speaker(const Expression& e);
  std::set<std::string> languages_meant(const std::string& text) const;

  const QueryWord& read(const Expression& e);
  const QueryWord& read_plainly(const std::string& text);

  const Expression& query_;
  const Corpus& corpus_;
  bool any_of_list_;
  std::vector<std::string> languages_;
  std::vector<Speakers> root_speakers_;
  text::Analyzer analyzer_;
  const ReadArticle* article_ = nullptr;
  bool dates_hold_ = false;
  std::map<const Expression*, std::vector<Stretch>> stretches_;  // in that article
  std::map<const Expression*, QueryWord> words_;
  std::map<std::string, QueryWord> plain_words_;
  std::map<std::pair<const QueryToken*, std::string>, std::vector<std::set<std::string>>> forms_;
  std::map<const Expression*, std::set<std::string>> ids_, sources_, tags_;
};

}  // namespace dateline::oracle
