#include "schema/document.hpp"

#include <algorithm>
#include <unordered_map>

#include "schema/article_values.hpp"
#include "schema/days.hpp"
#include "schema/positions.hpp"
#include "schema/shingles.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"

namespace dateline::schema {
namespace {

// Postings and forms as they come, each once.
class Collector {
 public:
  void word(text::Family family, Zone zone, std::string_view word, std::uint32_t weight) {
    posting(term(family, zone, word)).wdf += weight;
  }
  void word_at(std::string_view word, std::uint32_t weight, std::uint32_t position) {
    Posting& found = posting(term(text::Family::exact, Zone::whole, word));
    found.wdf += weight;
    found.positions.push_back(position);
  }
  void form(std::string_view stem, std::string_view exact) {
    std::string pair = term(text::Family::stem, Zone::whole, stem);
    const std::size_t length = pair.size();
    pair.push_back('\0');
    pair += term(text::Family::exact, Zone::whole, exact);
    forms_.emplace(std::move(pair), length);
  }
  void fact(Field field, std::string_view value) {
    if (!value.empty()) posting(term(field, value));
  }

  std::vector<Posting> postings() {
    std::vector<Posting> sorted;
    sorted.reserve(postings_.size());
    while (!postings_.empty()) {
      auto entry = postings_.extract(postings_.begin());
      sorted.push_back(std::move(entry.mapped()));
      sorted.back().term = std::move(entry.key());
    }
    std::sort(sorted.begin(), sorted.end(), [](const Posting& a, const Posting& b) { return a.term < b.term; });
    return sorted;
  }
  std::vector<std::pair<std::string, std::string>> forms() const {
    std::vector<std::pair<std::string, std::string>> sorted;
    sorted.reserve(forms_.size());
    for (const auto& [pair, length] : forms_) sorted.emplace_back(pair.substr(0, length), pair.substr(length + 1));
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }

 private:
  Posting& posting(std::string term) { return postings_[std::move(term)]; }

  std::unordered_map<std::string, Posting> postings_;   // Posting::term is filled in at the end
  std::unordered_map<std::string, std::size_t> forms_;  // stem term, zero byte, exact word -> length of the stem term
};

// The terms of all families, in Zone::whole; the exact ones with positions from `first` on.
void collect_text(const text::Analysis& analysis, std::uint32_t weight, std::uint32_t first, Collector& out) {
  for (const text::Token& token : analysis.tokens) {
    out.word_at(token.exact, weight, first + token.position);
    if (!token.stem.empty()) {
      out.word(text::Family::stem, Zone::whole, token.stem, weight);
      out.form(token.stem, token.exact);
    }
    if (!token.prefix.empty()) out.word(text::Family::prefix, Zone::whole, token.prefix, weight);
  }
  for (const text::Span& span : analysis.spans) out.word(span.family, Zone::whole, span.term, weight);
  // Not counted: an article is no longer for the parts of its words.
  for (const text::Gram& gram : analysis.grams) out.word(text::Family::gram, Zone::whole, gram.term, 0);
}

void collect_title(const text::Analysis& analysis, Collector& out) {
  for (const text::Token& token : analysis.tokens) {
    out.word(text::Family::exact, Zone::title, token.exact, 1);
    if (!token.stem.empty()) out.word(text::Family::stem, Zone::title, token.stem, 1);
    if (!token.prefix.empty()) out.word(text::Family::prefix, Zone::title, token.prefix, 1);
  }
  for (const text::Span& span : analysis.spans) out.word(span.family, Zone::title, span.term, 1);
}

void collect_heading(const std::optional<std::string>& heading, std::string_view language, text::Analyzer& analyzer,
                     PositionLayout& layout, Collector& out) {
  if (!heading) return;
  const text::Analysis& analysis = analyzer.analyze(*heading, language);
  collect_text(analysis, title_weight, layout.next(), out);
  collect_title(analysis, out);
  layout.add_heading(analysis);
}

void collect_body(const StoredArticle& article, text::Analyzer& analyzer, PositionLayout& layout, Shingler& shingler,
                  Collector& out) {
  const std::string body = body_of(article);
  const std::vector<Span> ranges = paragraph_ranges(article);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const bool known = i < article.paragraph_languages.size() && !article.paragraph_languages[i].empty();
    const std::string& language = known ? article.paragraph_languages[i] : article.language;
    const std::string_view paragraph = std::string_view(body).substr(ranges[i].begin, ranges[i].end - ranges[i].begin);
    const text::Analysis& analysis = analyzer.analyze(paragraph, language);
    collect_text(analysis, 1, layout.next(), out);
    for (const text::Token& token : analysis.tokens) shingler.add(token.exact);
    layout.add_paragraph(analysis, ranges[i].begin, text::sentence_ends(paragraph, language));
  }
}

// ---- facts ----

void collect_language(std::string_view language, Collector& out) {
  out.fact(Field::language, language);
  out.fact(Field::language, language.substr(0, language.find('-')));
}

void collect_date(const Date& date, Collector& out) {
  const std::string day = to_string(from_day(first_day(date)));  // YYYY-MM-DD
  out.fact(Field::date_year, day.substr(0, 4));
  if (date.precision == DatePrecision::year) return;
  out.fact(Field::date_month, day.substr(0, 7));
  if (date.precision == DatePrecision::day) out.fact(Field::date_day, day);
}

// "https://user@www.example.com:8080/a" -> "example.com"
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  constexpr std::string_view www = "www.";
  if (url.substr(0, www.size()) == www) url.remove_prefix(www.size());
  return url;
}

