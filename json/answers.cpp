#include "json/answers.hpp"

#include <algorithm>

#include "json/citation.hpp"
#include "json/facts.hpp"
#include "json/tree.hpp"

namespace dateline::json {
namespace {

Json ranges(const std::vector<Range>& ranges) {
  return array_of(ranges, [](const Range& range) { return Json::array({range.first, range.second}); });
}

Json snippet(const Snippet& snippet) {
  return {{"text", snippet.text}, {"highlights", ranges(snippet.highlights)}, {"field", snippet.field}};
}

Json copy(const Copy& copy) {
  return {{"id", copy.id}, {"sources", copy.sources}, {"date", or_null(copy.date)}, {"matched", copy.matched}};
}

void add_hit(Json& json, const Hit& hit, bool cited) {
  json["id"] = hit.id;
  json["score"] = hit.score;
  json["title"] = or_null(hit.title);
  json["title_highlights"] = ranges(hit.title_highlights);
  json["date"] = or_null(hit.date);
  json["date_precision"] = precision_or_null(hit.date);
  json["sources"] = hit.sources;
  json["byline"] = or_null(hit.byline);
  json["speakers"] = hit.speakers;
  json["language"] = or_null(hit.language);
  json["url"] = or_null(hit.url);
  json["path"] = or_null(hit.path);
  json["snippets"] = array_of(hit.snippets, snippet);
  json["copies"] = array_of(hit.copies, copy);
  if (hit.explanation) json["explanation"] = *hit.explanation;
  if (cited) json["citation"] = or_null(citation(hit));
}

Json facet_count(const FacetCount& count) { return {{"value", or_null(count.value)}, {"count", count.count}}; }

Json facet_counts(const std::vector<FacetCount>& counts) { return array_of(counts, facet_count); }

Json facet_info(const FacetAnswer& facet) {
  Json info = Json::object();
  if (is_by_time(facet.facet)) {
    info["granularity"] = or_null(facet.granularity);
    info["imprecise"] = facet.imprecise;
    info["holes"] = facet.holes;
  }
  info["more"] = facet.more;
  info["missing"] = facet.missing;
  if (facet.facet == Facet::speaker) info["unknown"] = facet.unknown;
  return info;
}

void add_facets(Json& json, const std::vector<FacetAnswer>& facets) {
  Json& counts = json["facets"] = Json::object();
  Json& info = json["facet_info"] = Json::object();
  for (const FacetAnswer& facet : facets) {
    const std::string name(name_of(facet.facet));
    counts[name] = facet_counts(counts_with_unknown(facet));
    info[name] = facet_info(facet);
  }
}

template <class Answer>
void add_question(Json& json, const Answer& answer) {
  json["query"] = answer.query;
  json["interpreted"] = answer.interpreted;
  json["warnings"] = answer.warnings;
}

void add_totals(Json& json, const SearchAnswer& answer) {
  json["total"] = answer.total;
  json["total_partial"] = answer.total_partial;
  json["total_exact"] = true;
  json["articles"] = answer.articles;
  json["undated"] = answer.undated;
  json["took_ms"] = thousandths(answer.took_ms);
}

void add_quote_hit(Json& json, const QuoteHit& quote, bool cited) {
  json["text"] = quote.text;
  json["speaker"] = or_null(quote.speaker);
  json["direct"] = quote.direct;
  json["date"] = or_null(quote.date);
  json["sources"] = quote.sources;
  json["article"] = quote.article;
  json["title"] = or_null(quote.title);
  json["language"] = or_null(quote.language);
  json["url"] = or_null(quote.url);
  json["highlights"] = ranges(quote.highlights);
  if (cited) json["citation"] = or_null(citation(quote));
}

Json speaker(const Speaker& speaker) {
  return {{"name", speaker.name},          {"id", speaker.id},
          {"kind", name_of(speaker.kind)}, {"as_written", speaker.as_written},
          {"quotes", speaker.quotes},      {"evidence", or_null(speaker.evidence)}};
}

Json quote(const Quote& quote) {
  return {{"text", quote.text},         {"speaker", or_null(quote.speaker)},
          {"direct", quote.direct},     {"verb", or_null(quote.verb)},
          {"start", quote.start},       {"end", quote.end},
          {"evidence", quote.evidence}, {"confidence", name_of(quote.confidence)}};
}

// Sources are many, so their evidence is always a list; another fact has a list only if it was found twice.
Json evidence(const Article& article) {
  Json json = Json::object();
  for (const auto& [fact, where] : article.evidence) {
    if (!json.contains(fact)) {
      json[fact] = fact == "sources" ? Json::array({where}) : Json(where);
    } else if (json[fact].is_array()) {
      json[fact].push_back(where);
    } else {
      json[fact] = Json::array({json[fact], where});
    }
  }
  return json;
}

Json extra(const Article& article) {
  Json json = Json::object();
  for (const auto& [name, text] : article.extra) {
    Json value = Json::parse(text, nullptr, false);
    json[name] = value.is_discarded() ? Json(text) : std::move(value);
  }
  return json;
}

Json article_object(const Article& article) {
  Json json;
  json["format"] = format_version;
  json["id"] = article.id;
  json["path"] = or_null(article.path);
  json["url"] = or_null(article.url);
  json["title"] = or_null(article.title);
  json["subtitle"] = or_null(article.subtitle);
  json["byline"] = or_null(article.byline);
  json["date"] = or_null(article.date);
  json["date_precision"] = precision_or_null(article.date);
  json["updated"] = or_null(article.updated);
  json["sources"] = article.sources;
  json["language"] = or_null(article.language);
  json["languages"] = array_of(article.languages, [](const LanguageShare& share) {
    return Json{{"language", share.language}, {"share", thousandths(share.share)}};
  });
  json["speakers"] = array_of(article.speakers, speaker);
  json["quotes"] = array_of(article.quotes, quote);
  json["tags"] = article.tags;
  json["body"] = article.body;
  json["removed"] = array_of(article.removed, [](const Removed& removed) {
    return Json{{"text", removed.text}, {"reason", removed.reason}};
  });
  json["evidence"] = evidence(article);
  return json;
}

// What makes an exported article the same one when it comes back.
void add_identity(Json& json, const Article& article) {
  json["key"] = or_null(article.key);
  if (!article.member.empty()) json["member"] = article.member;
  const auto is_other = [&](const std::string& language) { return language != article.language.value_or(""); };
  const auto& languages = article.paragraph_languages;
  if (std::any_of(languages.begin(), languages.end(), is_other)) json["paragraph_languages"] = languages;
}

// The given fields byte for byte: a number of thirty digits would not survive being a number of ours.
std::string exact_extra(const Article& article) {
  if (article.extra.empty()) return "";
  std::string text;
  for (const auto& [name, value] : article.extra) {
    const bool exact = Json::accept(value) && value.find('\n') == std::string::npos;
    text += (text.empty() ? "" : ",") + dumped(Json(name), Layout::compact) + ":" +
            (exact ? value : dumped(Json(value), Layout::compact));
  }
  return ",\"extra\":{" + text + "}";
}

Json speaker_entry(const SpeakerEntry& speaker) {
  return {{"name", speaker.name},
          {"id", speaker.id},
          {"kind", name_of(speaker.kind)},
          {"as_written", speaker.spellings},
          {"articles", speaker.articles},
          {"quotes", speaker.quotes},
          {"first", or_null(speaker.first)},
          {"last", or_null(speaker.last)}};
}

Json suggestion_object(const Suggestion& suggestion) {
  return {{"text", suggestion.text},
          {"kind", name_of(suggestion.kind)},
          {"articles", suggestion.articles},
          {"id", or_null(suggestion.id)},
          {"query", suggestion.query}};
}

}  // namespace

std::string to_json(const SearchAnswer& answer, Layout layout, const std::optional<std::string>& id, bool cited) {
  Json json = versioned();
  if (id) json["id"] = *id;
  add_question(json, answer);
  json["suggestion"] = or_null(answer.suggestion);
  add_totals(json, answer);
  json["hits"] = array_of(answer.hits, [cited](const Hit& hit) {
    Json object = Json::object();
    add_hit(object, hit, cited);
    return object;
  });
  add_facets(json, answer.facets);
  return dumped(json, layout);
}

std::string hit_to_json(const Hit& hit, bool cited) {
  Json json = versioned();
  add_hit(json, hit, cited);
  return dumped(json, Layout::compact);
}

std::string facets_to_json(const SearchAnswer& answer, Layout layout) {
  Json json = versioned();
  add_question(json, answer);
  add_facets(json, answer.facets);
  add_totals(json, answer);
  return dumped(json, layout);
}

std::string facet_value_to_json(Facet facet, const FacetCount& count) {
  Json json = versioned();
  json["field"] = name_of(facet);
  json.update(facet_count(count));
  return dumped(json, Layout::compact);
}

std::string timeline_to_json(const SearchAnswer& answer, Layout layout) {
  const FacetAnswer& facet = answer.facets.front();
  Json json = versioned();
  add_question(json, answer);
  json["granularity"] = facet.granularity;
  json["buckets"] = facet_counts(facet.counts);
  json["holes"] = facet.holes;
  json["missing"] = facet.missing;
  json["imprecise"] = facet.imprecise;
  add_totals(json, answer);
  return dumped(json, layout);
}

std::string bucket_to_json(const FacetCount& count) {
  Json json = versioned();
  json.update(facet_count(count));
  return dumped(json, Layout::compact);
}

std::string to_json(const QuoteAnswer& answer, Layout layout, bool cited) {
  Json json = versioned();
  add_question(json, answer);
  json["total"] = answer.total;
  json["took_ms"] = thousandths(answer.took_ms);
  json["quotes"] = array_of(answer.quotes, [cited](const QuoteHit& hit) {
    Json object = Json::object();
    add_quote_hit(object, hit, cited);
    return object;
  });
  return dumped(json, layout);
}

std::string quote_to_json(const QuoteHit& quote, bool cited) {
  Json json = versioned();
  add_quote_hit(json, quote, cited);
  return dumped(json, Layout::compact);
}

std::string to_json(const Article& article, Layout layout, bool cited) {
  Json json = article_object(article);
  if (!article.extra.empty()) json["extra"] = extra(article);
  if (cited) json["citation"] = or_null(citation(article));
  return dumped(json, layout);
}

std::string export_to_json(const Article& article) {
  Json json = article_object(article);
  for (std::size_t at = 0; at < article.languages.size(); ++at)
    json["languages"][at]["share"] = article.languages[at].share;
  add_identity(json, article);
  json["dateline_export"] = 1;
  std::string line = dumped(json, Layout::compact);
  line.insert(line.rfind(",\"dateline_export\":1}"), exact_extra(article));
  return line;
}

std::string to_json(const std::vector<SpeakerEntry>& speakers, Layout layout) {
  Json json = versioned();
  json["speakers"] = array_of(speakers, speaker_entry);
  return dumped(json, layout);
}

std::string speaker_to_json(const SpeakerEntry& speaker) {
  Json json = versioned();
  json.update(speaker_entry(speaker));
  return dumped(json, Layout::compact);
}

std::string suggestions_to_json(std::string_view text, const std::vector<Suggestion>& suggestions, Layout layout) {
  Json json = versioned();
  json["text"] = text;
  json["suggestions"] = array_of(suggestions, suggestion_object);
  return dumped(json, layout);
}

std::string suggestion_to_json(const Suggestion& suggestion) {
  Json json = versioned();
  json.update(suggestion_object(suggestion));
  return dumped(json, Layout::compact);
}

std::string to_json(const ArchiveStats& stats, Layout layout, const std::vector<IndexPart>& parts) {
  Json json = versioned();
  json["articles"] = stats.articles;
  json["quotes"] = stats.quotes;
  json["speakers"] = stats.speakers;
  json["sources"] = stats.sources;
  json["first"] = or_null(stats.first);
  json["last"] = or_null(stats.last);
  json["undated"] = stats.undated;
  json["languages"] = facet_counts(stats.languages);
  json["bytes_of_text"] = stats.bytes_of_text;
  json["bytes_on_disk"] = stats.bytes_on_disk;
  json["generation"] = stats.generation;
  json["segments"] = stats.segments;
  json["format_version"] = stats.format_version;
  json["features"] = stats.features;
  json["advice"] = stats.advice;
  if (!parts.empty())
    json["index_parts"] = array_of(parts, [](const IndexPart& part) {
      return Json{{"name", part.name}, {"bytes", part.bytes}, {"bytes_of_positions", part.positions}};
    });
  return dumped(json, layout);
}

std::string to_json(const IndexSummary& summary, Layout layout) {
  const double per_second = summary.seconds > 0 ? static_cast<double>(summary.bytes) / summary.seconds : 0;
  Json json = versioned();
  json["added"] = summary.added;
  json["updated"] = summary.updated;
  json["unchanged"] = summary.unchanged;
  json["removed"] = summary.removed;
  json["rejected"] = summary.rejected;
  json["articles"] = summary.articles;
  json["bytes"] = summary.bytes;
  json["seconds"] = thousandths(summary.seconds);
  json["bytes_per_second"] = static_cast<std::uint64_t>(per_second);
  json["notes"] = summary.notes;
  return dumped(json, layout);
}

namespace {

void add_entry(Json& json, const ReportEntry& entry) {
  json["input"] = entry.input;
  json["id"] = or_null(entry.id);
  json["outcome"] = name_of(entry.outcome);
  json["reason"] = or_null(entry.reason);
}

}  // namespace

std::string to_json(const ReportEntry& entry) {
  Json json = versioned();
  add_entry(json, entry);
  return dumped(json, Layout::compact);
}

std::string to_json(const std::vector<ReportEntry>& entries) {
  Json json = versioned();
  json["entries"] = array_of(entries, [](const ReportEntry& entry) {
    Json object = Json::object();
    add_entry(object, entry);
    return object;
  });
  return dumped(json, Layout::compact);
}

std::string to_json(const Progress& progress) {
  Json json = versioned();
  json["articles"] = progress.articles;
  json["bytes"] = progress.bytes;
  json["inputs_done"] = progress.inputs_done;
  json["inputs_total"] = progress.inputs_total;
  json["stage"] = progress.stage;
  return dumped(json, Layout::compact);
}

std::string to_json(const RepairReport& report, Layout layout) {
  Json json = versioned();
  json["sound"] = report.after.sound();
  json["files"] = report.after.files;
  json["bytes"] = report.after.bytes;
  json["articles"] = report.after.articles;
  json["damages"] = Json::array();
  for (const Damage& damage : report.before.damages)
    json["damages"].push_back({{"file", damage.file}, {"what", damage.what}});
  json["done"] = report.done;
  json["articles_lost"] = report.articles_lost;
  return dumped(json, layout);
}

std::string to_json(const CompactSummary& summary, Layout layout) {
  Json json = versioned();
  json["articles"] = summary.articles;
  json["bytes_before"] = summary.bytes_before;
  json["bytes_after"] = summary.bytes_after;
  return dumped(json, layout);
}

}  // namespace dateline::json
