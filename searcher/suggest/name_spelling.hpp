// Corrects words of names by the names of the archive and of its tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/archive/archive_words.hpp"
#include "searcher/archive/state.hpp"
#include "searcher/query/written.hpp"
#include "searcher/suggest/correction.hpp"
#include "searcher/suggest/segment_lists.hpp"

namespace dateline::searcher {

class NameSpelling {
 public:
  // What is passed must outlive this. One thread.
  NameSpelling(const State& state, const Lists& lists) : state_(state), lists_(lists), names_(state) {}

  // Whether the archive has a speaker or source who is called so.
  bool is_known(WrittenKind kind, std::string_view name) const;

  // The word of a name that was probably meant, as it is written there; empty: it is one, or none is near.
  std::optional<std::string> nearest(WrittenKind kind, const std::string& folded) const;

 private:
  std::optional<std::string> nearest_of_speakers(const std::string& folded) const;
  std::optional<std::string> nearest_of_sources(const std::string& folded) const;
  void add_aliases(const std::string& folded, Corrections& found) const;
  std::size_t articles_quoting(const std::string& speaker) const;
  std::string as_written_of_speakers(const std::string& folded) const;

  const State& state_;
  const Lists& lists_;
  ArchiveNames names_;
};

}  // namespace dateline::searcher
