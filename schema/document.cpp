#include "schema/document.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/article_values.hpp"
#include "schema/batch_words.hpp"
#include "schema/document_postings.hpp"
#include "schema/fact_terms.hpp"
#include "schema/positions.hpp"
#include "schema/shingles.hpp"
#include "text/sentences.hpp"

namespace dateline::schema {

struct DocumentMaker::Impl {
  explicit Impl(text::Analyzer& shared) : analyzer(shared) {}

  void await_words(std::span<const text::Token> tokens, std::size_t at) const;
  void collect_text(const text::Analysis& analysis, std::uint32_t weight, std::uint32_t first);
  void collect_title(const text::Analysis& analysis);
  void collect_heading(const std::optional<std::string>& heading, std::string_view language, PositionLayout& layout);
  void collect_body(const StoredArticle& article, PositionLayout& layout, Shingler& shingler);
  void collect_facts(const StoredArticle& article);

  text::Analyzer& analyzer;
  DocumentBatch batch;
  BatchWords words{batch};
  DocumentPostings postings;  // of the article at hand
};

// Words of all the batch lie far apart: those of the next tokens are fetched while this one is added, and what they
// point to after them.
void DocumentMaker::Impl::await_words(std::span<const text::Token> tokens, std::size_t at) const {
  constexpr std::size_t ahead = 8;
  if (at + 2 * ahead < tokens.size())
    if (const BatchWord* word = words.known(tokens[at + 2 * ahead])) __builtin_prefetch(word);
  if (at + ahead >= tokens.size()) return;
  const BatchWord* word = words.known(tokens[at + ahead]);
  if (!word) return;
  for (const std::uint32_t term : {word->exact, word->stem, word->prefix}) postings.await(term);
}

// The terms of all families, in Zone::whole; the exact ones with positions from `first` on.
void DocumentMaker::Impl::collect_text(const text::Analysis& analysis, std::uint32_t weight, std::uint32_t first) {
  words.begin(analyzer.forgotten());
  const text::Gram* gram = analysis.grams.data();
  const text::Gram* const last = gram + analysis.grams.size();
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const text::Token& token = analysis.tokens[i];
    await_words(analysis.tokens, i);
    const text::Gram* const begin = gram;
    while (gram != last && gram->token == token.position) ++gram;
    const BatchWord& word = words.of(token, {begin, gram});
    postings.add_at(word.exact, weight, first + token.position);
    if (word.stem != BatchWord::none) postings.add(word.stem, weight);
    if (word.prefix != BatchWord::none) postings.add(word.prefix, weight);
    // Not counted: an article is no longer for the parts of its words.
    for (const std::uint32_t part : words.grams(word)) postings.add(part, 0);
  }
  for (const text::Span& span : analysis.spans) postings.add(words.number(span.family, Zone::whole, span.term), weight);
}

void DocumentMaker::Impl::collect_title(const text::Analysis& analysis) {
  const auto add = [&](text::Family family, std::string_view word) {
    if (!word.empty()) postings.add(words.number(family, Zone::title, word), 1);
  };
  for (const text::Token& token : analysis.tokens) {
    add(text::Family::exact, token.exact);
    add(text::Family::stem, token.stem);
    add(text::Family::prefix, token.prefix);
  }
  for (const text::Span& span : analysis.spans) add(span.family, span.term);
}

void DocumentMaker::Impl::collect_heading(const std::optional<std::string>& heading, std::string_view language,
                                          PositionLayout& layout) {
  if (!heading) return;
  const text::Analysis& analysis = analyzer.analyze(*heading, language);
  collect_text(analysis, title_weight, layout.next());
  collect_title(analysis);
  layout.add_heading(analysis);
}

void DocumentMaker::Impl::collect_body(const StoredArticle& article, PositionLayout& layout, Shingler& shingler) {
  const std::string body = body_of(article);
  const std::vector<Span> ranges = paragraph_ranges(article);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const bool known = i < article.paragraph_languages.size() && !article.paragraph_languages[i].empty();
    const std::string& language = known ? article.paragraph_languages[i] : article.language;
    const std::string_view paragraph = std::string_view(body).substr(ranges[i].begin, ranges[i].end - ranges[i].begin);
    const text::Analysis& analysis = analyzer.analyze(paragraph, language);
    collect_text(analysis, 1, layout.next());
    if (!article.as_given)  // these have no copies
      for (const text::Token& token : analysis.tokens) shingler.add(token.exact);
    layout.add_paragraph(analysis, ranges[i].begin, text::sentence_ends(paragraph, language));
  }
}

void DocumentMaker::Impl::collect_facts(const StoredArticle& article) {
  for (const std::string& fact : fact_terms(article, analyzer)) postings.add(batch.terms().number(fact), 0);
}

DocumentMaker::DocumentMaker(text::Analyzer& analyzer) : impl_(std::make_unique<Impl>(analyzer)) {}
DocumentMaker::~DocumentMaker() = default;

void DocumentMaker::add(const StoredArticle& article, const TrainedDictionary* dictionary) {
  BatchDocument document;
  document.data = encode(article, dictionary);  // first: it refuses an article whose spans point nowhere
  PositionLayout layout;
  Shingler shingler;
  impl_->collect_heading(article.title, article.language, layout);
  impl_->collect_heading(article.subtitle, article.language, layout);
  impl_->collect_body(article, layout, shingler);
  impl_->collect_facts(article);
  impl_->postings.move_to(document);
  const auto signature = article.as_given ? std::nullopt : sign(shingler.shingles());
  document.values = make_values(article, layout.finish(article), signature);
  impl_->batch.add(std::move(document));
}

DocumentBatch DocumentMaker::take() {
  impl_->words.clear();
  return std::exchange(impl_->batch, {});
}

}  // namespace dateline::schema
