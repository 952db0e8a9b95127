#include "text/sentences.hpp"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using dateline::text::sentence_ends;

namespace {

std::string divided(const std::string& text, const char* language) {
  std::string marked;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : sentence_ends(text, language)) {
    if (begin > 0) marked += "|";
    marked += text.substr(begin, end - begin);
    begin = end;
  }
  return marked;
}

}  // namespace

TEST_CASE("sentences end where readers say so") {
  struct Row {
    const char *language, *expected;  // the text with | between sentences
  };
  const Row rows[] = {
      {"en", "One sentence"},
      {"en", "The envoy left. |Nobody followed! |Why?"},
      {"en", "U.S. President Harlan spoke in the U.S. |The hall was full."},
      {"en", "Mr. Smith and Dr. J. K. Adler met Gen. Ruiz on Feb. 3 in St. Albans."},
      {"en", "It rose 3.5 percent at No. 4 bank. |Then it fell."},
      {"en", "\"Why now?\" he asked. |\"Because.\" |She left."},
      {"en", "He agreed (it was late.) |Then he slept."},
      {"en", "a wrapped\nline goes on. |The next one."},
      {"en", "See example.com. |Prices at e.g. Harrods rose."},
      {"ru", "Встреча прошла в г. Казань. |Приехал А. С. Орлов, проф. Лебедев и др. гости."},
      {"ru", "Это было в 2023 г. |Никто не спорил…"},
      {"uk", "Він живе на вул. Лесі Українки. |Там тихо."},
      {"de", "Am 3. März kam Dr. Vogel, z.B. Mit Akten. |Es regnete."},
      {"fr", "M. Durand est arrivé. |Mme. Petit aussi."},
      {"es", "El Sr. Vega y la Dra. Luna hablaron. |¿Y ahora? |Nada."},
      {"pl", "Przyjechał prof. Nowak z ul. Polnej. |Padało."},
      {"tr", "Prof. Dr. Aydın 3. Kolordu'ya gitti. |Sonra döndü."},
      {"ja", "大臣は「参ります。」と述べた。|会合は終わった！|次は？"},
      {"zh", "他说：“我们去。”|会议结束了。|下一个！"},
      {"hi", "डॉ. मेहता ने कहा। |\"हम आएँगे।\" |वे चले गए।"},
      {"ar", "وصل الوفد. |هل بقي أحد؟ |لا."},
      {"ko", "그는 떠났다. |아무도 없었다."},
      {"fa", "او رفت. |چرا؟ |کسی نگفت."},
      {"he", "הוא הלך. |למה? |ככה."},
  };
  for (const Row& row : rows) {
    std::string text;
    for (const char c : std::string(row.expected))
      if (c != '|') text += c;
    CHECK(divided(text, row.language) == row.expected);
  }
}

TEST_CASE("sentence ends grow and the last is the end") {
  static const char* const kPieces[] = {"A",  "b",  ". ", ".", "! ",    "\"",  "” ", ") ",       "\n",  " ",
                                        "。", "」", "と", "г", "U.S. ", "3. ", "😀",  "\xC2\xA0", "\xFF"};
  std::mt19937 random(7);
  CHECK(sentence_ends("", "en").empty());
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int length = 1 + static_cast<int>(random() % 30); length > 0; --length)
      text += kPieces[random() % std::size(kPieces)];
    const std::vector<std::uint32_t> ends = sentence_ends(text, round % 2 ? "en" : "de");
    REQUIRE(ends.back() == text.size());
    for (std::size_t i = 1; i < ends.size(); ++i) REQUIRE(ends[i - 1] < ends[i]);
  }
}
