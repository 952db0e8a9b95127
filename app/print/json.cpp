#include "app/print/json.hpp"

#include "json/tree.hpp"

namespace dateline::app {
namespace {

using json::array_of;
using json::dumped;
using json::Json;
using json::or_null;
using json::versioned;

Json token(const AnalyzedToken& token) {
  return {{"surface", token.surface},
          {"position", token.position},
          {"exact", token.exact},
          {"stem", or_null(token.stem)},
          {"prefix", or_null(token.prefix)},
          {"start", token.start},
          {"end", token.end}};
}

Json span(const AnalyzedSpan& span) {
  return {{"surface", span.surface},
          {"term", span.term},
          {"family", span.family},
          {"first", span.first},
          {"last", span.last}};
}

}  // namespace

std::string to_json(const AnalyzedText& analyzed, Layout layout) {
  Json json = versioned();
  json["text"] = analyzed.text;
  json["language"] = or_null(analyzed.language);
  json["tokens"] = array_of(analyzed.tokens, token);
  json["spans"] = array_of(analyzed.spans, span);
  return dumped(json, layout);
}

std::string token_to_json(const AnalyzedToken& analyzed) {
  Json json = versioned();
  json.update(token(analyzed));
  return dumped(json, Layout::compact);
}

std::string removal_to_json(std::size_t removed, const std::vector<std::string>& missing, Layout layout) {
  Json json = versioned();
  json["removed"] = removed;
  json["missing"] = missing;
  return dumped(json, layout);
}

}  // namespace dateline::app
