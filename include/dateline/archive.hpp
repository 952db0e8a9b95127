// An archive opened for searching.
//
//   auto archive = dateline::Archive::open("news.dateline");
//   for (const auto& hit : archive.search({.query = "restraint speaker:peskov"}).hits) use(hit);
//
// Threads: any number of threads may call the const members of one Archive at the same time.
// Other processes: an answer is computed on the archive as it stood when the call began; the next call
// sees what was committed since. Reindexing and committing elsewhere never disturb a search.
// Lifetime: answers are values and outlive the Archive.
// Errors: dateline::Error. A query is never an error; an odd one is answered with `warnings`.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"
#include "dateline/error.hpp"
#include "dateline/export.hpp"
#include "dateline/log.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline {

// How an archive is opened.
struct ArchiveOptions {
  // Told what was opened and taken up (info), each search and what it took (debug), and a search that had to begin
  // again because what it read had been replaced (warning).
  OnLog on_log = {};
};

// An archive that is open for searching.
class DATELINE_API Archive {
 public:
  // Throws archive_missing, archive_foreign, format_unknown or archive_damaged.
  static Archive open(const std::filesystem::path& directory, ArchiveOptions options = {});

  // What was moved from can be assigned to and destroyed, no more.
  Archive(Archive&&) noexcept;
  // Closes what it had.
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // The page of hits that the request asks for, with totals and facets.
  SearchAnswer search(const SearchRequest& request) const;
  // Quotations that have the words of the request, one by one.
  QuoteAnswer quotes(const QuoteRequest& request) const;

  // Every hit that search() would list with this request if its limit had no end, one after the other; each is made
  // when its turn comes, so an answer of any size is never held (some 50 bytes a hit are). Stops early when `each`
  // returns false. What is returned is the answer without hits. All of it is of the archive as it stood when the call
  // began.
  SearchAnswer for_each_hit(const SearchRequest& request, const std::function<bool(const Hit&)>& each) const;

  // Articles about the same thing as one, or its copies; empty when there is no article with that id.
  std::optional<SearchAnswer> similar(const SimilarRequest& request) const;

  // Completions of the text: words, speakers and sources, in that order; of each the one with most articles first, but
  // words that occur together with those before them come before words that do not. Each kind gets its share of
  // `limit`, and what another does not need. Bounded: of more than 100,000 words of a segment that begin alike, those
  // that sort last are not looked at.
  std::vector<Suggestion> suggest(const SuggestRequest& request) const;

  // The article with that id as shown in answers; empty when there is none.
  std::optional<Article> show(std::string_view id) const;

  // Speakers whose name or a spelling of it has a word that starts with `prefix` (all when empty), most quoted first.
  std::vector<SpeakerEntry> speakers(std::string_view prefix = {}, std::size_t limit = 100) const;

  // Speakers who are perhaps one, most alike first: for somebody who knows them to confirm. Those who speak in one
  // article are not listed. Compares all names: seconds in an archive of many scripts.
  std::vector<SpeakerPair> unsure_speakers(std::size_t limit = 100) const;

  // Every article, in a stable order. Stops early when `each` returns false.
  void for_each(const std::function<bool(const Article&)>& each) const;

  // Takes up what was committed since, as every call does before it begins; whether there was anything, or another call
  // took it up since the last refresh(). For programs that keep answers: true says that those may be old.
  bool refresh() const;

  // Figures of the archive as it stands.
  ArchiveStats stats() const;
  // What each part of it takes on disk, in the order of bytes. Reads the whole index: seconds in a large archive.
  std::vector<IndexPart> index_parts() const;

 private:
  struct Impl;
  explicit Archive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
