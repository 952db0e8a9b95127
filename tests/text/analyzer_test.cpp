#include "text/analyzer.hpp"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/text/printed_analysis.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

using dateline::tests::printed;
using dateline::text::Analysis;
using dateline::text::Analyzer;
using dateline::text::Family;
using dateline::text::Span;
using dateline::text::Token;

namespace {

std::string without(std::string text, std::string_view unwanted) {
  std::string kept;
  for (const char c : text)
    if (unwanted.find(c) == std::string_view::npos) kept += c;
  return kept;
}

// What must hold for any text: tokens are numbered, ordered, inside the text, at character boundaries, and what stands
// there folds to the exact term (without the dots of acronyms), or to a longer one that was cut.
void check_offsets(const std::string& text, const Analysis& analysis) {
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    REQUIRE(token.position == i);
    REQUIRE(token.begin >= end);
    REQUIRE(token.begin < token.end);
    REQUIRE(token.end <= text.size());
    REQUIRE_FALSE(token.exact.empty());
    REQUIRE(token.exact.size() <= 200);
    REQUIRE(dateline::text::is_utf8(token.exact));
    end = token.end;
    const std::string written = text.substr(token.begin, token.end - token.begin);
    const std::string folded = without(dateline::text::fold(written), " ");
    INFO("text: " << text << "\nword: " << written);
    if (folded.size() <= 200 && folded != token.exact) REQUIRE(without(folded, ".") == token.exact);
    if (folded.size() > 200) REQUIRE(folded.substr(0, token.exact.size()) == token.exact);
  }
  for (const Span& span : analysis.spans) {
    REQUIRE(span.first_token <= span.last_token);
    REQUIRE(span.last_token < analysis.tokens.size());
    REQUIRE(span.begin >= analysis.tokens[span.first_token].begin);
    REQUIRE(span.end <= analysis.tokens[span.last_token].end);
    REQUIRE(span.begin < span.end);
    REQUIRE_FALSE(span.term.empty());
  }
}

}  // namespace

