#include "indexer/reading/restore.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/names/alias_table.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

using schema::StoredArticle;

void restore_text(const Article& exported, StoredArticle& article) {
  article.text = exported.body;
  const std::string_view body = exported.body;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", begin), body.size());
    if (end > begin)
      article.paragraphs.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  for (const Removed& removed : exported.removed) {
    if (!article.text.empty()) article.text += '\n';
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += removed.text;
    article.removed.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, removed.reason});
  }
}

// Byte offsets of code points; offsets mostly rise, so the text is walked about once.
class ByteCounter {
 public:
  explicit ByteCounter(std::string_view text) : text_(text) {}

  std::uint32_t at(std::size_t code_points) {
    if (code_points < count_) byte_ = count_ = 0;
    for (; count_ < code_points && byte_ < text_.size(); ++count_) text::next_code_point(text_, byte_);
    return static_cast<std::uint32_t>(byte_);
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, count_ = 0;
};

void restore_speech(const Article& exported, StoredArticle& article) {
  for (const Speaker& speaker : exported.speakers)
    article.speakers.push_back({speaker.name, speaker.id.empty() ? text::name_id(speaker.name) : speaker.id,
                                speaker.kind, speaker.as_written, speaker.evidence});
  ByteCounter bytes(exported.body);
  for (const Quote& quote : exported.quotes) {
    schema::StoredQuote stored;
    stored.begin = bytes.at(quote.start);
    stored.end = bytes.at(quote.end);
    if (stored.begin >= stored.end) continue;
    stored.direct = quote.direct;
    stored.verb = quote.verb;
    stored.evidence = quote.evidence;
    stored.confidence = quote.confidence;
    for (std::uint32_t i = 0; quote.speaker && i < article.speakers.size(); ++i)
      if (article.speakers[i].name == *quote.speaker) stored.speaker = i;
    article.quotes.push_back(std::move(stored));
  }
}

void restore_languages(const Article& exported, StoredArticle& article) {
  article.language = exported.language.value_or("");
  article.languages = exported.languages;
  // Said only where a paragraph is in another language: what an export leaves out.
  const bool one_language = std::all_of(exported.paragraph_languages.begin(), exported.paragraph_languages.end(),
                                        [&](const std::string& language) { return language == article.language; });
  if (!one_language) article.paragraph_languages = exported.paragraph_languages;
}

// Facts in the order in which they first come, each with all its evidence: as an export has them.
void restore_evidence(const Article& exported, StoredArticle& article) {
  for (const auto& [fact, where] : exported.evidence) {
    auto behind = article.evidence.end();
    for (auto at = article.evidence.begin(); at != article.evidence.end(); ++at)
      if (at->first == fact) behind = at + 1;
    article.evidence.insert(behind, {fact, where});
  }
}

void restore_identity(const Article& exported, StoredArticle& article) {
  article.key = exported.key;
  article.id = exported.id;
  article.input = exported.path.value_or("");
  if (exported.member.empty() || !article.input.ends_with(exported.member)) return;
  article.input.erase(article.input.size() - exported.member.size());
  article.member = exported.member;
}

}  // namespace

StoredArticle restore(const Article& exported) {
  StoredArticle article;
  restore_text(exported, article);
  article.url = exported.url;
  article.title = exported.title;
  article.subtitle = exported.subtitle;
  article.byline = exported.byline;
  article.date = exported.date;
  article.updated = exported.updated;
  article.sources = exported.sources;
  article.tags = exported.tags;
  article.extra = exported.extra;
  restore_identity(exported, article);
  restore_evidence(exported, article);
  restore_speech(exported, article);
  restore_languages(exported, article);
  return article;
}

}  // namespace dateline::indexer
