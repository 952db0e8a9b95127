#include "json/answers.hpp"

#include "json/citation.hpp"
#include "json/parts.hpp"

namespace dateline::json {
namespace {

void write_copies(Writer& json, const std::vector<Copy>& copies) {
  json.array("copies", copies, [&](const Copy& copy) {
    json.object([&] {
      json.member("id", copy.id);
      json.member("sources", copy.sources);
      json.member("date", copy.date);
      json.member("matched", copy.matched);
    });
  });
}

void write_hit(Writer& json, const Hit& hit, bool cited) {
  json.member("id", hit.id);
  json.member("score", hit.score);
  json.member("title", hit.title);
  json.member("title_highlights", hit.title_highlights);
  write_date(json, hit.date);
  json.member("sources", hit.sources);
  json.member("byline", hit.byline);
  json.member("speakers", hit.speakers);
  json.member("language", hit.language);
  json.member("url", hit.url);
  json.member("path", hit.path);
  json.array("snippets", hit.snippets, [&](const Snippet& snippet) {
    json.object([&] {
      json.member("text", snippet.text);
      json.member("highlights", snippet.highlights);
      json.member("field", snippet.field);
    });
  });
  write_copies(json, hit.copies);
  if (hit.explanation) json.member("explanation", *hit.explanation);
  if (cited) json.member("citation", citation(hit));
}

void write_count(Writer& json, const FacetCount& count) {
  json.member("value", count.value);
  json.member("count", count.count);
}

void write_counts(Writer& json, std::string_view name, const std::vector<FacetCount>& counts) {
  json.array(name, counts, [&](const FacetCount& count) { json.object([&] { write_count(json, count); }); });
}

void write_facet_info(Writer& json, const FacetAnswer& facet) {
  if (is_by_time(facet.facet)) {
    json.member("granularity", if_any(facet.granularity));
    json.member("imprecise", facet.imprecise);
    json.member("holes", facet.holes);
  }
  json.member("more", facet.more);
  json.member("missing", facet.missing);
  if (facet.facet == Facet::speaker) json.member("unknown", facet.unknown);
}

void write_facets(Writer& json, const std::vector<FacetAnswer>& facets) {
  json.object("facets", [&] {
    for (const FacetAnswer& facet : facets) write_counts(json, name_of(facet.facet), counts_with_unknown(facet));
  });
  json.object("facet_info", [&] {
    for (const FacetAnswer& facet : facets) json.object(name_of(facet.facet), [&] { write_facet_info(json, facet); });
  });
}

template <class Answer>
void write_question(Writer& json, const Answer& answer) {
  json.member("query", answer.query);
  json.member("interpreted", answer.interpreted);
  json.member("warnings", answer.warnings);
}

void write_totals(Writer& json, const SearchAnswer& answer) {
  json.member("total", answer.total);
  json.member("total_partial", answer.total_partial);
  json.member("total_exact", true);
  json.member("articles", answer.articles);
  json.member("undated", answer.undated);
  json.member("took_ms", thousandths(answer.took_ms));
}

void write_quote(Writer& json, const QuoteHit& quote, bool cited) {
  json.member("text", quote.text);
  json.member("speaker", quote.speaker);
  json.member("direct", quote.direct);
  json.member("date", quote.date);
  json.member("sources", quote.sources);
  json.member("article", quote.article);
  json.member("title", quote.title);
  json.member("language", quote.language);
  json.member("url", quote.url);
  json.member("highlights", quote.highlights);
  write_copies(json, quote.copies);
  if (cited) json.member("citation", citation(quote));
}

void write_speaker(Writer& json, const SpeakerEntry& speaker) {
  json.member("name", speaker.name);
  json.member("id", speaker.id);
  json.member("kind", name_of(speaker.kind));
  json.member("as_written", speaker.spellings);
  json.member("articles", speaker.articles);
  json.member("quotes", speaker.quotes);
  json.member("first", speaker.first);
  json.member("last", speaker.last);
}

void write_half(Writer& json, const SpeakerEntry& speaker) {
  json.member("name", speaker.name);
  json.member("id", speaker.id);
  json.member("articles", speaker.articles);
  json.member("quotes", speaker.quotes);
}

void write_pair(Writer& json, const SpeakerPair& pair) {
  json.object("speaker", [&] { write_half(json, pair.speaker); });
  json.object("other", [&] { write_half(json, pair.other); });
  json.member("score", thousandths(pair.score));
  json.member("alias_row", pair.alias_row);
}

void write_suggestion(Writer& json, const Suggestion& suggestion) {
  json.member("text", suggestion.text);
  json.member("kind", name_of(suggestion.kind));
  json.member("articles", suggestion.articles);
  json.member("id", if_any(suggestion.id));
  json.member("query", suggestion.query);
}

void write_part(Writer& json, const IndexPart& part) {
  json.member("name", part.name);
  json.member("bytes", part.bytes);
  json.member("bytes_of_positions", part.positions);
}

void write_parts(Writer& json, const std::vector<IndexPart>& parts) {
  json.array("index_parts", parts, [&](const IndexPart& part) { json.object([&] { write_part(json, part); }); });
}

}  // namespace

std::string to_json(const SearchAnswer& answer, Layout layout, const std::optional<std::string>& id, bool cited) {
  return whole_object(layout, [&](Writer& json) {
    if (id) json.member("id", *id);
    write_question(json, answer);
    json.member("suggestion", answer.suggestion);
    write_totals(json, answer);
    json.array("hits", answer.hits, [&](const Hit& hit) { json.object([&] { write_hit(json, hit, cited); }); });
    write_facets(json, answer.facets);
  });
}

std::string hit_to_json(const Hit& hit, bool cited) {
  return whole_object(Layout::compact, [&](Writer& json) { write_hit(json, hit, cited); });
}

std::string facets_to_json(const SearchAnswer& answer, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    write_question(json, answer);
    write_facets(json, answer.facets);
    write_totals(json, answer);
  });
}

