// Requests as JSON: the members of the public structures, by the same names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/c/fields.hpp"
#include "dateline/indexer.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"

namespace dateline::c {

// A request, and how its answer is to be printed.
template <class Of>
struct Asked {
  Of request;
  bool cite = false;
};

struct SpeakersRequest {
  std::string prefix = {};
  std::size_t limit = 100;
};

struct UnsureSpeakersRequest {
  std::size_t limit = 100;
};

struct CompactOptions {
  bool drop_previous = false;
  unsigned threads = 0;
};

// `text` may be null. Throws invalid_request.
Asked<SearchRequest> search_request(const char* text, const StopCheck& stop);
Asked<QuoteRequest> quote_request(const char* text, const StopCheck& stop);
Asked<SimilarRequest> similar_request(const char* text, const StopCheck& stop);
SuggestRequest suggest_request(const char* text);
SpeakersRequest speakers_request(const char* text);
UnsureSpeakersRequest unsure_speakers_request(const char* text);
IndexOptions index_options(const char* text);
CompactOptions compact_options(const char* text);
RawHints raw_hints(const char* text);
// An array of strings; empty when `text` is null.
std::vector<std::string> paths(const char* text);

}  // namespace dateline::c
