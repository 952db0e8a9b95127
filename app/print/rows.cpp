#include "app/print/rows.hpp"

#include "app/print/facts.hpp"
#include "json/citation.hpp"

namespace dateline::app {
namespace {

std::string cell(const std::optional<std::string>& text) { return text.value_or(""); }
std::string cell(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }
std::string cell(const std::vector<std::string>& parts) { return joined(parts, "; "); }

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

std::string without_blanks(std::string_view id) {
  std::string result;
  for (const char c : id) {
    if (c == ' ') {
      result += "%20";
    } else if (c == '\t') {
      result += "%09";
    } else if (c == '\n') {
      result += "%0A";
    } else if (c == '\r') {
      result += "%0D";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) line += ',';
    line += quoted(cells[at]);
  }
  return line + '\n';
}

std::string csv_header_of_hits(bool with_id, bool cited) {
  std::vector<std::string> names = {"id",       "score",    "title", "date", "sources", "byline",
                                    "speakers", "language", "url",   "path", "copies",  "snippet"};
  if (with_id) names.insert(names.begin(), "query_id");
  if (cited) names.push_back("citation");
  return csv_line(names);
}

std::string csv_of_hits(const SearchAnswer& answer, const std::string* id, bool cited) {
  std::string lines;
  for (const Hit& hit : answer.hits) {
    std::vector<std::string> cells = {hit.id,
                                      with_decimals(hit.score, 4),
                                      cell(hit.title),
                                      cell(hit.date),
                                      cell(hit.sources),
                                      cell(hit.byline),
                                      cell(hit.speakers),
                                      cell(hit.language),
                                      cell(hit.url),
                                      cell(hit.path),
                                      std::to_string(hit.copies.size()),
                                      hit.snippets.empty() ? "" : hit.snippets.front().text};
    if (id) cells.insert(cells.begin(), *id);
    if (cited) cells.push_back(cell(json::citation(hit)));
    lines += csv_line(cells);
  }
  return lines;
}

std::string csv_of_facets(const std::vector<FacetAnswer>& facets) {
  std::string lines = csv_line({"field", "value", "count"});
  for (const FacetAnswer& facet : facets) {
    for (const FacetCount& count : counts_with_unknown(facet)) {
      lines += csv_line({std::string(name_of(facet.facet)), cell(count.value), std::to_string(count.count)});
    }
  }
  return lines;
}

std::string csv_of_timeline(const FacetAnswer& facet) {
  std::string lines = csv_line({"value", "count"});
  for (const FacetCount& count : facet.counts) lines += csv_line({cell(count.value), std::to_string(count.count)});
  return lines;
}

std::string csv_of_quotes(const QuoteAnswer& answer, bool cited) {
  std::vector<std::string> names = {"speaker", "text",  "direct",   "date", "sources",
                                    "article", "title", "language", "url",  "copies"};
  if (cited) names.push_back("citation");
  std::string lines = csv_line(names);
  for (const QuoteHit& quote : answer.quotes) {
    std::vector<std::string> cells = {cell(quote.speaker),
                                      quote.text,
                                      quote.direct ? "true" : "false",
                                      cell(quote.date),
                                      cell(quote.sources),
                                      quote.article,
                                      cell(quote.title),
                                      cell(quote.language),
                                      cell(quote.url),
                                      std::to_string(quote.copies.size())};
    if (cited) cells.push_back(cell(json::citation(quote)));
    lines += csv_line(cells);
  }
  return lines;
}

std::string csv_of_speakers(const std::vector<SpeakerEntry>& speakers) {
  std::string lines = csv_line({"name", "id", "kind", "articles", "quotes", "first", "last", "as_written"});
  for (const SpeakerEntry& speaker : speakers) {
    lines +=
        csv_line({speaker.name, speaker.id, std::string(name_of(speaker.kind)), std::to_string(speaker.articles),
                  std::to_string(speaker.quotes), cell(speaker.first), cell(speaker.last), cell(speaker.spellings)});
  }
  return lines;
}

std::string csv_of_pairs(const std::vector<SpeakerPair>& pairs) {
  std::string lines = csv_line({"score", "name", "articles", "other", "other_articles", "alias_row"});
  for (const SpeakerPair& pair : pairs)
    lines += csv_line({with_decimals(pair.score, 3), pair.speaker.name, std::to_string(pair.speaker.articles),
                       pair.other.name, std::to_string(pair.other.articles), pair.alias_row});
  return lines;
}

std::string csv_header_of_articles(bool cited) {
  std::vector<std::string> names = {"id",       "title", "subtitle", "date", "sources", "byline", "speakers",
                                    "language", "url",   "path",     "tags", "quotes",  "body"};
  if (cited) names.push_back("citation");
  return csv_line(names);
}

std::string csv_of_article(const Article& article, bool cited) {
  std::vector<std::string> speakers;
  for (const Speaker& speaker : article.speakers) speakers.push_back(speaker.name);
  std::vector<std::string> cells = {article.id,         cell(article.title),    cell(article.subtitle),
                                    cell(article.date), cell(article.sources),  cell(article.byline),
                                    cell(speakers),     cell(article.language), cell(article.url),
                                    cell(article.path), cell(article.tags),     std::to_string(article.quotes.size()),
                                    article.body};
  if (cited) cells.push_back(cell(json::citation(article)));
  return csv_line(cells);
}

std::string csv_of_stats(const ArchiveStats& stats, const std::vector<IndexPart>& parts) {
  std::string lines = csv_line({"figure", "value"});
  const auto add = [&](const std::string& name, const std::string& value) { lines += csv_line({name, value}); };
  add("articles", std::to_string(stats.articles));
  add("quotes", std::to_string(stats.quotes));
  add("speakers", std::to_string(stats.speakers));
  add("sources", std::to_string(stats.sources));
  add("first", cell(stats.first));
  add("last", cell(stats.last));
  add("undated", std::to_string(stats.undated));
  for (const FacetCount& count : stats.languages) add("language " + cell(count.value), std::to_string(count.count));
  add("bytes_of_text", std::to_string(stats.bytes_of_text));
  add("bytes_on_disk", std::to_string(stats.bytes_on_disk));
  add("generation", stats.generation);
  add("segments", std::to_string(stats.segments));
  add("format_version", std::to_string(stats.format_version));
  for (const IndexPart& part : parts) {
    add("bytes of " + part.name, std::to_string(part.bytes));
    if (part.positions > 0) add("bytes of positions of " + part.name, std::to_string(part.positions));
  }
  return lines;
}

std::string csv_of_tokens(const AnalyzedText& analyzed) {
  std::string lines = csv_line({"surface", "position", "exact", "stem", "prefix", "start", "end"});
  for (const AnalyzedToken& token : analyzed.tokens) {
    lines += csv_line({token.surface, std::to_string(token.position), token.exact, token.stem, token.prefix,
                       std::to_string(token.start), std::to_string(token.end)});
  }
  return lines;
}

std::string csv_of_suggestions(const std::vector<Suggestion>& suggestions) {
  std::string lines = csv_line({"text", "kind", "articles", "id", "query"});
  for (const Suggestion& suggestion : suggestions) {
    lines += csv_line({suggestion.text, std::string(name_of(suggestion.kind)), std::to_string(suggestion.articles),
                       suggestion.id, suggestion.query});
  }
  return lines;
}

std::string trec_lines(const SearchAnswer& answer, std::size_t offset, std::string_view id) {
  std::string lines;
  std::size_t rank = offset;
  for (const Hit& hit : answer.hits) {
    lines += without_blanks(id) + " Q0 " + without_blanks(hit.id) + " " + std::to_string(++rank) + " " +
             with_decimals(hit.score, 6) + " dateline\n";
  }
  return lines;
}

}  // namespace dateline::app
