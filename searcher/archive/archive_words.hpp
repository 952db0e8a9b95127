// What planning asks, answered from a state of the archive. One thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/plan/vocabulary.hpp"

namespace dateline::searcher {

// The terms of a segment that begin so, rising, with how many documents have them; until `each` returns false.
void for_each_term(const schema::Segment& segment, const Xapian::Database& database, const std::string& beginning,
                   const std::function<bool(const std::string& term, std::uint32_t articles)>& each);

class ArchiveVocabulary : public Vocabulary {
 public:
  ArchiveVocabulary(const State& state, const schema::Snapshot::Lease& lease) : state_(state), lease_(lease) {}
  std::vector<Counted> starting_with(std::string_view start, std::size_t limit, bool& complete) const override;
  std::vector<std::string> forms_of(std::string_view stem) const override;

 private:
  const State& state_;
  const schema::Snapshot::Lease& lease_;
};

class ArchiveNames : public Names {
 public:
  explicit ArchiveNames(const State& state) : state_(state) {}
  std::vector<NamedSpeaker> speakers(std::string_view name) const override;
  std::vector<NamedSpeaker> speakers_written(std::string_view spelling) const override;
  std::vector<std::string> sources(std::string_view name) const override;
  std::vector<std::string> languages(std::string_view code_or_name) const override;
  std::vector<std::string> tags(std::string_view name) const override;

 private:
  std::vector<NamedSpeaker> find_speakers(std::string_view name) const;
  std::vector<std::string> sources_where(const std::function<bool(const State::SourceName& source)>& test) const;

  const State& state_;
  mutable std::map<std::string, std::vector<NamedSpeaker>> speakers_;  // asked before: a query is planned and printed
};

}  // namespace dateline::searcher
