#include "app/print/article.hpp"

#include <algorithm>
#include <string_view>

#include "app/print/facts.hpp"
#include "app/print/labelled.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"
#include "json/citation.hpp"

namespace dateline::app {
namespace {

using Look = Paragraph::Look;

std::string languages(const Article& article) {
  std::string text = article.language.value_or("");
  if (article.languages.size() < 2) return text;
  std::vector<std::string> shares;
  for (const LanguageShare& share : article.languages) {
    shares.push_back(share.language + " " + with_decimals(share.share * 100, 0) + " %");
  }
  return text + " (" + joined(shares, ", ") + ")";
}

std::string speaker_in_words(const Speaker& speaker) {
  std::string text =
      speaker.name + ": " + counted(static_cast<std::uint64_t>(speaker.quotes), "quotation", "quotations");
  const bool only_the_name = speaker.as_written.size() == 1 && speaker.as_written.front() == speaker.name;
  if (!speaker.as_written.empty() && !only_the_name) text += ", written " + joined(speaker.as_written, ", ");
  return text;
}

std::string speakers(const Article& article) {
  std::vector<std::string> parts;
  for (const Speaker& speaker : article.speakers) parts.push_back(speaker_in_words(speaker));
  return joined(parts, "; ");
}

std::string head(const Article& article, const Page& page, bool cited) {
  std::string text = laid_out({article.title.value_or("(untitled)"), {}, Look::bold}, page, 0);
  if (article.subtitle) text += laid_out({*article.subtitle, {}, Look::plain}, page, 0);
  return text + "\n" +
         labelled({{"Id", article.id},
                   {"Date", article.date ? to_string(*article.date) : "unknown"},
                   {"Updated", article.updated ? to_string(*article.updated) : ""},
                   {"Sources", joined(article.sources, ", ")},
                   {"Byline", article.byline.value_or("")},
                   {"Language", languages(article)},
                   {"Speakers", speakers(article)},
                   {"Tags", joined(article.tags, ", ")},
                   {"URL", article.url.value_or("")},
                   {"Path", article.path.value_or("")},
                   {"Citation", cited ? json::citation(article).value_or("") : ""}},
                  page);
}

std::string body(const Article& article, const Page& page) {
  std::string text;
  for (std::size_t begin = 0; begin < article.body.size();) {
    const std::size_t end = std::min(article.body.find("\n\n", begin), article.body.size());
    text += "\n" + laid_out({article.body.substr(begin, end - begin), {}, Look::plain}, page, 0);
    begin = end + 2;
  }
  return text;
}

std::string section(std::string_view name, const Page& page) { return "\n" + page.bold(name) + "\n"; }

std::string quotations(const Article& article, const Page& page) {
  if (article.quotes.empty()) return "";
  std::string text = section("Quotations", page);
  const std::size_t indent = std::to_string(article.quotes.size()).size() + 3;
  std::size_t number = 0;
  for (const Quote& quote : article.quotes) {
    std::vector<std::string> why = {quote.speaker.value_or("(unknown)")};
    for (const std::string& part :
         {quote.verb, quote.evidence, "confidence " + std::string(name_of(quote.confidence))}) {
      if (!part.empty()) why.push_back(part);
    }
    const std::string spoken = quote.direct ? "“" + quote.text + "”" : quote.text;
    text += laid_out({spoken, {}, Look::plain}, page, indent, padded_left(std::to_string(++number), indent - 2));
    text += facts_in_a_row(why, page, indent);
  }
  return text;
}

std::string removed(const Article& article, const Page& page) {
  if (article.removed.empty()) return "";
  std::vector<std::pair<std::string, std::string>> facts;
  for (const Removed& part : article.removed) facts.emplace_back(part.reason, part.text);
  return section("Removed", page) + labelled(facts, page);
}

std::string evidence(const Article& article, const Page& page) {
  std::string text;
  if (!article.evidence.empty()) text += section("Evidence", page) + labelled(article.evidence, page);
  if (!article.extra.empty()) text += section("Other fields", page) + labelled(article.extra, page);
  return text;
}

}  // namespace

std::string divider(const Page& page) {
  constexpr std::size_t usual = 40;
  std::string line;
  const std::size_t width = page.width == 0 ? usual : std::min(page.width, widest_paragraph);
  for (std::size_t at = 0; at < width; ++at) line += page.blocks ? "─" : "-";
  return "\n" + page.dim(line) + "\n\n";
}

std::string article_as_text(const Article& article, const Page& page, bool cited) {
  return head(article, page, cited) + body(article, page) + quotations(article, page) + removed(article, page) +
         evidence(article, page);
}

}  // namespace dateline::app