TEST_CASE("words become terms as each language has it") {
  struct Row {
    const char *language, *text, *terms;
  };
  // clang-format off
  const Row rows[] = {
    {"en", "Russia's spokesmen weren't in the U.S.-led talks", "russia/russia spokesmen/spokesmen weren/weren t/t in/in the/the us/us led/led talks/talk"},
    {"en", "O’Brien’s 10,000.5 e.g. on example.com by e_mail@host.org", "o/o brien/brien 10,000.5 eg/eg on/on example/exampl com/com by/by e/e mail/mail host/host org/org"},
    {"en", "Naïve ministers’ 5G café, RUSSIA'S \"don't\"", "naive/naiv ministers/minist 5g cafe/cafe russia/russia don/don t/t"},
    {"ru", "Глава МИД заявил, что в т.ч. ёлки за́мок", "глава/глав мид/мид заявил/заяв+заяви что/что в/в тч/тч елки/елк замок/замок"},
    {"ru", "А.С.Пушкин приехал в Москву 10-го", "а/а с/с пушкин/пушкин+пушки приехал/приеха+приех в/в москву/москв+москв 10 го/го"},
    {"ru", "Президентом России’s Йод и йод", "президентом/президент+прези россии/росс+росси йод/йод и/и йод/йод"},
    {"uk", "П'ять міністрів у Києві, п’ятий ґанок", "пять/пят міністрів/міністр+мініс у/у києві/києв пятий/пят ганок/ганок"},
    {"uk", "Її об'єднання з Україною", "іі/іі обєднання/обєднан+обєдн з/з украіною/украін+украі"},
    {"uk", "Переговори тривали дев`ять годин", "переговори/переговор+перег тривали/тривал+трива девять/девят+девят годин/годин"},
    {"fr", "L’Iran a déclaré qu'aujourd'hui les œuvres", "l/l iran/iran a/a declare/declar qu/qu aujourd/aujourd hui/hui les/le oeuvres/oeuvr"},
    {"fr", "Les élections présidentielles n'étaient pas", "les/le elections/elect presidentielles/presidentiel n/n etaient/etaient pas/pas"},
    {"fr", "Jusqu'à l'été, M. Dupont", "jusqu/jusqu a/a l/l ete/ete m/m dupont/dupont"},
    {"de", "Die Präsidenten der Straße, z.B. Fußgänger", "die/die prasidenten/prasident der/der strasse/strass zb/zb fussganger/fussgang"},
    {"de", "Möglichkeiten und Häuser im März", "moglichkeiten/moglich und/und hauser/haus im/im marz/marz"},
    {"de", "Müller’s Äußerungen über 3,5 Prozent", "muller/mull ausserungen/ausser uber/uber 3,5 prozent/prozent"},
    {"es", "Los niños españoles declararon", "los/los ninos/nin espanoles/espanol declararon/declar"},
    {"es", "La nación pidió el 1.º de mayo", "la/la nacion/nacion pidio/pid el/el 1 o/o de/de mayo/may"},
    {"es", "Según El Niño, ¿qué pasará?", "segun/segun el/el nino/nin que/que pasara/pas"},
    {"pt", "As eleições não são amanhã", "as/as eleicoes/eleica nao/na sao/sa amanha/amanha"},
    {"pt", "O ministro disse-lhe que à tarde", "o/o ministro/ministr disse/diss lhe/lhe que/que a/a tarde/tard"},
    {"pt", "Declarações do presidente", "declaracoes/declar do/do presidente/president"},
    {"it", "L'Italia e dell’Unione nell'area", "l/l italia/ital e/e dell/dell unione/union nell/nell area/are"},
    {"it", "I ministri degli Esteri perché", "i/i ministri/ministr degli/degl esteri/ester perche/perc"},
    {"it", "C'è un'intesa sulla libertà", "c/c e/e un/un intesa/intes sulla/sull liberta/libert"},
    {"pl", "Łódź i prezydentowi Źródło", "lodz/lodz i/i prezydentowi/prezydent+prezy zrodlo/zrodl+zrodl"},
    {"pl", "Rosyjskiego ministra zażółć", "rosyjskiego/rosyjsk+rosyj ministra/ministr+minis zazolc/zazolk+zazol"},
    {"pl", "W Polsce o godz. 10.30", "w/w polsce/polsk+polsc o/o godz/godz 10.30"},
    {"tr", "Ankara'da İstanbul’un IŞIK ışık", "ankara/ankar+ankar da/da istanbul/istanbul+istan un/un isik/isik isik/isik"},
    {"tr", "Cumhurbaşkanlığı açıklamaları", "cumhurbaskanligi/cumhurbaskanlik+cumhu aciklamalari/aciklama+acikl"},
    {"tr", "DIŞİŞLERİ Bakanı'nın", "disisleri/disis+disis bakani/baka+bakan nin/nin"},
    {"ar", "قال الرئيس إنّ الأزمة في مـــصر", "قال/قال الرييس/رييس ان/ان الازمه/ازم في/في مصر/مصر"},
    {"ar", "والوزيرة أعلنت ٢٠٢٤", "والوزيره/وزير اعلنت/اعلن 2024"},
    {"ar", "إلى مستشفى القاهرة", "الي/الي مستشفي/مستشف القاهره/قاهر"},
    {"fa", "می‌خواهد کتاب‌های ایرانی", "ميخواهد/خواهد كتابهاي/كتاب ايراني/ايراني"},
    {"fa", "رئیس‌جمهور ۱۴۰۳ گفت", "رييسجمهور/رييسجمهور 1403 گفت/گفت"},
    {"fa", "مسئلهٔ تهران و علی", "مسيله/مسيله تهران/تهران و/و علي/علي"},
    {"he", "צה\"ל הודיע כי צ'כיה", "צהל/צהל הודיע/הודיע כי/כי צכיה/צכיה"},
    {"he", "שָׁלוֹם ג'ורג' אמר", "שלום/שלום גורג/גורג אמר/אמר"},
    {"he", "ראש הממשלה: \"לא נסכים\"", "ראש/ראש הממשלה/ממשלה לא/לא נסכים/נסכים"},
    {"zh", "國務院總理", "國 務 院 總 理 B:国务 B:务院 B:院总 B:总理 Z:国务院 Z:总理"},
    {"zh", "中国外交部2024年表示", "中 国 外 交 部 2024 年 表 示 B:中国 B:国外 B:外交 B:交部 B:年表 B:表示 Z:中国 Z:外交部 Z:表示"},
    {"zh", "日本,東京", "日 本 東 京 B:日本 B:东京 Z:日本 Z:东京"},
    {"ja", "京都は東京都", "京 都 は 東 京 都 B:京都 B:都は B:は东 B:东京 B:京都 Z:京都 Z:东京"},
    {"ja", "ｶﾞｽとガス", "ガ ス と ガ ス B:ガス B:スと B:とガ B:ガス Z:ガス Z:ガス"},
    {"ja", "ウラジーミル・プーチン", "ウ ラ ジ ー ミ ル プ ー チ ン B:ウラ B:ラジ B:ジー B:ーミ B:ミル B:プー B:ーチ B:チン Z:ウラジーミル Z:プー Z:チン"},
    {"ko", "대통령은 평양에서", "대통령은/대통령 평양에서/평양 B:대통 B:통령 B:령은 B:평양 B:양에 B:에서"},
    {"ko", "KBS는 2024년에 북한과", "kbs는/kbs 2024년에/2024년 북한과/북한 B:년에 B:북한 B:한과"},
    {"ko", "나는 대통령", "나는/나는 대통령/대통령 B:나는 B:대통 B:통령"},
    {"hi", "लड़कियाँ २०२४ में", "लडकियां/लडक 2024 में/म"},
    {"hi", "क़ानून और कानून", "कानून/कानून और/और कानून/कानून"},
    {"hi", "राष्ट्रपति ने कहा।", "राष्ट्रपति/राष्ट्रपत ने/न कहा/कह"},
    {"th", "นายกรัฐมนตรี", "น า ย ก รั ฐ ม น ต รี B:นา B:าย B:ยก B:กรั B:รัฐ B:ฐม B:มน B:นต B:ตรี Z:นายก Z:รัฐมนตรี"},
    {"th", "น้ำ ๒๕๖๗", "น้ํา 2567"},
    {"th", "กล่าวว่า BTS", "ก ล่ า ว ว่ า bts B:กล่ B:ล่า B:าว B:วว่ B:ว่า Z:กล่าว Z:ว่า"},
    {"el", "Ο Πρόεδρος είπε ΌΤΙ", "ο/ο προεδροσ/προεδρ+προεδ ειπε/ειπ οτι/οτ"},
    {"ro", "Președintele naţiunilor națiunilor", "presedintele/presedint+prese natiunilor/natiun+natiu natiunilor/natiun+natiu"},
    {"sr", "Председник čovečanstvo", "председник/predsednik+предс covecanstvo/covecanstv+covec"},
    {"vi", "Việt Nam nói với Đảng mạ", "việt nam noi với dảng mạ"},
    {"", "Unknownlike wörter 2024", "unknownlike+unkno worter+worte 2024"},
    {"km", "ភាសាខ្មែរ", "ភា សា ខ្ មែ រ B:ភាសា B:សាខ្ B:ខ្មែ B:មែរ Z:ភាសាខ្មែរ"},
  };
  // clang-format on
  Analyzer analyzer;
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    const Analysis& analysis = analyzer.analyze(row.text, row.language);
    CHECK(printed(analysis) == row.terms);
    check_offsets(row.text, analysis);
    CHECK(printed(analyzer.analyze(row.text, row.language)) == row.terms);  // now from the cache
  }
}

