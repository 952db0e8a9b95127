#include "tests/indexer/speech/last_quotes.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::check_last_quotes;

TEST_CASE("a verb that leaves its subject out has that of the sentence before") {
  check_last_quotes({
      {"it", "La sindaca Carla Brilli ha visitato il faro. «La lampada è vecchia», ha scherzato.",
       "Carla Brilli: «La lampada è vecchia»"},
      {"es", "La alcaldesa Carla Brillas visitó el faro. «La lámpara es vieja», ironizó.",
       "Carla Brillas: «La lámpara es vieja»"},
      {"es", "«La lámpara es vieja», dijo la alcaldesa Carla Brillas. Añadió que el faro será reparado.",
       "Carla Brillas: el faro será reparado"},
      {"pt", "A prefeita Carla Brilhante visitou o farol. “A lâmpada é velha”, ironizou.",
       "Carla Brilhante: «A lâmpada é velha»"},
      {"ar", "قال الرئيس فلاديمير بوتين إن المنارة قديمة. وأضاف: «سوف نصلح المنارة في الخريف».",
       "Vladimir Putin: «سوف نصلح المنارة في الخريف»"},
  });
}

TEST_CASE("nobody is meant where the sentence before tells of a stranger, or the subject may stand behind the verb") {
  check_last_quotes({
      {"es", "Un vecino contó que vio arder el faro de Carla Brillas. «La lámpara es vieja», ironizó.",
       "?: «La lámpara es vieja»"},
      {"es", "La alcaldesa Carla Brillas visitó el faro. «La lámpara es vieja», ironizó una vendedora.",
       "?: «La lámpara es vieja»"},
  });
}
