// The tree that a few queries become: what the plan is made of.
#include "tests/searcher/query/tables.hpp"

using namespace dateline::searcher;
using dateline::searcher::tests::read;

TEST_CASE("leaves") {
  CHECK(read("Restraint").root.kind == NodeKind::word);
  CHECK(read("Restraint").root.text == "Restraint");
  CHECK(read("=Strikes").root.kind == NodeKind::exact_word);
  CHECK(read("=Strikes").root.text == "Strikes");
  CHECK(read("escal*").root.kind == NodeKind::prefix);
  CHECK(read("escal*").root.text == "escal");
  CHECK(read("war~").root.kind == NodeKind::fuzzy);
  CHECK(read("war~").root.number == 1);
  CHECK(read("war~2").root.number == 2);
  CHECK(read("").root.kind == NodeKind::everything);
  CHECK(read("-*").root.kind == NodeKind::nothing);
}

TEST_CASE("a phrase has words and gaps") {
  const Node phrase = read("\"a * b\"").root;
  REQUIRE(phrase.kind == NodeKind::phrase);
  REQUIRE(phrase.children.size() == 3);
  CHECK(phrase.children[0].kind == NodeKind::word);
  CHECK(phrase.children[1].kind == NodeKind::everything);
  CHECK(phrase.children[2].text == "b");
}

TEST_CASE("proximity has a number") {
  const Node near = read("a NEAR/7 b NEAR/7 c").root;
  CHECK(near.kind == NodeKind::near);
  CHECK(near.number == 7);
  CHECK(near.children.size() == 3);
  CHECK(read("a ADJ/3 b").root.kind == NodeKind::ordered);
  CHECK(read("a /s b").root.kind == NodeKind::same_sentence);
  CHECK(read("a /p b").root.kind == NodeKind::same_paragraph);
}

TEST_CASE("facts have text, fields a child") {
  const Node speaker = read("speaker:=\"Dmitry Peskov\"").root;
  CHECK(speaker.kind == NodeKind::speaker);
  CHECK(speaker.text == "Dmitry Peskov");
  CHECK(speaker.exact);
  CHECK_FALSE(read("speaker:peskov").root.exact);
  const Node said = read("said:(a b)").root;
  CHECK(said.kind == NodeKind::in_field);
  CHECK(said.field == QueryField::said);
  REQUIRE(said.children.size() == 1);
  CHECK(said.children[0].kind == NodeKind::list);
  CHECK(read("lang:ru").root.kind == NodeKind::language);
  CHECK(read("site:a.b").root.kind == NodeKind::site);
}

TEST_CASE("warnings name the fragment") {
  const auto warning = [](const char* query) { return read(query).warnings.at(0); };
  CHECK(warning("a) b") == "“)” closes a bracket that was never opened and was ignored.");
  CHECK(warning("foo:bar") == "“foo” is no field; “foo:bar” was read as words.");
  CHECK(warning("\"a b") == "The quotation mark before “a b” is never closed; the phrase was read to the end.");
  CHECK(warning("a\" b") == "A quotation mark without its other half was ignored before “b”.");
  CHECK(warning("a OR") == "“OR” has nothing on one side and was ignored.");
  CHECK(warning("wom*n") == "A * stands at the end of a word; “wom*n” was read as “wom” with any ending.");
  CHECK(warning("said: a") == "“said:” has no value: it stands directly behind the colon.");
  CHECK(warning("...") == "There is nothing to search for in “...”.");
}
