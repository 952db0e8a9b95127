#include "schema/fact_terms.hpp"

#include <string_view>
#include <utility>

#include "schema/days.hpp"
#include "schema/terms.hpp"

namespace dateline::schema {
namespace {

struct Facts {
  std::vector<std::string> terms;
  void add(Field field, std::string_view value) {
    if (!value.empty()) terms.push_back(term(field, value));
  }
};

void collect_language(std::string_view language, Facts& out) {
  out.add(Field::language, language);
  out.add(Field::language, language.substr(0, language.find('-')));
}

void collect_date(const Date& date, Facts& out) {
  const std::string day = to_string(from_day(first_day(date)));  // YYYY-MM-DD
  out.add(Field::date_year, day.substr(0, 4));
  if (date.precision == DatePrecision::year) return;
  out.add(Field::date_month, day.substr(0, 7));
  if (date.precision == DatePrecision::day) out.add(Field::date_day, day);
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
void collect_site(std::string_view url, Facts& out) {
  constexpr int most_labels = 10;
  std::string_view host = host_of(url);
  for (int i = 0; i < most_labels && !host.empty(); ++i) {
    out.add(Field::site, host);
    const std::size_t dot = host.find('.');
    host = dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
  }
}

void collect_byline(std::string_view byline, text::Analyzer& analyzer, Facts& out) {
  for (const text::Token& token : analyzer.analyze(byline, "").tokens) out.add(Field::byline_word, token.exact);
}

}  // namespace

std::vector<std::string> fact_terms(const StoredArticle& article, text::Analyzer& analyzer) {
  Facts out;
  const std::string key = hex16(hash64(article.key));
  out.add(Field::key, key);
  out.add(Field::id, article.id.empty() ? key : article.id);
  collect_language(article.language, out);
  for (const auto& language : article.paragraph_languages) collect_language(language, out);
  if (article.date) collect_date(*article.date, out);
  for (const auto& source : article.sources) out.add(Field::source, source);
  for (const auto& speaker : article.speakers) out.add(Field::speaker, speaker.id);
  if (article.url) collect_site(*article.url, out);
  out.add(Field::path, article.input);
  if (!article.member.empty()) out.add(Field::path, article.input + article.member);
  for (const auto& tag : article.tags) out.add(Field::tag, tag);
  if (article.byline) collect_byline(*article.byline, analyzer, out);
  return std::move(out.terms);
}

}  // namespace dateline::schema
