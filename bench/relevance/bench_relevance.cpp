// How good the answers are: MRR@10, nDCG@10 and recall@100 over folders of articles, questions and judgements.
//
//   bench_relevance SETS [VARIANT...]        a variant changes numbers of ranking: k1=0.9,b=0.4
//   DATELINE_SHOW_RANKS=1 bench_relevance SETS   each question with the rank of its first relevant article
//
// Each set is indexed once, as given, into an archive that is removed afterwards; every word is optional, copies are
// not folded, a hundred hits count. With several variants there is one row for each, with the mean reciprocal rank of
// each set.
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <exception>
#include <filesystem>
#include <optional>

#include <dateline/indexer.hpp>

#include "judged_set.hpp"
#include "measures.hpp"
#include "searcher/answer/search.hpp"
#include "tests/support/temporary_directory.hpp"
#include "variants.hpp"

namespace dateline::bench {
namespace {

// An archive of the articles of one set, gone with this.
class IndexedSet {
 public:
  explicit IndexedSet(JudgedSet set) : set_(std::move(set)) {
    IndexOptions options;
    options.as_given = true;
    auto indexer = Indexer::open(directory_ / "archive", options);
    (void)indexer.add_paths({set_.articles.string()});
    state_.emplace(schema::Snapshot::open(directory_ / "archive"), nullptr);
  }

  const JudgedSet& set() const { return set_; }

  std::vector<std::string> answers(const std::string& query, const searcher::RankingRules& rules) {
    SearchRequest request;
    request.query = query;
    request.match = Match::any;
    request.group = false;
    request.limit = 100;
    request.snippets = 0;
    std::vector<std::string> ids;
    for (const Hit& hit : searcher::search(*state_, analyzer_, request, rules).hits) ids.push_back(hit.id);
    return ids;
  }

 private:
  JudgedSet set_;
  tests::TemporaryDirectory directory_;
  std::optional<searcher::State> state_;
  text::Analyzer analyzer_;
};

Measures score(IndexedSet& indexed, const searcher::RankingRules& rules) {
  static const bool show_ranks = std::getenv("DATELINE_SHOW_RANKS") != nullptr;
  std::vector<Measures> all;
  for (const JudgedQuery& query : indexed.set().queries) {
    const std::vector<std::string> answers = indexed.answers(query.text, rules);
    all.push_back(measure(answers, query.grades));
    if (show_ranks)
      std::printf("%s\t%zu\t%s\t%s\n", indexed.set().name.c_str(), first_relevant(answers, query.grades),
                  query.id.c_str(), query.text.c_str());
  }
  return mean(all);
}

void print_row(const std::string& name, const Measures& measures) {
  std::printf("%-24s %8.4f %8.4f %10.4f\n", name.c_str(), measures.reciprocal_rank, measures.gain, measures.recall);
}

void print_all_measures(std::deque<IndexedSet>& sets, const searcher::RankingRules& rules) {
  std::vector<std::pair<std::string, Measures>> rows;
  std::vector<Measures> all;
  for (IndexedSet& set : sets) {
    all.push_back(score(set, rules));
    rows.emplace_back(set.set().name, all.back());
  }
  std::printf("%-24s %8s %8s %10s\n", "set", "MRR@10", "nDCG@10", "recall@100");
  for (const auto& [name, measures] : rows) print_row(name, measures);
  print_row("mean", mean(all));
}

void print_variants(std::deque<IndexedSet>& sets, const std::vector<std::string>& variants) {
  std::printf("%-40s %7s", "MRR@10", "mean");
  for (const IndexedSet& set : sets) std::printf(" %12.12s", set.set().name.c_str());
  std::printf("\n");
  for (const std::string& variant : variants) {
    std::vector<Measures> all;
    for (IndexedSet& set : sets) all.push_back(score(set, rules_of(variant)));
    std::printf("%-40s %7.4f", variant.c_str(), mean(all).reciprocal_rank);
    for (const Measures& measures : all) std::printf(" %12.4f", measures.reciprocal_rank);
    std::printf("\n");
    std::fflush(stdout);
  }
}

int run(const char* folder, const std::vector<std::string>& variants) {
  std::deque<IndexedSet> sets;
  for (JudgedSet& set : read_judged_sets(folder)) sets.emplace_back(std::move(set));
  if (variants.size() < 2)
    print_all_measures(sets, variants.empty() ? searcher::RankingRules{} : rules_of(variants.front()));
  else
    print_variants(sets, variants);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_relevance SETS [NAME=NUMBER,...]...\nnames: %s\n",
                 dateline::bench::names_of_rules().c_str());
    return 2;
  }
  try {
    return dateline::bench::run(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_relevance: %s\n", error.what());
    return 1;
  }
}