std::string facet_value_to_json(Facet facet, const FacetCount& count) {
  return whole_object(Layout::compact, [&](Writer& json) {
    json.member("field", name_of(facet));
    write_count(json, count);
  });
}

std::string timeline_to_json(const SearchAnswer& answer, Layout layout) {
  const FacetAnswer& facet = answer.facets.front();
  return whole_object(layout, [&](Writer& json) {
    write_question(json, answer);
    json.member("granularity", facet.granularity);
    write_counts(json, "buckets", facet.counts);
    json.member("holes", facet.holes);
    json.member("missing", facet.missing);
    json.member("imprecise", facet.imprecise);
    write_totals(json, answer);
  });
}

std::string bucket_to_json(const FacetCount& count) {
  return whole_object(Layout::compact, [&](Writer& json) { write_count(json, count); });
}

std::string to_json(const QuoteAnswer& answer, Layout layout, bool cited) {
  return whole_object(layout, [&](Writer& json) {
    write_question(json, answer);
    json.member("total", answer.total);
    json.member("took_ms", thousandths(answer.took_ms));
    json.array("quotes", answer.quotes,
               [&](const QuoteHit& quote) { json.object([&] { write_quote(json, quote, cited); }); });
    if (answer.speakers) write_facets(json, {*answer.speakers});
  });
}

std::string quote_to_json(const QuoteHit& quote, bool cited) {
  return whole_object(Layout::compact, [&](Writer& json) { write_quote(json, quote, cited); });
}

std::string to_json(const std::vector<SpeakerEntry>& speakers, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.array("speakers", speakers,
               [&](const SpeakerEntry& speaker) { json.object([&] { write_speaker(json, speaker); }); });
  });
}

std::string to_json(const std::vector<SpeakerPair>& pairs, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.array("pairs", pairs, [&](const SpeakerPair& pair) { json.object([&] { write_pair(json, pair); }); });
  });
}

std::string pair_to_json(const SpeakerPair& pair) {
  return whole_object(Layout::compact, [&](Writer& json) { write_pair(json, pair); });
}

std::string speaker_to_json(const SpeakerEntry& speaker) {
  return whole_object(Layout::compact, [&](Writer& json) { write_speaker(json, speaker); });
}

std::string suggestions_to_json(std::string_view text, const std::vector<Suggestion>& suggestions, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.member("text", text);
    json.array("suggestions", suggestions,
               [&](const Suggestion& suggestion) { json.object([&] { write_suggestion(json, suggestion); }); });
  });
}

std::string suggestion_to_json(const Suggestion& suggestion) {
  return whole_object(Layout::compact, [&](Writer& json) { write_suggestion(json, suggestion); });
}

std::string to_json(const ArchiveStats& stats, Layout layout, const std::vector<IndexPart>& parts) {
  return whole_object(layout, [&](Writer& json) {
    json.member("articles", stats.articles);
    json.member("quotes", stats.quotes);
    json.member("speakers", stats.speakers);
    json.member("sources", stats.sources);
    json.member("first", stats.first);
    json.member("last", stats.last);
    json.member("undated", stats.undated);
    write_counts(json, "languages", stats.languages);
    json.member("bytes_of_text", stats.bytes_of_text);
    json.member("bytes_on_disk", stats.bytes_on_disk);
    json.member("generation", stats.generation);
    json.member("segments", stats.segments);
    json.member("format_version", stats.format_version);
    json.member("features", stats.features);
    json.member("advice", stats.advice);
    if (!parts.empty()) write_parts(json, parts);
  });
}

std::string to_json(const std::vector<IndexPart>& parts) {
  return whole_object(Layout::compact, [&](Writer& json) { write_parts(json, parts); });
}

}  // namespace dateline::json
