#include "text/identify.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using dateline::text::DocumentLanguages;
using dateline::text::identify;
using dateline::text::identify_paragraphs;

TEST_CASE("a sentence is identified by its letters or its words") {
  struct Row {
    const char *language, *text;
  };
  const Row rows[] = {
      {"en", "The minister said that the talks would go on until the end of the week."},
      {"ru", "Министр заявил, что переговоры продолжатся до конца недели и были полезны."},
      {"uk", "Міністр заявив, що переговори триватимуть до кінця тижня, і її підтримали."},
      {"be", "Міністр заявіў, што перамовы будуць ісці да канца тыдня."},
      {"bg", "Министърът каза, че преговорите ще продължат до края на седмицата."},
      {"sr", "Министар је рекао да ће преговори трајати до краја недеље."},
      {"mk", "Министерот рече дека преговорите ќе траат до крајот на неделата."},
      {"kk", "Министр келіссөздердің апта соңына дейін жалғасатынын және қолдау болатынын айтты."},
      {"de", "Der Minister sagte, dass die Gespräche bis zum Ende der Woche dauern würden."},
      {"fr", "Le ministre a déclaré que les pourparlers dureraient jusqu'à la fin de la semaine."},
      {"es", "El ministro dijo que las conversaciones seguirían hasta el final de la semana."},
      {"pt", "O ministro disse que as conversações não terminariam antes do fim da semana."},
      {"it", "Il ministro ha detto che i colloqui sarebbero durati fino alla fine della settimana."},
      {"pl", "Minister powiedział, że rozmowy potrwają do końca tygodnia."},
      {"tr", "Bakan, görüşmelerin hafta sonuna kadar süreceğini söyledi."},
      {"ar", "قال الوزير إن المحادثات ستستمر حتى نهاية الأسبوع."},
      {"fa", "وزیر گفت که گفتگوها تا پایان هفته ادامه خواهد داشت."},
      {"ur", "وزیر نے کہا کہ مذاکرات ہفتے کے آخر تک جاری رہیں گے۔"},
      {"he", "השר אמר כי השיחות יימשכו עד סוף השבוע."},
      {"el", "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν."},
      {"zh", "部长说，谈判将持续到本周末。"},
      {"zh-Hant", "部長說，這次談判將會繼續進行到這個週末，雙方對於結果表示樂觀。"},
      {"ja", "大臣は、協議が週末まで続くと述べた。"},
      {"ko", "장관은 회담이 주말까지 계속될 것이라고 말했다."},
      {"hi", "मंत्री ने कहा कि बातचीत सप्ताह के अंत तक चलेगी।"},
      {"th", "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป"},
      {"ta", "பேச்சுவார்த்தை தொடரும் என்று அமைச்சர் கூறினார்."},
      {"ka", "მინისტრმა თქვა, რომ მოლაპარაკება გაგრძელდება."},
      {"hy", "Նախարարն ասաց, որ բանակցությունները կշարունակվեն։"},
      {"vi", "Bộ trưởng nói rằng các cuộc đàm phán sẽ kéo dài đến cuối tuần."},
      {"id", "Menteri itu mengatakan bahwa perundingan akan berlanjut karena belum ada hasil."},
      {"ms", "Menteri itu berkata bahawa rundingan akan diteruskan kerana belum ada keputusan."},
      // Only CLD2's full tables know Yoruba: with the small ones this comes back as another language.
      {"yo", "Àwọn ọmọ ilé ìwé náà ń kọ́ ẹ̀kọ́ wọn lójoojúmọ́, olùkọ́ sì ń ràn wọ́n lọ́wọ́."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(identify(row.text).language == row.language);
    CHECK(identify(row.text).reliable);
  }
}

TEST_CASE("nothing is said of what is no text") {
  for (const char* text : {"", "   ", "12:30 — 50%", "😀😀", "https://example.com/a-long-path/of/words @someone"}) {
    CHECK(identify(text).language.empty());
    CHECK_FALSE(identify(text).reliable);
  }
}

TEST_CASE("few Latin letters are never reliable, a few of one language's script are") {
  CHECK_FALSE(identify("Peskov").reliable);
  CHECK(identify("Αθήνα").language == "el");
  CHECK(identify("Αθήνα").reliable);
}

TEST_CASE("an address does not change the language") {
  CHECK(identify("Подробности объявили вчера: https://example.com/some/very/long/english/looking/path/of/many/words")
            .language == "ru");
}

TEST_CASE("paragraphs have the document's language unless they surely have another") {
  const std::string english =
      "The delegation arrived on Monday and spent the whole morning in talks about the shared border and its "
      "crossings.";
  const std::string russian =
      "Делегация прибыла в понедельник и всё утро вела переговоры об общей границе, сообщили вечером в министерстве.";
  const std::string greek = "Καλημέρα σας";
  SECTION("one language") {
    const DocumentLanguages found = identify_paragraphs({english, "Vogel, Adler, Ruiz", english});
    CHECK(found.language == "en");
    CHECK(found.paragraphs == std::vector<std::string>{"en", "en", "en"});
    REQUIRE(found.shares.size() == 1);
    CHECK(found.shares[0].second == Approx(1));
  }
  SECTION("two languages and a line in a third script") {
    const DocumentLanguages found = identify_paragraphs({english, russian, english, greek, "2024"});
    CHECK(found.language == "en");
    CHECK(found.paragraphs == std::vector<std::string>{"en", "ru", "en", "el", "en"});
    REQUIRE(found.shares.size() == 3);
    CHECK(found.shares[0].first == "en");
    CHECK(found.shares[1].first == "ru");
    CHECK(found.shares[0].second > found.shares[1].second);
  }
  SECTION("what was given decides but for what is reliably another's") {
    const DocumentLanguages found = identify_paragraphs({"Vogel", russian, english}, "de");
    CHECK(found.language == "de");
    CHECK(found.paragraphs == std::vector<std::string>{"de", "ru", "en"});
  }
  SECTION("nothing") {
    CHECK(identify_paragraphs({}).language.empty());
    CHECK(identify_paragraphs({"", "123"}).paragraphs == std::vector<std::string>{"", ""});
  }
}
