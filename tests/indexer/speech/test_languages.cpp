#include "tests/indexer/speech/spoken.hpp"
#include "tests/support/catch.hpp"

using dateline::tests::Spoken;

TEST_CASE("each language has its marks, its verbs and its order") {
  struct Row {
    const char *language, *text, *quote;
  };
  const std::vector<Row> rows = {
      {"uk", "«Маяк полагодять до самої осені», — заявив президент України Володимир Зеленський.",
       "Volodymyr Zelensky: «Маяк полагодять до самої осені»"},
      {"uk", "Олена Коваль повідомила, що маяк полагодять восени.", "Олена Коваль: маяк полагодять восени"},
      {"pl", "„Latarnia będzie naprawiona do jesieni” – powiedział premier Donald Tusk.",
       "Donald Tusk: «Latarnia będzie naprawiona do jesieni»"},
      {"pl", "– Latarnia będzie naprawiona do jesieni – powiedziała Anna Nowak.",
       "Anna Nowak: «Latarnia będzie naprawiona do jesieni»"},
      {"de", "„Wir reparieren den Leuchtturm bis Herbst“, sagte Bundeskanzler Olaf Scholz.",
       "Olaf Scholz: «Wir reparieren den Leuchtturm bis Herbst»"},
      {"de", "»Wir reparieren den Leuchtturm bis Herbst«, sagte Ministerin Anna Lorenz.",
       "Anna Lorenz: «Wir reparieren den Leuchtturm bis Herbst»"},
      {"de", "Außenministerin Annalena Baerbock erklärte, dass der Turm repariert wird.",
       "Annalena Baerbock: der Turm repariert wird"},
      {"fr", "« Nous réparerons le phare cet automne », a déclaré le président Emmanuel Macron.",
       "Emmanuel Macron: «Nous réparerons le phare cet automne»"},
      {"fr", "Selon Dmitri Peskov, le phare sera réparé.", "Dmitry Peskov: le phare sera réparé"},
      {"es", "«Repararemos el faro en otoño», dijo el presidente Pedro Sánchez.",
       "Pedro Sánchez: «Repararemos el faro en otoño»"},
      {"es", "La ministra María López afirmó que el faro será reparado.", "María López: el faro será reparado"},
      {"it", "«Ripareremo il faro in autunno», ha detto la premier Giorgia Meloni.",
       "Giorgia Meloni: «Ripareremo il faro in autunno»"},
      {"pt", "“Vamos reparar o farol no outono”, disse a ministra Marina Silva.",
       "Marina Silva: «Vamos reparar o farol no outono»"},
      {"tr", "Bakan Hakan Fidan, \"Feneri sonbahara kadar onaracağız\" dedi.",
       "Hakan Fidan: «Feneri sonbahara kadar onaracağız»"},
      {"ar", "قال الرئيس الروسي فلاديمير بوتين: \"سوف نصلح المنارة في الخريف\".",
       "Vladimir Putin: «سوف نصلح المنارة في الخريف»"},
      {"fa", "دمیتری پسکوف گفت: «ما فانوس را تا پاییز تعمیر می‌کنیم».",
       "Dmitry Peskov: «ما فانوس را تا پاییز تعمیر می‌کنیم»"},
      {"he", "\"אנחנו נתקן את המגדלור בסתיו\", אמר ראש הממשלה בנימין נתניהו.",
       "Benjamin Netanyahu: «אנחנו נתקן את המגדלור בסתיו»"},
      {"hi", "प्रधानमंत्री नरेंद्र मोदी ने कहा, \"हम पतझड़ तक मरम्मत करेंगे\"।", "Narendra Modi: «हम पतझड़ तक मरम्मत करेंगे»"},
      {"ko", "드미트리 페스코프 대변인은 \"가을까지 등대를 고칠 것이다\"라고 말했다.",
       "Dmitry Peskov: «가을까지 등대를 고칠 것이다»"},
      {"zh", "发言人佩斯科夫说：“我们会在秋天修好灯塔。”", "Dmitry Peskov: «我们会在秋天修好灯塔。»"},
      {"ja", "ペスコフ報道官は「秋までに灯台を直すつもりだ」と述べた。", "Dmitry Peskov: «秋までに灯台を直すつもりだ»"},
      {"", "“We mend the lamp in autumn,” said Ada Finch.", "?: «We mend the lamp in autumn,»"},
      {"uk", "На думку Дональда Трампа, маяк полагодять восени.", "Donald Trump: маяк полагодять восени"},
      {"uk", "Відповідно до Закону України, маяк полагодять восени.", "?: маяк полагодять восени"},
      {"hu", "„Őszre megjavítjuk a világítótornyot” – mondta Orbán Viktor miniszterelnök.",
       "Viktor Orban: «Őszre megjavítjuk a világítótornyot»"},
      {"bg", "„Ще поправим фара до есента“, каза президентът Доналд Тръмп.",
       "Donald Trump: «Ще поправим фара до есента»"},
      {"ur", "روسی صدر ولادیمیر پوتن نے کہا: \"ہم خزاں تک مینار کی مرمت کریں گے\"۔",
       "Vladimir Putin: «ہم خزاں تک مینار کی مرمت کریں گے»"},
      {"zh", "莫迪说：“我们将在秋天之前修好灯塔。”", "Narendra Modi: «我们将在秋天之前修好灯塔。»"},
  };
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(Spoken(row.text, row.language).quotes() == std::vector<std::string>{row.quote});
  }
}

TEST_CASE("what a writer puts in between dashes is no part of a quotation") {
  struct Row {
    const char *language, *text;
    std::vector<std::string> quotes;
  };
  const std::vector<Row> rows = {
      {"ru",
       "«Маяк, — сказал министр Иван Лодкин, — починят осенью».",
       {"Иван Лодкин: «Маяк»", "Иван Лодкин: «починят осенью»"}},
      {"it",
       "«Il faro – ha detto la ministra Anna Lodi – sarà riparato».",
       {"Anna Lodi: «Il faro»", "Anna Lodi: «sarà riparato»"}},
      {"pl",
       "„Latarnia – powiedział Adam Nowak – będzie jesienią gotowa”.",
       {"Adam Nowak: «Latarnia»", "Adam Nowak: «będzie jesienią gotowa»"}},
      {"it",
       "«Il faro – il più alto della costa – sarà riparato», ha detto Anna Lodi.",
       {"Anna Lodi: «Il faro – il più alto della costa – sarà riparato»"}},
  };
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    CHECK(Spoken(row.text, row.language).quotes() == row.quotes);
  }
}

TEST_CASE("so said X: the quotation of the next sentence is meant") {
  CHECK(Spoken("박진우 시장은 이렇게 말했다. \"다리를 내년 봄까지 통제하겠습니다.\"", "ko").quotes() ==
        std::vector<std::string>{"박진우: «다리를 내년 봄까지 통제하겠습니다.»"});
  CHECK(Spoken("森下市長はこう述べた。「橋は来年の春まで通行止めです」", "ja").quotes() ==
        std::vector<std::string>{"森下: «橋は来年の春まで通行止めです»"});
  CHECK(Spoken("「橋は来年の春まで通行止めです」と森下市長は述べた。", "ja").quotes() ==
        std::vector<std::string>{"森下: «橋は来年の春まで通行止めです»"});
}
