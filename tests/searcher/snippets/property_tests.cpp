// What holds for snippets of any text.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "searcher/snippets/matches.hpp"
#include "searcher/snippets/snippets.hpp"
#include "tests/support/catch.hpp"
#include "text/utf8.hpp"

using namespace dateline;
using namespace dateline::searcher;

namespace {

const std::vector<std::vector<std::string>> vocabularies = {
    {"storm",  "storms", "harbour", "the",   "of",   "Island’s", "vice-president", "U.S.", "said", "café", "“hello",
     "there”", "(or",    "not)",    "1,000", "end.", "Why?",     "\"so",           "be\"", "—",    "…"},
    {"буря", "бури", "порт", "в", "«сказал", "он»", "остров.", "Ещё", "ёлка,"},
    {"العاصفة", "الميناء", "في", "قال،", "«نعم»", "جزيرة."},
    {"暴风雨", "港口", "的", "「是」", "说，", "岛。", "東京都", "フェリー", "が", "した。"},
    {"เรือ", "ท่า", "ออก", "จาก", "ใน", "พายุ", " "},
    {"폭풍이", "항구", "섬에", "“네”", "말했다."},
    {"e\xCC\x81t\xC3\xA9", "👩‍👩‍👧", "🚀", "क्षेत्र", "हवा।", "न्यू", "Ankara'da", "ﬁre", "x"},
};

std::string random_body(std::mt19937& random, const std::vector<std::string>& vocabulary, bool blanks) {
  std::string body;
  const std::size_t paragraphs = 1 + random() % 4;
  for (std::size_t p = 0; p < paragraphs; ++p) {
    if (p > 0) body += "\n\n";
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0 && blanks) body += random() % 30 == 0 ? "\n" : " ";
      body += vocabulary[random() % vocabulary.size()];
    }
  }
  return body;
}

// The places of the snippet in the body: with the ellipses at its ends or without, whichever is found.
bool is_piece_of(std::string body, const std::string& snippet) {
  std::replace(body.begin(), body.end(), '\n', ' ');
  const std::string mark = "…";
  for (bool front : {false, true})
    for (bool back : {false, true}) {
      std::string text = snippet;
      if (front && text.rfind(mark, 0) == 0) text.erase(0, mark.size());
      if (back && text.size() >= mark.size() && text.compare(text.size() - mark.size(), mark.size(), mark) == 0)
        text.erase(text.size() - mark.size());
      if (body.find(text) != std::string::npos) return true;
    }
  return false;
}

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0, begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (at == text.size() || text[at] == ' ' || text[at] == '\n') {
      longest = std::max(longest, text::count_code_points(std::string_view(text).substr(begin, at - begin)));
      begin = at + 1;
    }
  return longest;
}

void check_highlights(const Snippet& snippet, text::Analyzer& analyzer) {
  std::set<std::size_t> begins, ends;
  text::CodePointCounter counter(snippet.text);
  for (const text::Token& token : analyzer.analyze(snippet.text, "").tokens) {
    begins.insert(counter.at(token.begin));
    ends.insert(counter.at(token.end));
  }
  std::size_t end_before = 0;
  for (const Range& range : snippet.highlights) {
    CHECK(range.first < range.second);
    CHECK(range.first >= end_before);
    CHECK(begins.count(range.first) == 1);
    CHECK(ends.count(range.second) == 1);
    end_before = range.second;
  }
}

}  // namespace

TEST_CASE("snippets are verbatim, bounded, apart, and marked at words") {
  text::Analyzer analyzer;
  std::mt19937 random(7);
  for (int round = 0; round < 3'000; ++round) {
    const std::size_t script = random() % vocabularies.size();
    const std::vector<std::string>& vocabulary = vocabularies[script];
    const bool blanks = script != 3 && script != 4;
    const std::string body = random_body(random, vocabulary, blanks);
    MatchTargets targets;
    for (unsigned word = 0; word < random() % 4; ++word) {
      std::vector<std::string> terms;
      for (const text::Token& token : analyzer.analyze(vocabulary[random() % vocabulary.size()], "").tokens)
        terms.emplace_back(token.exact);
      if (terms.size() == 1) targets.add_term(text::Family::exact, terms[0], word);
      targets.add_phrase(terms, word);
    }
    const SnippetShape shape{random() % 4, 10 + random() % 150};
    const std::vector<Snippet> snippets = make_snippets({body, ""}, targets, shape, analyzer);
    CHECK(snippets.size() <= shape.fragments);
    for (const Snippet& snippet : snippets) {
      INFO("body: " << body);
      INFO("snippet: " << snippet.text);
      CHECK(text::is_utf8(snippet.text));
      CHECK(is_piece_of(body, snippet.text));
      const std::size_t length = text::count_code_points(snippet.text);
      if (blanks)
        CHECK(length <= std::max(shape.length, longest_word(body) + 2));
      else
        CHECK(length <= std::max<std::size_t>(shape.length, 24));
      check_highlights(snippet, analyzer);
    }
  }
}

TEST_CASE("any bytes of a body are survived") {
  text::Analyzer analyzer;
  MatchTargets targets;
  targets.add_term(text::Family::exact, "a", 0);
  targets.add_term(text::Family::exact, "\xD0\xB1", 1);
  targets.add_wildcard("b", 2);
  std::mt19937 random(8);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 300, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? "ab .\n\"\xD0"[random() % 7] : random());
    const std::string body = text::repair(bytes).text;
    for (const Snippet& snippet : make_snippets({body, ""}, targets, {2, 20}, analyzer))
      CHECK(text::is_utf8(snippet.text));
  }
}

TEST_CASE("a text of one endless paragraph or word is survived") {
  text::Analyzer analyzer;
  MatchTargets targets;
  targets.add_term(text::Family::exact, "a", 0);
  for (const char* piece : {"a", "a ", "a. ", "“a ", "京", "\n\n", "a\n\n", "ก", "."}) {
    std::string body;
    for (int i = 0; i < 400'000; ++i) body += piece;
    CHECK(make_snippets({body, ""}, targets, {3, 100}, analyzer).size() <= 3);
  }
}

TEST_CASE("what is skipped without analysing it has no match") {
  text::Analyzer analyzer;
  std::mt19937 random(9);
  for (int round = 0; round < 3'000; ++round) {
    const std::vector<std::string>& vocabulary = vocabularies[random() % vocabularies.size()];
    const std::string body = random_body(random, vocabulary, random() % 2 == 0);
    const std::string& word = vocabulary[random() % vocabulary.size()];
    const char* language =
        std::vector<const char*>{"en", "ru", "ar", "zh", "th", "ko", "hi", "tr", "fr", "id"}[random() % 10];
    MatchTargets targets;
    for (const text::Token& token : analyzer.analyze(word, language).tokens) {
      targets.add_term(text::Family::exact, token.exact, 0);
      targets.add_term(text::Family::stem, token.stem, 0);
      targets.add_term(text::Family::prefix, token.prefix, 0);
    }
    if (targets.may_match(body, language)) continue;
    INFO(word << " in " << body);
    CHECK(find_matches(analyzer.analyze(body, language), targets).empty());
  }
}