TEST_CASE("longer words have parts where there is no other way to their kin") {
  struct Row {
    const char* language;
    const char* text;
    const char* grams;
  };
  const Row rows[] = {
      {"de", "Hafenstreik im Amt", "0:hafe 0:afen 0:fens 0:enst 0:nstr 0:stre 0:trei 0:reik"},
      {"no", "Øl på øya, Åsgard", "3:asga 3:sgar 3:gard"},
      {"fi", "talojen", "0:talo 0:aloj 0:loje 0:ojen"},
      {"he", "ובירושלים", "0:וביר 0:בירו 0:ירוש 0:רושל 0:ושלי 0:שלים"},
      {"ar", "والكتاب", "0:والك 0:الكت 0:لكتا 0:كتاب"},
      {"sw", "alizaliwa 2024 kwa", "0:aliz 0:liza 0:izal 0:zali 0:aliw 0:liwa"},
      {"bn", "দেশের", "0:দেশে 0:েশের"},
      {"et", "vetes", "0:vete 0:etes"},
      {"pl", "wodzie", ""},
      {"en", "harbours", ""},
      {"fr", "travailleurs", ""},
      {"ru", "заседание", ""},
      {"vi", "nghiêng", ""},
      {"ko", "대통령은", ""},
      {"zh", "停火協議", ""},
      {"", "unknown", ""},
  };
  Analyzer analyzer;
  for (const Row& row : rows) {
    INFO(row.language << ": " << row.text);
    std::string grams;
    for (const dateline::text::Gram& gram : analyzer.analyze(row.text, row.language).grams)
      grams.append(grams.empty() ? "" : " ").append(std::to_string(gram.token)).append(":").append(gram.term);
    CHECK(grams == row.grams);
  }
}

TEST_CASE("the exact family does not depend on the language") {
  const std::string text = "L’Iran Москва İstanbul I ışık đá ß 京都 ก่อน צה\"ל";
  Analyzer analyzer;
  const auto exact = [&](const char* language) {
    std::string words;
    for (const Token& token : analyzer.analyze(text, language).tokens) words.append(token.exact).append(" ");
    return words;
  };
  const std::string english = exact("en");
  for (const char* language : {"", "tr", "az", "vi", "de", "ru", "fr", "zh", "th", "he", "xx"})
    CHECK(exact(language) == english);
}

