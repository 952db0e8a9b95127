#include "bindings/c/requests.hpp"

#include <filesystem>

#include "json/facts.hpp"

namespace dateline::c {
namespace {

const Names<Sort> sorts = {{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}};
const Names<Match> matches = {{"auto", Match::match_auto}, {"all", Match::all}, {"any", Match::any}};

// The names that answers have for them, from the first enumerator to the last.
template <class Enum>
Names<Enum> names_up_to(Enum last) {
  Names<Enum> names;
  for (int i = 0; i <= static_cast<int>(last); ++i)
    names.emplace_back(json::name_of(static_cast<Enum>(i)), static_cast<Enum>(i));
  return names;
}

template <class Enum>
void take_all_of(Fields& fields, std::string_view name, Enum last, std::vector<Enum>& values) {
  const Json* json = fields.take(name);
  if (!json) return;
  if (!json->is_array()) refuse(name, "is no array");
  const Names<Enum> names = names_up_to(last);
  for (const Json& item : json->items) read(item, name, names, values.emplace_back());
}

void take_sort(Fields& fields, std::optional<Sort>& sort) {
  if (const Json* json = fields.take("sort"); json && json->kind != Json::Kind::null)
    read(*json, "sort", sorts, sort.emplace());
}

template <class Request>
void take_filters(Fields& fields, Request& request) {
  fields.take("sources", request.sources);
  fields.take("speakers", request.speakers);
  fields.take("languages", request.languages);
  fields.take("from", request.from);
  fields.take("to", request.to);
}

template <class Request>
void take_page(Fields& fields, Request& request) {
  fields.take("limit", request.limit);
  fields.take("offset", request.offset);
}

template <class Request>
void take_snippets(Fields& fields, Request& request) {
  fields.take("snippets", request.snippets);
  fields.take("snippet_length", request.snippet_length);
}

// The time runs from here on.
void take_stop(Fields& fields, const StopCheck& given, StopCheck& stop) {
  std::optional<std::uint32_t> limit;
  fields.take("time_limit_ms", limit);
  stop = given;
  if (!limit) return;
  stop = [given, late = stop_after(std::chrono::milliseconds(*limit))] { return late() || (given && given()); };
}

}  // namespace

Asked<SearchRequest> search_request(const char* text, const StopCheck& stop) {
  Asked<SearchRequest> asked;
  SearchRequest& request = asked.request;
  Fields fields(text, "request");
  fields.take("query", request.query);
  take_page(fields, request);
  take_sort(fields, request.sort);
  fields.take("recency", request.recency);
  fields.take("match", matches, request.match);
  take_filters(fields, request);
  take_all_of(fields, "facets", Facet::tag, request.facets);
  fields.take("facet_limit", request.facet_limit);
  fields.take("narrow_facets", request.narrow_facets);
  fields.take("group", request.group);
  take_snippets(fields, request);
  fields.take("explain", request.explain);
  fields.take("timezone", request.timezone);
  fields.take("cite", asked.cite);
  take_stop(fields, stop, request.stop);
  fields.expect_no_more();
  return asked;
}

Asked<QuoteRequest> quote_request(const char* text, const StopCheck& stop) {
  Asked<QuoteRequest> asked;
  QuoteRequest& request = asked.request;
  Fields fields(text, "request");
  fields.take("query", request.query);
  fields.take("words_in_quotes", request.words_in_quotes);
  fields.take("group", request.group);
  fields.take("speaker_counts", request.speaker_counts);
  take_page(fields, request);
  take_sort(fields, request.sort);
  take_filters(fields, request);
  fields.take("timezone", request.timezone);
  fields.take("cite", asked.cite);
  take_stop(fields, stop, request.stop);
  fields.expect_no_more();
  return asked;
}

Asked<SimilarRequest> similar_request(const char* text, const StopCheck& stop) {
  Asked<SimilarRequest> asked;
  SimilarRequest& request = asked.request;
  Fields fields(text, "request");
  fields.take("id", request.id);
  fields.take("duplicates", request.duplicates);
  take_page(fields, request);
  take_filters(fields, request);
  fields.take("group", request.group);
  take_snippets(fields, request);
  fields.take("cite", asked.cite);
  take_stop(fields, stop, request.stop);
  fields.expect_no_more();
  return asked;
}

SuggestRequest suggest_request(const char* text) {
  SuggestRequest request;
  Fields fields(text, "request");
  fields.take("text", request.text);
  fields.take("limit", request.limit);
  take_all_of(fields, "kinds", SuggestionKind::source, request.kinds);
  fields.expect_no_more();
  return request;
}

SpeakersRequest speakers_request(const char* text) {
  SpeakersRequest request;
  Fields fields(text, "request");
  fields.take("prefix", request.prefix);
  fields.take("limit", request.limit);
  fields.expect_no_more();
  return request;
}

UnsureSpeakersRequest unsure_speakers_request(const char* text) {
  UnsureSpeakersRequest request;
  Fields fields(text, "request");
  fields.take("limit", request.limit);
  fields.expect_no_more();
  return request;
}

namespace {

void take_format(Fields& fields, InputFormat& format) {
  const Json* json = fields.take("input");
  if (!json) return;
  const std::vector<InputFormatName> known = input_formats();
  Names<InputFormat> names{{"detect", InputFormat::detect}};
  for (const InputFormatName& row : known) names.emplace_back(row.name, row.format);
  read(*json, "input", names, format);
}

void take_path(Fields& fields, std::string_view name, std::optional<std::filesystem::path>& path) {
  std::optional<std::string> text;
  fields.take(name, text);
  if (text) path = std::filesystem::path(*text);
}

}  // namespace

IndexOptions index_options(const char* text) {
  IndexOptions options;
  Fields fields(text, "options");
  take_format(fields, options.input);
  fields.take("source", options.source);
  fields.take("language", options.language);
  fields.take("collection", options.collection);
  fields.take("replace", options.replace);
  fields.take("prune", options.prune);
  fields.take("as_given", options.as_given);
  fields.take("strict", options.strict);
  fields.take("api_writer", options.api_writer);
  fields.take("threads", options.threads);
  fields.take("memory", options.memory);
  take_path(fields, "aliases", options.aliases);
  take_path(fields, "source_table", options.source_table);
  fields.expect_no_more();
  return options;
}

CompactOptions compact_options(const char* text) {
  CompactOptions options;
  Fields fields(text, "options");
  fields.take("drop_previous", options.drop_previous);
  fields.take("threads", options.threads);
  fields.expect_no_more();
  return options;
}

RawHints raw_hints(const char* text) {
  RawHints hints;
  Fields fields(text, "hints");
  fields.take("name", hints.name);
  take_format(fields, hints.input);
  fields.take("source", hints.source);
  fields.take("language", hints.language);
  fields.expect_no_more();
  return hints;
}

std::vector<std::string> paths(const char* text) {
  std::vector<std::string> paths;
  if (text) read(parsed(text, "list of paths"), "paths", paths);
  return paths;
}

}  // namespace dateline::c
