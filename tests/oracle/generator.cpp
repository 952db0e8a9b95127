#include "tests/oracle/generator.hpp"

#include <algorithm>
#include <utility>

#include "text/lexicon.hpp"

namespace dateline::oracle {

namespace {

Passage part(const Passage& about, const Stretch& stretch) {
  Passage found{about.article, 0, 0};
  for (std::size_t i = 0; i < about.article->words.size(); ++i) {
    const std::uint32_t position = about.article->words[i].position;
    if (position < stretch.begin) found.begin = i + 1;
    if (position < stretch.end) found.end = i + 1;
  }
  return found;
}

}  // namespace

Generator::Generator(const Corpus& corpus, const std::vector<Article>& gone, std::string_view aliases, unsigned seed)
    : corpus_(corpus), gone_(gone), random_(seed) {
  constexpr std::size_t alias_column = 4;
  text::for_each_row(aliases, [&](std::size_t, const std::vector<std::string_view>& fields) {
    aliases_.emplace_back(fields.at(alias_column));
  });
}

Question Generator::next() {
  const Passage about = passage();
  Question question;
  question.query = query(about);
  SearchRequest& request = question.request;
  request.query = print(question.query, random_);
  request.limit = 100'000;
  request.facet_limit = 100'000;
  request.group = false;
  request.snippets = 0;
  request.timezone = "UTC";
  for (int facet = 0; facet <= static_cast<int>(Facet::tag); ++facet)
    request.facets.push_back(static_cast<Facet>(facet));
  request.match = chance(50) ? Match::match_auto : chance(50) ? Match::all : Match::any;
  if (chance(75)) request.sort = std::vector<Sort>{Sort::relevance, Sort::newest, Sort::oldest}[below(3)];
  if (chance(25)) add_filters(request, fact_article(about));
  request.narrow_facets = chance(20);
  return question;
}

Passage Generator::passage() {
  for (;;) {
    const ReadArticle& article = one_of(corpus_.articles);
    if (article.words.size() > 5) return {&article, 0, article.words.size()};
  }
}

// A part of at most so many words.
Passage Generator::near_in(const Passage& passage, std::size_t most) {
  if (passage.size() <= most) return passage;
  const std::size_t begin = passage.begin + below(passage.size() - most + 1);
  return {passage.article, begin, begin + most};
}

Expression Generator::words_of(const ReadArticle& article) {
  const Passage body = part({&article, 0, article.words.size()}, article.body());
  std::vector<Expression> words;
  for (std::size_t i = 1 + below(3); i > 0; --i) words.push_back(leaf(body));
  return words.size() == 1 ? std::move(words.front()) : make(Form::list, std::move(words));
}

// Now and then one that is no more.
const Article& Generator::fact_article(const Passage& about) {
  return chance(10) && !gone_.empty() ? one_of(gone_) : about.article->article;
}

Expression Generator::query(const Passage& about) {
  const std::size_t kind = below(100);
  if (kind < 1) return make(Form::everything);
  if (kind < 18) return leaf(about);
  if (kind < 32) return make(Form::list, operands(about, 1, true));
  if (kind < 46) return proximity(about, 1);
  if (kind < 58) return field(about);
  if (kind < 66) return fact(about);
  if (kind < 76) return said_by(about);
  if (kind < 79) return make(Form::negation, std::vector{clause(about, 1)});
  return clause(about, 2);
}

// `depth`: how many more levels of brackets.
Expression Generator::clause(const Passage& about, int depth) {
  const std::size_t kind = below(100);
  if (depth == 0 || kind < 20) return leaf(about);
  if (kind < 45) return make(Form::list, operands(about, depth - 1, false));
  if (kind < 60) return make(Form::all, operands(about, depth - 1, false));
  if (kind < 75) return make(Form::any, operands(about, depth - 1, false));
  if (kind < 85) return field(about);
  if (kind < 92) return fact(about);
  return proximity(about, depth - 1);
}

Expression Generator::text(const Passage& about, int depth) {
  const std::size_t kind = below(100);
  if (depth == 0 || kind < 50) return leaf(about);
  if (kind < 65) return make(Form::list, operands(about, depth - 1, true));
  if (kind < 75) return make(Form::all, operands(about, depth - 1, true));
  if (kind < 88) return make(Form::any, operands(about, depth - 1, true));
  return proximity(about, depth - 1);
}

namespace {}  // namespace

// Two or three; a child never has its parent's form, as brackets that say nothing are read as none.
std::vector<Expression> Generator::operands(const Passage& about, int depth, bool only_text) {
  std::vector<Expression> operands;
  const std::size_t count = 2 + below(2);
  while (operands.size() < count) {
    const Passage whose = chance(75) ? about : passage();
    Expression e = only_text ? (chance(70) ? leaf(whose) : text(whose, depth)) : clause(whose, depth);
    const bool joint = e.form == Form::list || e.form == Form::all || e.form == Form::any;
    if (joint) e = leaf(whose);
    if (!operands.empty() && chance(15)) {
      Expression excluded = only_text ? leaf(passage()) : clause(passage(), 0);
      e = make(Form::negation, std::vector{std::move(excluded)});
    }
    operands.push_back(std::move(e));
  }
  return operands;
}

Expression Generator::proximity(const Passage& about, int depth) {
  const Form form = std::vector{Form::near, Form::ordered, Form::sentence, Form::paragraph}[below(4)];
  const std::size_t count = chance(80) ? 2 : 3;
  const Passage close = near_in(about, 4 + below(12));
  std::vector<Expression> operands;
  while (operands.size() < count) {
    const std::size_t kind = below(100);
    if (depth > 0 && kind < 10) {
      Expression inner = proximity(close, depth - 1);
      const bool same = inner.form == form;
      operands.push_back(same ? leaf(close) : std::move(inner));
    } else if (kind < 20) {
      operands.push_back(make(chance(70) ? Form::any : Form::list, std::vector{leaf(close), leaf(close)}));
    } else {
      operands.push_back(chance(70) ? word(close) : leaf(close));
    }
  }
  const bool distance = form == Form::near || form == Form::ordered;
  return make(form, std::move(operands), distance ? static_cast<int>(1 + below(12)) : 0);
}

Expression Generator::field(const Passage& about) {
  const std::size_t kind = below(100);
  if (kind < 30) {
    const Passage title = part(about, about.article->title());
    return make(Form::title, std::vector{text(title.size() > 0 && chance(80) ? title : about, 2)});
  }
  if (kind < 55) {
    const Passage body = part(about, about.article->body());
    return make(Form::body, std::vector{text(body.size() > 0 && chance(80) ? body : about, 2)});
  }
  if (kind < 80) return said(about);
  return byline_or_tag(fact_article(about));
}

Expression Generator::said(const Passage& about) {
  const auto& quotations = about.article->quotations;
  const Passage inside = quotations.empty() ? about : part(about, one_of(quotations).words);
  Expression what = text(chance(85) ? inside : about, 2);
  if (chance(8)) what = make(Form::list, std::vector{leaf(inside), make(Form::negation, std::vector{leaf(about)})});
  return make(Form::said, std::vector{std::move(what)});
}

// Somebody who is quoted, and what is quoted.
Expression Generator::said_by(const Passage& about) {
  std::vector<const Quotation*> named;
  for (const Quotation& quotation : about.article->quotations)
    if (quotation.speaker) named.push_back(&quotation);
  Expression words = said(about);
  Expression who = speaker(about.article->article);
  if (!named.empty()) {
    const Quotation& quotation = *one_of(named);
    words = make(Form::said, std::vector{leaf(part(about, quotation.words))});
    const Speaker& speaker = *quotation.speaker;
    if (chance(70))
      who = chance(25) && !speaker.as_written.empty() ? make(Form::spelling, one_of(speaker.as_written))
                                                      : make(Form::speaker, speaker.name);
  }
  if (chance(30)) who = make(Form::any, std::vector{std::move(who), speaker(passage().article->article)});
  if (chance(20)) words = make(Form::any, std::vector{std::move(words), said(about)});
  std::vector<Expression> parts{std::move(who), std::move(words)};
  if (chance(25)) parts.push_back(leaf(about));
  if (chance(10)) parts.push_back(speaker(about.article->article));
  Expression together = make(chance(50) ? Form::list : Form::all, std::move(parts));
  if (chance(15)) together = make(Form::negation, std::vector{std::move(together)});
  return together;
}

}  // namespace dateline::oracle
