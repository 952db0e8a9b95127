#include "tests/indexer/speech/spoken.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::Spoken;

namespace {

struct Row {
  const char* text;
  std::vector<std::string> quotes;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Spoken(row.text, "en").quotes() == row.quotes);
  }
}

const std::string lamp = "We will keep the lamp lit";

}  // namespace

TEST_CASE("an English quotation belongs to the name beside its verb") {
  check({
      {R"("We will keep the lamp lit," said Ada Finch.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," Ada Finch said.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"(Ada Finch said: "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Ada Finch said, "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Ada Finch told reporters: "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"("We will keep the lamp lit," Ada Finch told reporters on Monday.)",
       {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," Mayor Ada Finch added.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," said the mayor, Ada Finch.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," said the mayor, Ada Finch wrote.)", {"?: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," warned Senator Ada Finch.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"(Ada Finch has said that "we will keep the lamp lit".)", {"Ada Finch: «we will keep the lamp lit»"}},
      {R"(Ada Finch also said the town would "keep the lamp lit for years".)",
       {"Ada Finch: «keep the lamp lit for years»"}},
      {R"(Ada Finch on Monday said: "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Ada Finch, the mayor of Northwick, said: "We will keep the lamp lit.")",
       {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"("We will keep the lamp lit," Rep. Ada Finch (G-Ore.) said.)", {"Ada Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit." — Ada Finch)", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Ada Finch (Green), said: "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Ada Finch, who runs the town, said: "We will keep the lamp lit.")",
       {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(Northwick spokeswoman Ada Finch replied: "We will keep the lamp lit.")",
       {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"(According to Ada Finch, "we will keep the lamp lit".)", {"Ada Finch: «we will keep the lamp lit»"}},
      {R"(Ada Finch: "We will keep the lamp lit.")", {"Ada Finch: «We will keep the lamp lit.»"}},
      {R"("We will keep the lamp lit!" exclaimed Ada Finch.)", {"Ada Finch: «We will keep the lamp lit!»"}},
      {R"("Will we keep the lamp lit?" asked Ada Finch.)", {"Ada Finch: «Will we keep the lamp lit?»"}},
      {R"("We will keep the lamp lit," insisted Ada Finch, "until the road is built.")",
       {"Ada Finch: «We will keep the lamp lit,»", "Ada Finch: «until the road is built.»"}},
      {R"(Ada Finch praised the crew, saying "they kept the lamp lit".)", {"Ada Finch: «they kept the lamp lit»"}},
      {R"(Ada Finch stressed "the importance of the lamp for sailors".)",
       {"Ada Finch: «the importance of the lamp for sailors»"}},
      {R"("We will keep the lamp lit," said J. R. Finch.)", {"J. R. Finch: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," said Jan van der Berg.)", {"Jan van der Berg: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," said Mr. Ada Finch.)", {"Ada Finch: «We will keep the lamp lit,»"}},
  });
}

TEST_CASE("every kind of English mark is a mark") {
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{
           {"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"'", "'"}, {"``", "''"}, {"''", "''"}, {"«", "»"}, {"„", "“"}}) {
    INFO(open << " " << close);
    CHECK(Spoken(open + lamp + "," + close + " said Ada Finch.", "en").quotes() ==
          std::vector<std::string>{"Ada Finch: «" + lamp + ",»"});
    CHECK(Spoken("Ada Finch said: " + open + lamp + "." + close, "en").quotes() ==
          std::vector<std::string>{"Ada Finch: «" + lamp + ".»"});
  }
}

TEST_CASE("an apostrophe is no mark") {
  check({
      {"It wasn't the town's fault, and the sailors' lamps weren't lit.", {}},
      {"The '90s were dark, and the keepers' pay was low in the '80s.", {}},
      {"‘We can’t keep the town’s lamp lit,’ said Ada Finch.", {"Ada Finch: «We can’t keep the town’s lamp lit,»"}},
      {"'We don't know the keepers' names or ages,' said Ada Finch.",
       {"Ada Finch: «We don't know the keepers' names or ages,»"}},
  });
}

TEST_CASE("what is no quotation is left out") {
  check({
      {R"(The so-called "lamp war" went on for years in the harbour.)", {}},
      {R"(She wrote a book called "The Lamp That Never Went Out".)", {}},
      {R"(The film "The Lamp That Never Went Out" was shown on Friday.)", {}},
      {R"(A "quiet" street with a "calm" harbour lay behind the old lamp.)", {}},
  });
}

TEST_CASE("a quotation without a cue has no speaker") {
  check({
      {R"("We will keep the lamp lit until the road is built.")",
       {"?: «We will keep the lamp lit until the road is built.»"}},
      {R"(A sign at the door reads nothing but "we will keep the lamp lit" in red.)",
       {"?: «we will keep the lamp lit»"}},
  });
}

TEST_CASE("officials, media, states and documents are nobody") {
  check({
      {R"("We will keep the lamp lit," officials said.)", {"?: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," a source told reporters.)", {"?: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," witnesses said.)", {"?: «We will keep the lamp lit,»"}},
      {R"(Russia said that it would keep the lamp lit.)", {"?: it would keep the lamp lit"}},
      {R"(Moscow stressed that it would keep the lamp lit.)", {"?: it would keep the lamp lit"}},
      {R"(The newspaper reported that the lamp was lit again.)", {}},
      {R"(Reuters reported that the lamp was lit again.)", {}},
      {R"("We will keep the lamp lit," the report said.)", {"?: «We will keep the lamp lit,»"}},
      {R"("We will keep the lamp lit," he said.)", {"?: «We will keep the lamp lit,»"}},
  });
}

TEST_CASE("reported speech has a clear cue and the words behind or before it") {
  check({
      {"Ada Finch said that the lamp would be lit by Monday.", {"Ada Finch: the lamp would be lit by Monday"}},
      {"Ada Finch said the lamp would be lit by Monday.", {"Ada Finch: the lamp would be lit by Monday"}},
      {"The lamp would be lit by Monday, Ada Finch said.", {"Ada Finch: The lamp would be lit by Monday"}},
      {"The lamp would be lit by Monday, said Ada Finch.", {"Ada Finch: The lamp would be lit by Monday"}},
      {"According to Ada Finch, the lamp would be lit by Monday.", {"Ada Finch: the lamp would be lit by Monday"}},
      {"The lamp would be lit by Monday, according to Ada Finch.", {"Ada Finch: The lamp would be lit by Monday"}},
      {"Ada Finch told reporters the lamp would be lit by Monday.", {"Ada Finch: the lamp would be lit by Monday"}},
      {"Ada Finch told the council that the lamp would be lit.", {"Ada Finch: the lamp would be lit"}},
      {"Ada Finch expressed hope that the lamp would be lit soon.", {"Ada Finch: the lamp would be lit soon"}},
      {"Ada Finch urged the council to keep the lamp lit.", {"Ada Finch: the council to keep the lamp lit"}},
      {"Ada Finch warned that the lamp might go out.", {"Ada Finch: the lamp might go out"}},
      {"Ada Finch is said to be the keeper of the lamp.", {}},
      {"Ada Finch bought the United States lamp company on Friday.", {}},
      {"Ada Finch wants to say more about the lamp later.", {}},
  });
}

TEST_CASE("a surname joins the full name, wherever that stands") {
  const Spoken spoken(
      "\"The lamp is out again,\" Finch said.\n"
      "Ada Finch has kept it for years.\n"
      "\"I will light it tonight,\" Finch added. \"It takes one match only.\"",
      "en");
  CHECK(spoken.speakers() == std::vector<std::string>{"Ada Finch"});
  CHECK(spoken.speech.quotes.size() == 3);
  CHECK(spoken.speech.speakers[0].id == "ada-finch");
}

TEST_CASE("the alias table decides the name") {
  const Spoken spoken(
      "\"There are no such plans,\" Kremlin spokesman Dmitri Peskov said.\n\"None at all, none,\" Peskov added.", "en");
  REQUIRE(spoken.speakers() == std::vector<std::string>{"Dmitry Peskov"});
  CHECK(spoken.speech.speakers[0].as_written == std::vector<std::string>{"Dmitri Peskov", "Peskov"});
  CHECK(spoken.speech.speakers[0].evidence.find("alias table") == 0);
  CHECK(Spoken("The Kremlin said the lamp would be lit soon.", "en").speakers() == std::vector<std::string>{"Kremlin"});
  CHECK(Spoken("The Kremlin said the lamp would be lit soon.", "en").speech.speakers[0].kind ==
        dateline::SpeakerKind::body);
}

TEST_CASE("one letter apart and of one given name is one person") {
  const Spoken spoken("\"The lamp is out again,\" Anna Morozova said.\n\"Light it again at once,\" Anna Morosova said.",
                      "en");
  CHECK(spoken.speakers().size() == 1);
}

TEST_CASE("a pronoun means the person before it, or nobody") {
  check({
      {"Ada Finch opened the door. \"The lamp is out again,\" she said.", {"Ada Finch: «The lamp is out again,»"}},
      {"Robert Finch opened the door. \"The lamp is out again,\" she said.", {"?: «The lamp is out again,»"}},
      {"Ada Finch opened the door. \"The lamp is out again,\" they said.", {"?: «The lamp is out again,»"}},
      {"\"The lamp is out again,\" said Ada Finch. She added that it would be lit soon.",
       {"Ada Finch: «The lamp is out again,»", "Ada Finch: it would be lit soon"}},
  });
}

TEST_CASE("a role means its one holder, or nobody") {
  check({
      {"Mayor Ada Finch opened the door. \"The lamp is out again,\" the mayor said.",
       {"Ada Finch: «The lamp is out again,»"}},
      {"Mayor Ada Finch met Mayor Bo Lark. \"The lamp is out again,\" the mayor said.",
       {"?: «The lamp is out again,»"}},
  });
}

TEST_CASE("a quotation that goes on in the next paragraph has one speaker") {
  const Spoken spoken("Ada Finch said: \"The lamp is out again.\n\"We will light it tonight.\"", "en");
  CHECK(spoken.quotes() ==
        std::vector<std::string>{"Ada Finch: «The lamp is out again.»", "Ada Finch: «We will light it tonight.»"});
}

TEST_CASE("reported speech inside a body's statement has its own speaker") {
  const Spoken spoken("\"Ada Finch noted that the lamp was out again,\" the Kremlin said.", "en");
  CHECK(spoken.quotes() == std::vector<std::string>{"Kremlin: «Ada Finch noted that the lamp was out again,»",
                                                    "Ada Finch: the lamp was out again"});
}

TEST_CASE("whoever is only mentioned is no speaker") {
  const Spoken spoken("\"The lamp is out again,\" said Ada Finch of the plan that Bo Lark and Cy Wren had drawn.",
                      "en");
  CHECK(spoken.speakers() == std::vector<std::string>{"Ada Finch"});
}

TEST_CASE("a sentence that says who spoke ends before the next one that does") {
  check({
      {"Ada Finch says the lamp is \"as dark as it ever was.\" She says it is \"the worst night of all.\"",
       {"Ada Finch: «as dark as it ever was.»", "Ada Finch: «the worst night of all.»"}},
      {"Bo Lark insisted that the lamp was \"the best one there is.\" Ada Finch said it was \"the worst one of all.\"",
       {"Bo Lark: «the best one there is.»", "Ada Finch: «the worst one of all.»"}},
  });
}

TEST_CASE("two verbs share a subject, and what is put in between commas has none") {
  check({
      {"Ada Finch opened the old door and said, \"The lamp is out again.\"", {"Ada Finch: «The lamp is out again.»"}},
      {"\"The lamp is out again,\" Senator Ada Finch, R-Ky., said.", {"Ada Finch: «The lamp is out again,»"}},
      {"Ada Finch told a man who suggested a delay that \"the lamp must burn tonight.\"",
       {"Ada Finch: «the lamp must burn tonight.»"}},
      {"Robert Lark laughed, and when Anna Finch asked about it, he shrugged and said, \"The lamp is out again.\"",
       {"Robert Lark: «The lamp is out again.»"}},
      {"Ada Finch, the mayor of Brill, one of the oldest towns, said: \"The lamp is out again.\"",
       {"Ada Finch: «The lamp is out again.»"}},
      {"Ada Finch -- who keeps the lamp -- said, \"The lamp is out again.\"", {"Ada Finch: «The lamp is out again.»"}},
      {"\"The lamp is out again,\" said Rep. G.K. Finch of Brill.", {"G.K. Finch: «The lamp is out again,»"}},
      {"Anna May said on Monday in May: \"The lamp is out again.\"", {"Anna May: «The lamp is out again.»"}},
      {"Ada Finch pledged to mend the old lamp.", {"Ada Finch: to mend the old lamp"}},
  });
}

TEST_CASE("a colon before marks gives them to the subject, a name in capitals behind them to itself") {
  check({
      {"Ada Finch scolded him: \"The lamp is out again.\"", {"Ada Finch: «The lamp is out again.»"}},
      {"Ada Finch was asked about the note: \"The lamp is out again.\"", {"?: «The lamp is out again.»"}},
      {"Ada Finch made this remark:\n\"The lamp is out again.\"", {"Ada Finch: «The lamp is out again.»"}},
      {"Ada Finch met Bo Lark.\n\"FINCH: The lamp is out again.\n\"LARK: It is not out at all.",
       {"Ada Finch: «FINCH: The lamp is out again.»", "Bo Lark: «LARK: It is not out at all.»"}},
  });
}

TEST_CASE("marks inside marks do not end a quotation") {
  check({{"“The lamp they call “the old lady” is out again,” said Ada Finch.",
          {"Ada Finch: «The lamp they call “the old lady” is out again,»"}}});
}

TEST_CASE("a weak English verb reports what a that behind it says") {
  check({
      {"The Brill Lamp Foundation estimates that the work would take ten years.",
       {"Brill Lamp Foundation: the work would take ten years"}},
      {"Ada Finch revealed that the lamp had been out for a week.", {"Ada Finch: the lamp had been out for a week"}},
      {"Ada Finch found that idea absurd, and the lamp was lit.", {}},
      {"Ada Finch believed that the lamp had been out for a week.", {}},
      {"Ada Finch had not disclosed that the lamp had been out for a week.", {}},
      {"Ada Finch last week announced that the lamp would be lit.", {"Ada Finch: the lamp would be lit"}},
  });
}

TEST_CASE("surnames that are roles, or are known by their title only, are names") {
  check({
      {"Mr. King said that the lamp was out.", {"King: the lamp was out"}},
      {"Mayor Finch came to the quay.\nFinch said that the lamp was out.", {"Finch: the lamp was out"}},
  });
}

TEST_CASE("and joins the two parts of a body's name") {
  check({
      {"Brill Lamps and Buoys Service, which keeps the quay, said that the lamp was out.",
       {"Brill Lamps and Buoys Service: the lamp was out"}},
      {"The Brill Harbour Office and the Selm Port Office said that the lamp was out.",
       {"Selm Port Office: the lamp was out"}},
      {"BLT and Selm Harbour Bank said that the lamp was out.", {"?: the lamp was out"}},  // two, or one of them
  });
}

TEST_CASE("a participle hangs on the name behind a role in small letters") {
  check({
      {"Ada Finch published a paper last week saying that the lamp should be lit.",
       {"Ada Finch: the lamp should be lit"}},
      {"Liberal mayoral candidate Ada Finch wrote in, saying that the lamp should be lit.",
       {"Ada Finch: the lamp should be lit"}},
  });
}
