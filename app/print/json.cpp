#include "app/print/json.hpp"

#include "json/parts.hpp"

namespace dateline::app {
namespace {

using json::if_any;
using json::whole_object;
using json::Writer;

void write_token(Writer& json, const AnalyzedToken& token) {
  json.member("surface", token.surface);
  json.member("position", token.position);
  json.member("exact", token.exact);
  json.member("stem", if_any(token.stem));
  json.member("prefix", if_any(token.prefix));
  json.member("start", token.start);
  json.member("end", token.end);
}

void write_span(Writer& json, const AnalyzedSpan& span) {
  json.member("surface", span.surface);
  json.member("term", span.term);
  json.member("family", span.family);
  json.member("first", span.first);
  json.member("last", span.last);
}

}  // namespace

std::string to_json(const AnalyzedText& analyzed, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.member("text", analyzed.text);
    json.member("language", if_any(analyzed.language));
    json.array("tokens", analyzed.tokens,
               [&](const AnalyzedToken& token) { json.object([&] { write_token(json, token); }); });
    json.array("spans", analyzed.spans,
               [&](const AnalyzedSpan& span) { json.object([&] { write_span(json, span); }); });
  });
}

std::string token_to_json(const AnalyzedToken& token) {
  return whole_object(Layout::compact, [&](Writer& json) { write_token(json, token); });
}

std::string removal_to_json(std::size_t removed, const std::vector<std::string>& missing, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.member("removed", removed);
    json.member("missing", missing);
  });
}

}  // namespace dateline::app
