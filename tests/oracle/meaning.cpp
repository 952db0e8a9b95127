// Boolean structure, and which clauses belong together.
#include "tests/oracle/meaning.hpp"

#include <algorithm>

namespace dateline::oracle {

Meaning::Meaning(const Expression& query, const Corpus& corpus, Match match)
    : query_(query), corpus_(corpus), any_of_list_(match == Match::any) {
  collect_languages(query, languages_);
  if (languages_.empty()) languages_ = corpus.languages;
  collect_speakers(query, root_speakers_);
}

bool Meaning::holds(const ReadArticle& article, Lists lists) {
  begin(article);
  return holds(query_, lists, Zone::article, root_speakers_);
}

void Meaning::begin(const ReadArticle& article) {
  if (article_ == &article) return;
  article_ = &article;
  stretches_.clear();
}

bool Meaning::holds_but_for_dates(const ReadArticle& article, Lists lists) {
  dates_hold_ = true;
  const bool held = holds(article, lists);
  dates_hold_ = false;
  return held;
}

// The languages that every answer must have: words are read in those alone.
void Meaning::collect_languages(const Expression& e, std::vector<std::string>& asked) const {
  if (e.form == Form::language)
    for (const std::string& language : languages_meant(e.text)) asked.push_back(language);
  const bool only_languages =
      e.form == Form::any &&
      std::all_of(e.children.begin(), e.children.end(), [](const auto& c) { return c.form == Form::language; });
  if (e.form != Form::list && e.form != Form::all && !only_languages) return;
  for (const Expression& child : e.children) collect_languages(child, asked);
}

// Clauses restrict wherever one of some words would be enough.
bool Meaning::is_clause(const Expression& e) {
  if (e.form == Form::negation || is_field(e.form) || is_fact(e.form)) return true;
  const bool boolean = e.form == Form::list || e.form == Form::all || e.form == Form::any;
  return boolean && std::any_of(e.children.begin(), e.children.end(), is_clause);
}

namespace {

bool names_speakers(const Expression& e) {
  if (e.form == Form::any) return std::all_of(e.children.begin(), e.children.end(), names_speakers);
  return e.form == Form::speaker || e.form == Form::spelling;
}

void collect_clauses(const Expression& e, std::vector<const Expression*>& clauses) {
  if (e.form != Form::any) return clauses.push_back(&e);
  for (const Expression& child : e.children) collect_clauses(child, clauses);
}

}  // namespace

void Meaning::collect_speakers(const Expression& e, std::vector<Speakers>& found) {
  if (names_speakers(e)) return collect_clauses(e, found.emplace_back());
  if (e.form != Form::list && e.form != Form::all) return;
  for (const Expression& child : e.children) collect_speakers(child, found);
}

bool Meaning::holds(const Expression& e, Lists lists, Zone zone, const std::vector<Speakers>& said_by) {
  switch (e.form) {
    case Form::everything:
      return true;
    case Form::list:
      return list_holds(e, lists, zone, said_by);
    case Form::all:
      return std::all_of(e.children.begin(), e.children.end(),
                         [&](const Expression& child) { return holds(child, lists, zone, said_by); });
    case Form::any:
      return std::any_of(e.children.begin(), e.children.end(), [&](const Expression& child) {
        std::vector<Speakers> speakers = said_by;
        collect_speakers(child, speakers);
        return holds(child, lists, zone, speakers);
      });
    case Form::negation: {
      std::vector<Speakers> speakers;  // what is excluded stands for itself
      collect_speakers(e.children.front(), speakers);
      return !holds(e.children.front(), Lists::all, zone, speakers);
    }
    case Form::title:
      return holds(e.children.front(), lists, Zone::title, said_by);
    case Form::body:
      return holds(e.children.front(), lists, Zone::body, said_by);
    case Form::said:
      return said_holds(e.children.front(), said_by);
    case Form::byline:
      return is_by(e.children.front());
    case Form::tag:
      return has_tag(e.children.front());
    default:
      return is_fact(e.form) ? fact_holds(e) : text_holds(e, lists, zone);
  }
}

bool Meaning::list_holds(const Expression& e, Lists lists, Zone zone, const std::vector<Speakers>& said_by) {
  const auto child_holds = [&](const Expression& child, Lists how) { return holds(child, how, zone, said_by); };
  if (lists == Lists::all)
    return std::all_of(e.children.begin(), e.children.end(),
                       [&](const Expression& child) { return child_holds(child, lists); });
  bool any_word = false, has_words = false;
  for (const Expression& child : e.children) {
    if (is_clause(child)) {
      if (!child_holds(child, lists == Lists::partly ? Lists::all : lists)) return false;
    } else {
      has_words = true;
      any_word = any_word || child_holds(child, lists);
    }
  }
  return any_word || !has_words;
}

bool Meaning::said_holds(const Expression& e, const std::vector<Speakers>& said_by) {
  const auto& quotations = article_->quotations;
  const auto is_quoted = [&](const Speakers* speakers) {
    return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
      return (!speakers || is_said_by(quotation, *speakers)) && holds_in(e, quotation.words);
    });
  };
  if (said_by.empty()) return is_quoted(nullptr);
  return std::all_of(said_by.begin(), said_by.end(), [&](const Speakers& speakers) { return is_quoted(&speakers); });
}

}  // namespace dateline::oracle