TEST_CASE("what is no word gives no token") {
  Analyzer analyzer;
  for (const char* text :
       {"", " ", "...", "😀🏳️‍🌈", "— «» 。、", "\xE2\x80\x8D", "\xC2\xAD", "_", "'", "’s", "€ 50%"}) {
    INFO(text);
    const std::string terms = printed(analyzer.analyze(text, "en"));
    CHECK(terms == (std::string_view(text) == "€ 50%" ? "50" : std::string_view(text) == "’s" ? "s/s" : ""));
  }
}

TEST_CASE("offsets are bytes of the original") {
  Analyzer analyzer;
  const std::string text = "😀 𝐇ello e\xCC\x81t\xC3\xA9 ＡＢＣ";
  const Analysis& analysis = analyzer.analyze(text, "");
  REQUIRE(analysis.tokens.size() == 3);
  CHECK(analysis.tokens[0].exact == "hello");
  CHECK(text.substr(analysis.tokens[0].begin, analysis.tokens[0].end - analysis.tokens[0].begin) == "𝐇ello");
  CHECK(analysis.tokens[1].exact == "ete");
  CHECK(analysis.tokens[2].exact == "abc");
  CHECK(analysis.tokens[2].end == text.size());
}

TEST_CASE("over-long words are cut at a character") {
  Analyzer analyzer;
  std::string word;
  for (int i = 0; i < 150; ++i) word += "ж";
  CHECK(analyzer.analyze("a" + word, "ru").tokens.at(0).exact.size() == 199);
  CHECK(analyzer.analyze(word, "ru").tokens.at(0).exact.size() == 200);
}

TEST_CASE("views outlive later words of the same text") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Слово" + std::to_string(i) + " ";
  Analyzer analyzer;
  const Analysis& analysis = analyzer.analyze(text, "ru");
  REQUIRE(analysis.tokens.size() == 20000);
  for (std::size_t i = 0; i < analysis.tokens.size(); i += 997)
    CHECK(analysis.tokens[i].exact == "слово" + std::to_string(i));
  check_offsets(text, analysis);
}

TEST_CASE("any mixture of characters keeps offsets right") {
  static const char* const kPieces[] = {"a",
                                        "B",
                                        "s",
                                        "'",
                                        "’",
                                        "\"",
                                        ".",
                                        ",",
                                        " ",
                                        "\n",
                                        "-",
                                        "_",
                                        "1",
                                        "20",
                                        "٣",
                                        "é",
                                        "e\xCC\x81",
                                        "ß",
                                        "İ",
                                        "ı",
                                        "и",
                                        "й",
                                        "П",
                                        "ʼ",
                                        "א",
                                        "ה",
                                        "״",
                                        "ع",
                                        "ـ",
                                        "ّ",
                                        "ی",
                                        "لا",
                                        "京",
                                        "都",
                                        "は",
                                        "ー",
                                        "ｶ",
                                        "ﾞ",
                                        "ก",
                                        "้",
                                        "ำ",
                                        "แ",
                                        "한",
                                        "국",
                                        "은",
                                        "क",
                                        "़",
                                        "ँ",
                                        "ि",
                                        "😀",
                                        "👍🏽",
                                        "𝐇",
                                        "𠀀",
                                        "\xE2\x80\x8D",
                                        "\xE2\x80\x8C",
                                        "\xC2\xAD",
                                        "ﷺ",
                                        "ﬁ",
                                        "Ⅳ",
                                        "①",
                                        "½",
                                        "ཀ",
                                        "ᨠ",
                                        "ក",
                                        "្",
                                        "\xFF",
                                        "\xE4\xBA",
                                        "\xED\xA0\x80",
                                        "\xEF\xBF\xBD",
                                        "@",
                                        "·",
                                        "/",
                                        "ạ",
                                        "ế",
                                        "ơ"};
  static const char* const kLanguages[] = {"", "en", "ru", "tr", "fr", "ar", "he", "hi", "th", "ja", "ko", "zh", "vi"};
  std::mt19937 random(20240411);
  Analyzer analyzer;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int length = static_cast<int>(random() % 40); length > 0; --length)
      bytes += kPieces[random() % std::size(kPieces)];
    const char* language = kLanguages[random() % std::size(kLanguages)];
    const std::string text = dateline::text::repair(bytes).text;
    check_offsets(text, analyzer.analyze(text, language));
    analyzer.analyze(bytes, language);  // ill-formed bytes are at least harmless
  }
}

TEST_CASE("time grows with the text only") {
  Analyzer analyzer;
  for (const char* unit : {"a.", "a'", "1,", "京", "\xCC\x81", "א\"", "a.b"}) {
    std::string text;
    while (text.size() < 1000000) text += unit;
    check_offsets("", {});
    CHECK(analyzer.analyze(text, "en").tokens.size() <= text.size());
  }
}

TEST_CASE("the analysis has a version") { CHECK(dateline::text::analysis_version().find("rules 4") == 0); }
