#include "indexer/reading/restore.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/identify.hpp"
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
  std::vector<std::string_view> paragraphs;
  for (const schema::Paragraph& paragraph : article.paragraphs)
    paragraphs.push_back(std::string_view(article.text)
                             .substr(paragraph.front().begin, paragraph.front().end - paragraph.front().begin));
  article.paragraph_languages = text::identify_paragraphs(paragraphs, article.language).paragraphs;
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
  article.sources = exported.sources;
  article.tags = exported.tags;
  article.evidence = exported.evidence;
  article.extra = exported.extra;
  restore_speech(exported, article);
  restore_languages(exported, article);
  return article;
}

}  // namespace dateline::indexer
