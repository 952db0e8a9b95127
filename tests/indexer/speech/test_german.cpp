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
    CHECK(Spoken(row.text, "de").quotes() == row.quotes);
  }
}

}  // namespace

TEST_CASE("the subject of a German verb stands before it or, when something else does, behind it") {
  check({
      {"Die Laternenwärterin Petra Lorenz sagte: „Der Turm bleibt bis Herbst dunkel.“",
       {"Petra Lorenz: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Am Montag sagte Bürgermeister Karl Brandt: „Der Turm bleibt bis Herbst dunkel.“",
       {"Karl Brandt: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Der kleinen Zeitung sagte Petra Lorenz: „Der Turm bleibt bis Herbst dunkel.“",
       {"Petra Lorenz: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Die Pläne der alten Leitung nannte Petra Lorenz „einen sehr teuren Umweg“.",
       {"Petra Lorenz: «einen sehr teuren Umweg»"}},
      {"Ähnlich äußerte sich der Hafenmeister Karl Brandt: „Der Turm bleibt bis Herbst dunkel.“",
       {"Karl Brandt: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Hafenmeister Karl Brandt hat anlässlich der Eröffnung erklärt: „Der Turm bleibt bis Herbst dunkel.“",
       {"Karl Brandt: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Der Sprecher des Hafenamts, Karl Brandt, sagte: „Der Turm bleibt bis Herbst dunkel.“",
       {"Karl Brandt: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Karl Brandt, Sprecher des Hafenamts, kritisierte die Arbeiten mit den Worten: „Der Turm bleibt viel zu lange "
       "dunkel.“",
       {"Karl Brandt: «Der Turm bleibt viel zu lange dunkel.»"}},
      {"Karl Brandt von der Hafenbehörde sagte: „Der Turm bleibt bis Herbst dunkel.“",
       {"Karl Brandt: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Die Sprecherin der Behörde, Petra Lorenz sagte: „Der Turm bleibt bis Herbst dunkel.“",
       {"Petra Lorenz: «Der Turm bleibt bis Herbst dunkel.»"}},
      {"Petra Lorenz bedankte sich nach dem Fest bei allen und sagte: „Der Turm bleibt bis Herbst dunkel.“",
       {"Petra Lorenz: «Der Turm bleibt bis Herbst dunkel.»"}},
  });
}

TEST_CASE("German verbs come in two parts, or last") {
  check({
      {"Der Turm bleibt bis Herbst dunkel, wie Bürgermeister Karl Brandt am Montag mitteilte.",
       {"Karl Brandt: Der Turm bleibt bis Herbst dunkel"}},
      {"Der Turm bleibt bis Herbst dunkel, hatte Bürgermeister Karl Brandt gesagt.",
       {"Karl Brandt: Der Turm bleibt bis Herbst dunkel"}},
      {"Bürgermeister Karl Brandt kündigte an, den alten Turm zu reparieren.",
       {"Karl Brandt: den alten Turm zu reparieren"}},
      {"Bürgermeister Karl Brandt teilte am Montag mit, dass der Turm bis Herbst dunkel bleibt.",
       {"Karl Brandt: der Turm bis Herbst dunkel bleibt"}},
      {"Petra Lorenz fügte vor dem Rathaus hinzu: „Das Licht fehlt uns allen sehr.“",
       {"Petra Lorenz: «Das Licht fehlt uns allen sehr.»"}},
  });
  // a verb whose other part is missing reports nothing
  CHECK(Spoken("Karl Brandt stellte im Hafen „Das Licht des alten Turms“ auf einen Sockel.", "de").speakers().empty());
}

TEST_CASE("nach Angaben, laut, zufolge and so name who spoke") {
  check({
      {"Nach Angaben von Petra Lorenz bleibt der Turm bis Herbst dunkel.",
       {"Petra Lorenz: bleibt der Turm bis Herbst dunkel"}},
      {"Laut Bürgermeister Karl Brandt bleibt der Turm „bis in den späten Herbst“ dunkel.",
       {"Karl Brandt: «bis in den späten Herbst»"}},
      {"Der Turm bleibe „bis in den späten Herbst“ dunkel, so Karl Brandt.",
       {"Karl Brandt: «bis in den späten Herbst»"}},
      {"Bürgermeister Karl Brandt zufolge bleibt der Turm „bis in den späten Herbst“ dunkel.",
       {"Karl Brandt: «bis in den späten Herbst»"}},
  });
  CHECK(Spoken("Nach einem Treffen mit Karl Brandt bleibt der Turm bis Herbst dunkel.", "de").speakers().empty());
}

TEST_CASE("the mood of a German verb carries a report over the sentences of its paragraph") {
  check({
      {"Petra Lorenz sagte, dass der Turm zu alt ist. Das Licht sei „seit vielen Jahren viel zu schwach“. Der Hafen "
       "ist "
       "klein.",
       {"Petra Lorenz: der Turm zu alt ist", "Petra Lorenz: «seit vielen Jahren viel zu schwach»"}},
  });
}

TEST_CASE("an infinitive with zu behind a comma is what was said") {
  check({
      {"Das Schweriner Hafenamt erklärte, von solchen Plänen nichts zu wissen.",
       {"Schweriner Hafenamt: von solchen Plänen nichts zu wissen"}},
      {"Zudem appellierte Petra Lorenz an alle Fischer, den Hafen nicht mehr anzulaufen.",
       {"Petra Lorenz: den Hafen nicht mehr anzulaufen"}},
  });
}

TEST_CASE("what somebody set out to do is no report of it") {
  const std::vector<Row> rows = {
      {"Bürgermeister Karl Brandt rief den Hafenmeister an, um ihn zu warnen.", {}},
      {"Petra Lorenz versprach, die Fischer zu informieren.", {"Petra Lorenz: die Fischer zu informieren"}},
      {"Bürgermeister Karl Brandt sprach lange, ohne den alten Turm zu erwähnen.", {}},
      {"Petra Lorenz betonte die Notwendigkeit, den alten Turm zu erhalten.", {}},
      {"Karl Brandt zitierte den Wärter zu sich, den er ermahnt hatte, das Licht zu hüten.", {}},
  };
  check(rows);
}

TEST_CASE("Das teilte X mit: the sentence before is what was said") {
  check({
      {"Der Turm bleibt bis zum Herbst dunkel. Das teilte das Schweriner Hafenamt am Montag mit.",
       {"Schweriner Hafenamt: Der Turm bleibt bis zum Herbst dunkel"}},
      {"Der Turm bleibt bis zum Herbst dunkel. Dies hat Bürgermeister Karl Brandt mitgeteilt.",
       {"Karl Brandt: Der Turm bleibt bis zum Herbst dunkel"}},
      // somebody else's words, and a judgement of what stands before
      {"Petra Lorenz sagte, dass der Turm dunkel bleibt. Das bestätigte Bürgermeister Karl Brandt.",
       {"Petra Lorenz: der Turm dunkel bleibt"}},
      {"Der Turm bleibt bis zum Herbst dunkel. Das kritisierte Bürgermeister Karl Brandt.", {}},
      {"Der Turm bleibt bis zum Herbst dunkel.\nDas sagte Petra Lorenz.", {}},
      {"Der Turm bleibt dunkel. Das ist für alle Fischer schlecht, sagte Petra Lorenz.",
       {"Petra Lorenz: Das ist für alle Fischer schlecht"}},
  });
}

TEST_CASE("who is named in the middle of a German clause says all of it") {
  check({
      {"Der alte Turm bleibt nach Angaben von Petra Lorenz bis zum Herbst dunkel.",
       {"Petra Lorenz: Der alte Turm bleibt nach Angaben von Petra Lorenz bis zum Herbst dunkel"}},
      {"Petra Lorenz kam zum Hafen, der laut Bürgermeister Karl Brandt seit Montag offen ist, und ging wieder.",
       {"Karl Brandt: der laut Bürgermeister Karl Brandt seit Montag offen ist"}},
      {"Der Turm bleibe bis zum Herbst dunkel, so Karl Brandt gegenüber der Presse.",
       {"Karl Brandt: Der Turm bleibe bis zum Herbst dunkel"}},
      {"Das Licht brennt nach Angaben des Senders Radio Brill seit Montag nicht mehr.", {}},
      {"Am Montag verlässt laut Medienberichten Hafenmeister Karl Brandt das Amt.",
       {"?: Am Montag verlässt laut Medienberichten Hafenmeister Karl Brandt das Amt"}},
      {"Im Hafen ermittelt die Schweriner Polizei Medienberichten zufolge gegen den Wärter.",
       {"?: Im Hafen ermittelt die Schweriner Polizei Medienberichten zufolge gegen den Wärter"}},
  });
}

TEST_CASE("what is declared for something is done, not said") {
  check({
      {"Das Schweriner Seegericht hat den Vertrag für nichtig erklärt, weil der Turm dunkel sei.", {}},
      {"Petra Lorenz erklärte den Streit für beendet, weil der Turm wieder leuchte.", {}},
      {"Petra Lorenz erklärte, der Streit sei beendet.", {"Petra Lorenz: der Streit sei beendet"}},
  });
}

TEST_CASE("who is somebody in a few words between the commas of a German clause") {
  check({
      {"Der Turm bleibt bis zum Herbst dunkel, wie Petra Lorenz, Sprecherin des Hafenamts betont.",
       {"Petra Lorenz: Der Turm bleibt bis zum Herbst dunkel"}},
      {"Karl Brandt von der Seewarte, die den Sturm zuerst mit 5,1 angegeben hatte, sagte, dass der Turm noch steht.",
       {"Karl Brandt: der Turm noch steht"}},
      {"Petra Lorenz kam zum Hafen. Lorenz kritisierte die Pläne des Bürgermeisters Karl Brandt: „Der Turm bleibt viel "
       "zu lange dunkel.“",
       {"Petra Lorenz: «Der Turm bleibt viel zu lange dunkel.»"}},
      {"Petra Lorenz riet den Fischern, bis Montag im Hafen zu bleiben.",
       {"Petra Lorenz: bis Montag im Hafen zu bleiben"}},
  });
}

TEST_CASE("what somebody calls something is what was said") {
  check({
      {"Petra Lorenz bezeichnete die Arbeiten am Turm als viel zu teuer, da das Licht schwach sei.",
       {"Petra Lorenz: die Arbeiten am Turm als viel zu teuer, da das Licht schwach sei"}},
      {"Am Montag bezeichnete Bürgermeister Karl Brandt den Turm als Gefahr.", {"Karl Brandt: den Turm als Gefahr"}},
      {"Petra Lorenz kam zum Turm, der als Gefahr bezeichnet wird.", {}},
      {"Der von Petra Lorenz als Gefahr bezeichnete Turm bleibt dunkel.", {}},
  });
}

TEST_CASE("a German verb behind reported words names who said them, and an infinitive may do without its comma") {
  check({
      {"Das Licht sei viel zu schwach, schreibt Petra Lorenz auf ihrer Seite.",
       {"Petra Lorenz: Das Licht sei viel zu schwach"}},
      {"Das Licht ist viel zu schwach, schreibt Petra Lorenz ihrer Mutter.", {}},
      {"Das Licht wäre viel zu schwach, zitiert Petra Lorenz aus einem Brief.", {}},
      {"Bürgermeister Karl Brandt hatte am Montag angekündigt den alten Turm wieder aufzubauen.",
       {"Karl Brandt: den alten Turm wieder aufzubauen"}},
      {"Wie die Mitarbeiterin seines Hafenamts in Selm, Petra Lorenz, mitteilte, bleibt der Turm bis Herbst dunkel.",
       {"Petra Lorenz: bleibt der Turm bis Herbst dunkel"}},
  });
}
