// Speakers and sources of the archive with a word that begins so, in any spelling and script.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "searcher/archive/state.hpp"
#include "searcher/suggest/live_words.hpp"
#include "searcher/suggest/segment_lists.hpp"

namespace dateline::searcher {

struct CompletedName {
  std::string id;  // of a speaker
  std::string name;
  std::size_t articles = 0;
};

class NameCompletion {
 public:
  // What is passed must outlive this. One thread.
  NameCompletion(const State& state, const LiveWords& live, const Lists& lists)
      : state_(state), live_(live), lists_(lists) {}

  // `beginnings` are folded; each must begin a word of the name. Those with most articles first.
  std::vector<CompletedName> speakers(const std::vector<std::string>& beginnings, std::size_t limit) const;
  std::vector<CompletedName> sources(const std::vector<std::string>& beginnings, std::size_t limit) const;

 private:
  bool is_called_so(std::size_t segment, std::uint32_t speaker, const std::vector<std::string>& beginnings) const;
  void add_aliases_of_speakers(const std::vector<std::string>& beginnings, std::set<std::string>& ids) const;
  std::string name_of_speaker(const std::string& id) const;
  std::size_t articles_quoting(const std::string& id) const;

  const State& state_;
  const LiveWords& live_;
  const Lists& lists_;
};

}  // namespace dateline::searcher
