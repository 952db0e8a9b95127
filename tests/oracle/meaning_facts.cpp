// What an article is, beside its text.
#include <algorithm>

#include "schema/days.hpp"
#include "tests/oracle/meaning.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"

namespace dateline::oracle {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

bool is_subset(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return !part.empty() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

std::string without_www(std::string host) { return host.rfind("www.", 0) == 0 ? host.substr(4) : host; }

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  std::string host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string::npos) host = host.substr(user + 1);
  return without_www(lower(host.substr(0, host.find(':'))));
}

bool is_at(const std::string& host, const std::string& site) {
  if (host == site) return true;
  return host.size() > site.size() && host.compare(host.size() - site.size(), site.size(), site) == 0 &&
         host[host.size() - site.size() - 1] == '.';
}

// The input itself, what lies in that folder, or what is one of many articles of that file.
bool is_below(const std::string& path, std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  if (folder.empty() || path.compare(0, folder.size(), folder) != 0) return false;
  if (path.size() == folder.size()) return true;
  const char next = path[folder.size()];
  return next == '/' || next == ':' || next == '!';
}

bool lies_in(const Date& date, const Days& days) {
  return schema::first_day(date) >= days.first && schema::last_day(date) <= days.last;
}

std::string text_of(const Expression& e) {
  if (e.form != Form::phrase) return e.text;
  std::string text;
  for (const std::string& word : e.words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

bool Meaning::fact_holds(const Expression& e) {
  const Article& article = article_->article;
  switch (e.form) {
    case Form::speaker:
    case Form::spelling:
      return has_speaker(e);
    case Form::source:
      return std::any_of(article.sources.begin(), article.sources.end(),
                         [&](const std::string& source) { return is_source(e, source); });
    case Form::language:
      return article.language && languages_meant(e.text).count(*article.language) > 0;
    case Form::site:
      return article.url && is_at(host_of(*article.url), without_www(lower(e.text)));
    case Form::id:
      return article.id == e.text;
    case Form::path:
      return article.path && is_below(*article.path, e.text);
    default:
      return dates_hold_ || (article.date && lies_in(*article.date, e.days));
  }
}

bool Meaning::is_by(const Expression& e) const {
  if (!article_->article.byline) return false;
  text::Analyzer analyzer;
  std::set<std::string> own, asked;
  for (const text::Token& token : analyzer.analyze(*article_->article.byline, "").tokens) own.emplace(token.exact);
  for (const text::Token& token : analyzer.analyze(text_of(e), "").tokens) asked.emplace(token.exact);
  return is_subset(asked, own);
}

// Equal but for case, accents and punctuation; only when there is no such tag, those with all the words.
bool Meaning::has_tag(const Expression& e) {
  const auto [known, is_new] = tags_.try_emplace(&e);
  if (is_new) {
    const std::string asked = text_of(e);
    std::set<std::string> equal, similar;
    for (const ReadArticle& article : corpus_.articles)
      for (const std::string& tag : article.article.tags) {
        if (text::folded_words(tag, ' ') == text::folded_words(asked, ' ')) equal.insert(tag);
        if (is_subset(name_words(asked), name_words(tag))) similar.insert(tag);
      }
    known->second = equal.empty() ? similar : equal;
  }
  const auto& tags = article_->article.tags;
  return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) { return known->second.count(tag) > 0; });
}

// Everybody who may be meant: whose name or a spelling of it, anywhere in the archive or in the alias table, has all
// the words.
const std::set<std::string>& Meaning::ids_of(const Expression& e) {
  const auto [known, is_new] = ids_.try_emplace(&e);
  std::set<std::string>& ids = known->second;
  if (!is_new) return ids;
  const std::set<std::string> words = name_words(e.text);
  for (const text::Alias& row : corpus_.aliases.rows())
    if (is_subset(words, name_words(row.alias))) ids.insert(text::name_id(row.canonical));
  for (const ReadArticle& article : corpus_.articles)
    for (const Speaker& speaker : article.article.speakers) {
      bool called = is_subset(words, name_words(speaker.name));
      for (const std::string& spelling : speaker.as_written) called |= is_subset(words, name_words(spelling));
      if (called) ids.insert(speaker.id);
    }
  return ids;
}

namespace {

bool is_unknown(const Expression& e) { return e.form == Form::speaker && text::fold(e.text) == "unknown"; }

bool is_spelt(const Speaker& speaker, const std::string& spelling) {
  return std::find(speaker.as_written.begin(), speaker.as_written.end(), spelling) != speaker.as_written.end();
}

// A group that nobody named is as unknown as nobody.
bool is_nobody(const Speaker* speaker) { return !speaker || speaker->kind == SpeakerKind::group; }

}  // namespace

bool Meaning::has_speaker(const Expression& e) {
  const Article& article = article_->article;
  if (is_unknown(e)) {
    return std::any_of(article.quotes.begin(), article.quotes.end(), [&](const Quote& quote) {
      const auto speaker = std::find_if(article.speakers.begin(), article.speakers.end(),
                                        [&](const Speaker& s) { return quote.speaker == s.name; });
      return is_nobody(speaker == article.speakers.end() ? nullptr : &*speaker);
    });
  }
  return std::any_of(article.speakers.begin(), article.speakers.end(), [&](const Speaker& speaker) {
    return e.form == Form::spelling ? is_spelt(speaker, e.text) : ids_of(e).count(speaker.id) > 0;
  });
}

bool Meaning::is_said_by(const Quotation& quotation, const Speakers& said_by) {
  return std::any_of(said_by.begin(), said_by.end(), [&](const Expression* clause) {
    if (is_unknown(*clause)) return is_nobody(quotation.speaker);
    if (!quotation.speaker) return false;
    if (clause->form == Form::speaker) return ids_of(*clause).count(quotation.speaker->id) > 0;
    const auto& speakers = article_->article.speakers;
    return std::any_of(speakers.begin(), speakers.end(), [&](const Speaker& speaker) {
      return speaker.id == quotation.speaker->id && is_spelt(speaker, clause->text);
    });
  });
}

// Equal but for case, accents and the table's aliases; only when there is no such source, those with all the words.
bool Meaning::is_source(const Expression& e, const std::string& source) {
  const auto [known, is_new] = sources_.try_emplace(&e);
  if (!is_new) return known->second.count(source) > 0;
  std::set<std::string> equal, similar;
  auto meant = corpus_.sources.find(e.text);
  if (!meant && e.text.find('.') != std::string::npos) meant = corpus_.sources.find_host(e.text);
  const std::set<std::string> words = name_words(e.text);
  for (const ReadArticle& article : corpus_.articles)
    for (const std::string& value : article.article.sources) {
      const auto row = corpus_.sources.find(value);
      if (text::fold(value) == text::fold(e.text) || (meant && row && meant->canonical == row->canonical))
        equal.insert(value);
      if (is_subset(words, name_words(value))) similar.insert(value);
    }
  known->second = equal.empty() ? similar : equal;
  return known->second.count(source) > 0;
}

// Of the archive: "zh" is every Chinese, "zh-hant" only that, and languages have English names.
std::set<std::string> Meaning::languages_meant(const std::string& text) const {
  std::string code = text::fold(text);
  for (const text::Language& language : text::languages())
    if (text::fold(language.name) == code) code = language.code;
  std::set<std::string> meant;
  for (const std::string& value : corpus_.languages) {
    const std::string own = text::fold(value);
    if (own == code || (code.find('-') == std::string::npos && own.substr(0, own.find('-')) == code))
      meant.insert(value);
  }
  return meant;
}

}  // namespace dateline::oracle
