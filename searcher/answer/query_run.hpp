// One query being answered on one state of the archive: text -> tree -> plan -> matching articles. One thread.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "dateline/search.hpp"
#include "searcher/archive/archive_words.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/match/segment_matcher.hpp"
#include "searcher/plan/plan_query.hpp"
#include "text/analyzer.hpp"

namespace dateline::searcher {

// What the requests of search and quotes have in common.
struct Criteria {
  std::string query;
  std::vector<std::string> sources, speakers, languages;
  std::optional<std::string> from, to;
  std::string timezone;
  Match match = Match::match_auto;
  StopCheck stop = {};
};

using Matched = std::vector<Bitmap>;  // one a segment
std::size_t count(const Matched& matched);

class QueryRun {
 public:
  QueryRun(const State& state, text::Analyzer& analyzer, const Criteria& criteria, const RankingRules& rules = {});

  // The query as it was read, and with names as the archive has them.
  const Node& tree() const { return tree_; }
  std::string interpreted() const;

  // The tree joined with the request's filters, but for the one that counts `leave_out`. Lives as long as this.
  const Plan& plan(const Node& tree, std::optional<Facet> leave_out = std::nullopt);
  bool has_filter_of(Facet facet) const;

  Matched match(const Plan& plan, ListReading reading);
  Matched everything() const;
  // Articles that are not among the matched ones for having no date.
  std::size_t count_undated(const Plan& plan, ListReading reading, const Matched& matched);

  std::deque<SegmentMatcher>& segments() { return segments_; }
  const State& state() const { return state_; }
  Stop& stop() { return stop_; }
  std::vector<std::string> warnings() const;
  void warn(std::string sentence);

 private:
  struct Filter {
    Facet facet;
    Node node;
  };
  void read_filters(const Criteria& criteria);
  void add_filter(Facet facet, NodeKind kind, const std::vector<std::string>& values);

  const State& state_;
  text::Analyzer& analyzer_;
  schema::Snapshot::Lease lease_;
  ArchiveVocabulary vocabulary_;
  ArchiveNames names_;
  Node tree_;
  std::vector<Filter> filters_;
  bool any_of_list_;
  RankingRules rules_;
  MatchNotes notes_;
  Stop stop_;
  std::deque<SegmentMatcher> segments_;
  std::deque<Plan> plans_;  // matchers know them by address
  std::vector<std::string> warnings_;
};

}  // namespace dateline::searcher
