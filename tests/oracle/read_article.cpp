#include "tests/oracle/read_article.hpp"

#include <algorithm>
#include <stdexcept>

#include "text/identify.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace dateline::oracle {
namespace {

struct Paragraph {
  std::string text;
  std::size_t begin = 0;  // byte of the body
  std::string language;
};

std::vector<Paragraph> paragraphs_of(const std::string& body) {
  std::vector<Paragraph> paragraphs;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", begin), body.size());
    paragraphs.push_back({body.substr(begin, end - begin), begin, {}});
    begin = end + 2;
  }
  return paragraphs;
}

// What identification looks at when an article is read; of those that are added as they are it sees everything.
std::string_view beginning_of(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 320);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool explains(const text::DocumentLanguages& found, const Article& article) {
  std::set<std::string> named, seen;
  for (const LanguageShare& share : article.languages) named.insert(share.language);
  for (const auto& [language, share] : found.shares) seen.insert(language);
  return named == seen;
}

// An article does not say which of its languages a paragraph is in: that is found out as the indexer does, and
// must give the languages that the article says it has.
void find_languages(const Article& article, std::vector<Paragraph>& paragraphs) {
  const std::string main = article.language.value_or("");
  for (const bool whole : {true, false}) {
    for (const std::string& given : {main, std::string()}) {
      std::vector<std::string_view> texts;
      for (const Paragraph& paragraph : paragraphs)
        texts.push_back(whole ? std::string_view(paragraph.text) : beginning_of(paragraph.text));
      const text::DocumentLanguages found = text::identify_paragraphs(texts, given);
      if (!explains(found, article)) continue;
      for (std::size_t i = 0; i < paragraphs.size(); ++i) paragraphs[i].language = found.paragraphs[i];
      return;
    }
  }
  throw std::logic_error("which paragraph of " + article.id + " is in which language?");
}

class Reader {
 public:
  Reader(text::Analyzer& analyzer, ReadArticle& out) : analyzer_(analyzer), out_(out) {}

  void heading(const std::optional<std::string>& text, const std::string& language) {
    if (text) read(*text, language, std::string::npos, {static_cast<std::uint32_t>(text->size())});
  }

  void paragraph(const Paragraph& paragraph) {
    const std::size_t before = out_.words.size();
    read(paragraph.text, paragraph.language, paragraph.begin, text::sentence_ends(paragraph.text, paragraph.language));
    for (std::size_t i = before; i < out_.words.size(); ++i)
      body_bytes_.push_back({paragraph.begin + out_.words[i].begin, out_.words[i].position});
  }

  // Words belong to the quotation in which they begin; of two that overlap, to the one that began first.
  void quotations() {
    const std::string& body = out_.article.body;
    std::vector<std::size_t> bytes;  // of each code point
    for (std::size_t at = 0; at < body.size(); text::next_code_point(body, at)) bytes.push_back(at);
    bytes.push_back(body.size());
    for (const Quote& quote : out_.article.quotes) {
      Quotation found{{UINT32_MAX, 0}, speaker(quote)};
      for (const auto& [byte, position] : body_bytes_) {
        if (byte < bytes[quote.start] || byte >= bytes[quote.end]) continue;
        found.words.begin = std::min(found.words.begin, position);
        found.words.end = position + 1;
      }
      if (found.words.begin < found.words.end) out_.quotations.push_back(found);
    }
    std::stable_sort(out_.quotations.begin(), out_.quotations.end(),
                     [](const Quotation& a, const Quotation& b) { return a.words.begin < b.words.begin; });
    std::uint32_t taken = 0;
    for (Quotation& quotation : out_.quotations) {
      quotation.words.begin = std::max(quotation.words.begin, taken);
      taken = std::max(taken, quotation.words.end);
    }
    out_.quotations.erase(std::remove_if(out_.quotations.begin(), out_.quotations.end(),
                                         [](const Quotation& q) { return q.words.begin >= q.words.end; }),
                          out_.quotations.end());
  }

  std::uint32_t next_position() const { return out_.words.empty() ? 0 : out_.words.back().position + 2; }

 private:
  void read(const std::string& text, const std::string& language, std::size_t begin,
            const std::vector<std::uint32_t>& sentence_ends) {
    const text::Analysis& analysis = analyzer_.analyze(text, language);
    if (analysis.tokens.empty()) return;
    const std::uint32_t first = next_position();
    out_.texts.push_back(text);
    out_.text_begins.push_back(begin);
    out_.text_languages.push_back(language);
    std::size_t sentence = 0;
    Stretch current{first, first};
    for (const text::Token& token : analysis.tokens) {
      const std::uint32_t position = first + token.position;
      while (sentence + 1 < sentence_ends.size() && sentence_ends[sentence] <= token.begin) {
        ++sentence;
        if (current.end > current.begin) out_.sentences.push_back(current);
        current = {position, position};
      }
      out_.words.push_back({std::string(token.exact), std::string(token.stem), std::string(token.prefix), position,
                            out_.texts.size() - 1, token.begin, token.end});
      current.end = position + 1;
    }
    out_.sentences.push_back(current);
    out_.paragraphs.push_back({first, current.end});
    for (const text::Span& span : analysis.spans) out_.pieces.emplace(span.family, span.term);
  }

  const Speaker* speaker(const Quote& quote) const {
    for (const Speaker& speaker : out_.article.speakers)
      if (quote.speaker == speaker.name) return &speaker;
    return nullptr;
  }

  text::Analyzer& analyzer_;
  ReadArticle& out_;
  std::vector<std::pair<std::size_t, std::uint32_t>> body_bytes_;  // of body words: byte, position
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

}  // namespace

void read_article(const Article& article, text::Analyzer& analyzer, ReadArticle& out) {
  out.article = article;
  std::vector<Paragraph> paragraphs = paragraphs_of(article.body);
  find_languages(article, paragraphs);
  const std::string main = article.language.value_or("");
  std::set<std::string> languages{main};
  for (const Paragraph& paragraph : paragraphs) languages.insert(paragraph.language);
  for (const std::string& language : languages) {
    if (language.empty()) continue;
    out.languages.insert(lower(language));
    out.languages.insert(lower(language.substr(0, language.find('-'))));
  }
  Reader reader(analyzer, out);
  reader.heading(article.title, main);
  reader.heading(article.subtitle, main);
  out.body_begin = reader.next_position();
  for (const Paragraph& paragraph : paragraphs) reader.paragraph(paragraph);
  reader.quotations();
}

}  // namespace dateline::oracle