// The host and each domain above it: few labels, whatever a hostile url says.
void collect_site(std::string_view url, Collector& out) {
  constexpr int most_labels = 10;
  std::string_view host = host_of(url);
  for (int i = 0; i < most_labels && !host.empty(); ++i) {
    out.fact(Field::site, host);
    const std::size_t dot = host.find('.');
    host = dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
  }
}

void collect_byline(std::string_view byline, text::Analyzer& analyzer, Collector& out) {
  for (const text::Token& token : analyzer.analyze(byline, "").tokens) out.fact(Field::byline_word, token.exact);
}

void collect_facts(const StoredArticle& article, text::Analyzer& analyzer, Collector& out) {
  const std::string key = hex16(hash64(article.key));
  out.fact(Field::key, key);
  out.fact(Field::id, article.id.empty() ? key : article.id);
  collect_language(article.language, out);
  for (const auto& language : article.paragraph_languages) collect_language(language, out);
  if (article.date) collect_date(*article.date, out);
  for (const auto& source : article.sources) out.fact(Field::source, source);
  for (const auto& speaker : article.speakers) out.fact(Field::speaker, speaker.id);
  if (article.url) collect_site(*article.url, out);
  out.fact(Field::path, article.input);
  if (!article.member.empty()) out.fact(Field::path, article.input + article.member);
  for (const auto& tag : article.tags) out.fact(Field::tag, tag);
  if (article.byline) collect_byline(*article.byline, analyzer, out);
}

}  // namespace

DocumentContent make_document(const StoredArticle& article, text::Analyzer& analyzer) {
  DocumentContent content;
  content.data = encode(article);  // first: it refuses an article whose spans point nowhere
  Collector collector;
  PositionLayout layout;
  collect_heading(article.title, article.language, analyzer, layout, collector);
  collect_heading(article.subtitle, article.language, analyzer, layout, collector);
  Shingler shingler;
  collect_body(article, analyzer, layout, shingler, collector);
  collect_facts(article, analyzer, collector);

  content.postings = collector.postings();
  content.forms = collector.forms();
  const auto signature = article.as_given ? std::nullopt : sign(shingler.shingles());
  content.values = make_values(article, layout.finish(article), signature);
  return content;
}

}  // namespace dateline::schema
