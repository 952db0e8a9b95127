// Whole articles of our own in the shapes that archives hold.
#include <chrono>
#include <string>
#include <variant>

#include "indexer/reading/read.hpp"
#include "indexer/reading/restore.hpp"
#include "schema/days.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

ReadingContext context() {
  static const text::SourceTable table = text::SourceTable::with_user_rows(
      "Tide Gazette\tpublisher\tTide Gazette\nTide "
      "Gazette\tpublisher\ttidegazette.example\nHeap24\taggregator\tHeap24\n");
  ReadingContext made;
  made.sources = &table;
  made.today = schema::to_day(2026, 1, 1);
  return made;
}

RawArticle raw(std::string text) {
  RawArticle article;
  article.input = "a.txt";
  article.text = std::move(text);
  return article;
}

Article understood(RawArticle article, const ReadingContext& with = context()) {
  auto result = read(std::move(article), with);
  REQUIRE(std::holds_alternative<schema::StoredArticle>(result));
  return schema::present(std::get<schema::StoredArticle>(result));
}

std::string reason_of(const Article& article, const std::string& part) {
  for (const Removed& removed : article.removed)
    if (removed.text.find(part) != std::string::npos) return removed.reason;
  return article.body.find(part) != std::string::npos ? "in the body" : "nowhere";
}

std::string evidence_of(const Article& article, const std::string& fact) {
  for (const auto& [name, where] : article.evidence)
    if (name == fact) return where;
  return "";
}

const std::string first =
    "The northern lock was opened to barges again on Monday after three weeks of repairs, the canal authority said.";
const std::string second =
    "Forty barges had been waiting in the basin, some of them with fruit that nobody wanted any more, skippers told "
    "the paper.";
const std::string third =
    "The authority promised that the southern lock would be painted before the autumn, and that the lamps would work "
    "by then.";
const std::string body = first + "\n\n" + second + "\n\n" + third;

}  // namespace

TEST_CASE("a leading date glued to an appeal, a credit line, an appeal and teasers") {
  const Article article =
      understood(raw(" date 2024-04-11 Support the Tide Gazette!\nContribute today\n\nNorthern Lock Opens After Three "
                     "Weeks\n\nBy AFP\nAnn Lens / TASS\n\n" +
                     body +
                     "\n\nRead more about: locks , barges\n\n… we have a small favor to ask.\n\nAs you may have heard, "
                     "the Tide Gazette has been fined by people who do not like "
                     "what it writes, and it needs help from its readers.\n\nContinue\n\nRead more\n\ncold "
                     "water\n\nSwimmers Return to the Basin\n\n2 Min read\n"));
  CHECK(article.title == "Northern Lock Opens After Three Weeks");
  CHECK(article.byline == "AFP");
  CHECK(schema::to_string(*article.date) == "2024-04-11");
  CHECK(article.sources == std::vector<std::string>{"Tide Gazette", "AFP"});
  CHECK(article.body == body);
  CHECK(reason_of(article, "Ann Lens") == "photo credit");
  CHECK(reason_of(article, "As you may have heard") == "fund-raising");
  CHECK(article.tags == std::vector<std::string>{"locks", "barges"});
}

TEST_CASE("an original address broken by a blank, and a related article inside the body") {
  const Article article =
      understood(raw("\n\nNorthern Lock Opens\n\nBy AFP\n\nOctober 02, 2024\n\n" + first +
                     "\n\nRelated article: The Lamps of the Lock\n\n" + second + "\n\n" + third +
                     "\n\nAFP contributed reporting.\n\nOriginal "
                     "url:\n\nhttps://www.tidegazette.example/2024/10/02/northern-lock-op ens-a12"));
  CHECK(article.title == "Northern Lock Opens");
  CHECK(article.url == "https://www.tidegazette.example/2024/10/02/northern-lock-opens-a12");
  CHECK(article.sources == std::vector<std::string>{"Tide Gazette", "AFP"});
  CHECK(article.body == body);
  CHECK(reason_of(article, "Lamps of the Lock") == "related articles");
  CHECK(reason_of(article, "contributed reporting") == "reporter credit");
  CHECK(evidence_of(article, "date") == "line 7: October 02, 2024");
  CHECK(evidence_of(article, "title") == "line 3");
}

TEST_CASE("a headline without a stop above the body, and a tail in another language") {
  const Article article =
      understood(raw("Authority warns of a “slow thaw” in the basin\n" + first + "\n" + second + "\n" + third +
                     "\nСводка дня — все сообщения с берегов собраны здесь каждый час, без выходных и праздников.\n"
                     "Пришлите адрес своего сайта в редакцию, и мы добавим его в каталог после проверки.\n"));
  CHECK(article.title == "Authority warns of a “slow thaw” in the basin");
  CHECK_FALSE(article.date);
  CHECK(article.language == "en");
  CHECK(article.body == body);
  CHECK(reason_of(article, "Сводка дня") == "other language");
}

TEST_CASE("no headline, a bare photo line and an agency's credit") {
  const Article article = understood(raw("PHOTO\n" + first + "\n" + second + "\n" + third +
                                         "\n(Reporting by Reuters; Writing by Ann Writer Editing by Bo Cutter)"));
  CHECK_FALSE(article.title);
  CHECK_FALSE(article.date);
  CHECK(article.byline == "Ann Writer");
  CHECK(article.sources == std::vector<std::string>{"Reuters"});
  CHECK(article.body == body);
}

TEST_CASE("blanks before commas are mended, tags become tags") {
  const Article article =
      understood(raw("The northern lock was opened by Minister Ann Lock , in the presence of skippers from both banks, "
                     "on Monday after weeks of repairs.\n" +
                     second + " They called it \"an internal matter . \"\nTags:\ncanals"));
  CHECK_FALSE(article.title);
  CHECK(article.body.find("Ann Lock, in") != std::string::npos);
  CHECK(article.body.ends_with("\"an internal matter.\""));
  CHECK(article.tags == std::vector<std::string>{"canals"});
}

TEST_CASE("heads of many shapes") {
  struct Row {
    std::string head, title, subtitle, byline, date;
  };
  const Row row = GENERATE(values<Row>({
      {"Lock opens after repairs\nBarges move again on both banks\nBy Ann Writer\nPublished: 19 June 2024",
       "Lock opens after repairs", "Barges move again on both banks", "Ann Writer", "2024-06-19"},
      {"Tide Gazette\nThe lock opens after long repairs\nBy Ann Writer | April 28, 2024",
       "The lock opens after long repairs", "", "Ann Writer", "2024-04-28"},
      {"Tide Gazette | January 2025\nThe lock opens after long repairs", "The lock opens after long repairs", "", "",
       "2025-01"},
      {"5 DEC, 18:22\nThe lock opens after long repairs", "The lock opens after long repairs", "", "", ""},
      {"The lock opens after long repairs\n18 June 2024 14:02 GMT", "The lock opens after long repairs", "", "",
       "2024-06-18"},
      {"The lock opens after long repairs\nUpdated 20 June 2024\nPublished 18 June 2024",
       "The lock opens after long repairs", "", "", "2024-06-18"},
      {"Wednesday", "", "", "", ""},
  }));
  CAPTURE(row.head);
  const Article article = understood(raw(row.head + "\n\n" + body));
  CHECK(article.title.value_or("") == row.title);
  CHECK(article.subtitle.value_or("") == row.subtitle);
  CHECK(article.byline.value_or("") == row.byline);
  CHECK((article.date ? schema::to_string(*article.date) : "") == row.date);
  CHECK(article.body == body);
}

TEST_CASE("datelines give agency and date") {
  struct Row {
    std::string dateline, source, date;
  };
  const Row row = GENERATE(values<Row>({
      {"TOLMEN, June 18, 2024 (Reuters) - ", "Reuters", "2024-06-18"},
      {"TOLMEN, Ostrana (AP) — ", "AP", ""},
      {"BRENNA, December 5, 2024. /TASS/. ", "TASS", "2024-12-05"},
      {"Genf (dpa) - ", "dpa", ""},
      {"GENEVA, Feb. 3, 2025, Kyodo - ", "Kyodo", "2025-02-03"},
      {"GENEVA — ", "", ""},
  }));
  CAPTURE(row.dateline);
  const Article article = understood(raw("The lock opens after long repairs\n\n" + row.dateline + body));
  CHECK(article.sources == (row.source.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.source}));
  CHECK((article.date ? schema::to_string(*article.date) : "") == row.date);
  CHECK(article.body == row.dateline + body);
}

TEST_CASE("given facts win, with their origin") {
  RawArticle record = raw("Another headline\n\n" + body);
  record.structured = true;
  record.member = ":3";
  record.id = Stated{"r-3", "field id"};
  record.title = Stated{"Given headline", "field title"};
  record.date = Stated{"2020-02-29", "field date"};
  record.sources = {{"Some Paper", "field source"}};
  record.speakers = {{"Ann Lock", "field speakers"}};
  ReadingContext with = context();
  with.collection = "desk";
  auto result = read(std::move(record), with);
  const auto& stored = std::get<schema::StoredArticle>(result);
  const Article article = schema::present(stored);
  CHECK(article.id == "r-3");
  CHECK(stored.key == "id:desk:r-3");
  CHECK(article.title == "Given headline");
  CHECK(schema::to_string(*article.date) == "2020-02-29");
  CHECK(article.sources == std::vector<std::string>{"Some Paper"});
  CHECK(evidence_of(article, "date") == "field date");
  CHECK(article.speakers.back().name == "Ann Lock");
  CHECK(article.speakers.back().evidence == "given");
}

TEST_CASE("a change that the input states is told, and is never the date") {
  struct Row {
    std::string date, updated, told;
  };
  const Row row = GENERATE(values<Row>({
      {"2024-10-02", "2024-10-05T10:00:00Z", "2024-10-05"},
      {"2024-10-02", "2024-10-02", ""},
      {"2024-10-02", "2023-01-01", ""},
      {"", "2024-10-05", "2024-10-05"},
      {"", "soon", ""},
  }));
  CAPTURE(row.date, row.updated);
  RawArticle record = raw(body);
  record.structured = true;
  if (!row.date.empty()) record.date = Stated{row.date, "field date"};
  record.updated = Stated{row.updated, "field modified"};
  const Article article = understood(std::move(record));
  CHECK((article.updated ? schema::to_string(*article.updated) : "") == row.told);
  CHECK((article.date ? schema::to_string(*article.date) : "") == row.date);
  CHECK(evidence_of(article, "updated") == (row.told.empty() ? "" : "field modified"));
}

TEST_CASE("as given, nothing is read and nothing cut") {
  RawArticle record = raw("Read more\n\n" + first + "\n\nTags: x");
  record.structured = true;
  ReadingContext with = context();
  with.as_given = true;
  const Article article = understood(std::move(record), with);
  CHECK(article.body == "Read more\n\n" + first + "\n\nTags: x");
  CHECK(article.removed.empty());
  CHECK_FALSE(article.title);
}

TEST_CASE("an exported record comes back as it was") {
  Article exported;
  exported.id = "0123456789abcdef";
  exported.title = "Ein Schloß";
  exported.body = "„Grün ist die Schleuse“, sagte sie.\n\nZweiter Absatz.";
  exported.removed = {{"Lesen Sie auch", "related articles"}};
  exported.speakers = {{"Anna", "anna", SpeakerKind::person, {"Anna"}, 1, "as written"}};
  exported.quotes = {{"Grün ist die Schleuse", "Anna", true, "sagte", 1, 22, "verb after mark", Confidence::high}};
  exported.language = "de";
  exported.evidence = {{"title", "line 1"}};
  RawArticle record;
  record.input = "export.jsonl";
  record.member = ":1";
  record.structured = true;
  record.exported = exported;
  const Article article = understood(std::move(record));
  CHECK(article.id == exported.id);
  CHECK(article.body == exported.body);
  REQUIRE(article.removed.size() == 1);
  CHECK(article.removed[0].text == "Lesen Sie auch");
  REQUIRE(article.quotes.size() == 1);
  CHECK(article.quotes[0].text == "Grün ist die Schleuse");
  CHECK(article.quotes[0].speaker == "Anna");
  CHECK(article.evidence == exported.evidence);
}

TEST_CASE("an exported record is the article that it was, wherever it is read") {
  Article exported;
  exported.id = "given-7";
  exported.key = "id:desk:given-7";
  exported.path = "feed.jsonl:7";
  exported.member = ":7";
  exported.body = "Eins.\n\nTwo.";
  exported.language = "de";
  exported.paragraph_languages = {"de", "en"};
  exported.evidence = {{"sources", "byline"}, {"date", "line 1"}, {"sources", "url host"}};
  RawArticle record;
  record.input = "export.jsonl";
  record.member = ":1";
  record.exported = exported;
  const auto stored = std::get<schema::StoredArticle>(read(std::move(record), context()));
  CHECK(stored.key == "id:desk:given-7");
  CHECK(stored.id == "given-7");
  CHECK(stored.input == "feed.jsonl");
  CHECK(stored.member == ":7");
  CHECK(stored.paragraph_languages == std::vector<std::string>{"de", "en"});
  // As JSON has it: what belongs to one fact stands together.
  CHECK(stored.evidence == std::vector<std::pair<std::string, std::string>>{
                               {"sources", "byline"}, {"sources", "url host"}, {"date", "line 1"}});
  const Article shown = schema::present(stored);
  CHECK(shown.path == exported.path);
  CHECK(restore(shown).evidence == stored.evidence);
}

TEST_CASE("nothing but boilerplate is no article; a title alone is one") {
  CHECK(std::holds_alternative<Rejection>(read(raw("Read more\nShare\nSubscribe"), context())));
  RawArticle titled = raw("");
  titled.title = Stated{"A title", "field title"};
  CHECK(understood(std::move(titled)).title == "A title");
}

TEST_CASE("spans lie inside the text, rise, and never overlap what was cut") {
  for (const std::string& text :
       {body, "Tide Gazette\nA headline of some words\n" + body + "\nRead more\nTeaser line\n",
        std::string("x\n\n\n y  z , w\n")}) {
    auto result = read(raw(text), context());
    if (!std::holds_alternative<schema::StoredArticle>(result)) continue;
    const auto& article = std::get<schema::StoredArticle>(result);
    std::uint32_t last = 0;
    for (const schema::Paragraph& paragraph : article.paragraphs)
      for (const schema::Span& span : paragraph) {
        CHECK(span.begin < span.end);
        CHECK(span.begin >= last);
        CHECK(span.end <= article.text.size());
        last = span.end;
        for (const schema::Cut& cut : article.removed)
          CHECK((cut.span.end <= span.begin || cut.span.begin >= span.end));
      }
  }
}

TEST_CASE("hostile text is read in bounded time") {
  std::string hostile;
  SECTION("one word of a megabyte") { hostile.assign(1 << 20, 'x'); }
  SECTION("a megabyte of blanks and commas") {
    while (hostile.size() < (1 << 20)) hostile += " ,";
  }
  SECTION("a hundred thousand short lines") {
    for (int i = 0; i < 100'000; ++i) hostile += "Read more\n";
  }
  SECTION("a hundred thousand openings") {
    for (int i = 0; i < 100'000; ++i) hostile += "((/【";
  }
  SECTION("many dates on one line") {
    for (int i = 0; i < 50'000; ++i) hostile += "5 May ";
  }
  const auto start = std::chrono::steady_clock::now();
  read(raw(hostile), context());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("a standfirst belongs to the head where the line of printing stands below it") {
  const std::string standfirst =
      "Barges had waited in the basin for three weeks, some of them with fruit, and the skippers had begun to sell it.";
  const Article article = understood(raw("The northern lock is open again\n" + standfirst +
                                         "\n16.08.2024, 14.05 Uhr\nListen to this article\n" + first + "\n" + second +
                                         "\n" + third + "\n"));
  CHECK(article.title == "The northern lock is open again");
  REQUIRE(article.date);
  CHECK(schema::to_string(*article.date) == "2024-08-16");
  CHECK(article.body == standfirst + "\n\n" + body);
}

TEST_CASE("a day that heads a part of the article is not its line of printing") {
  const Article article =
      understood(raw("The lock in three weeks\n" + first + "\n12 May 2024\n" + second + "\n" + third + "\n"));
  CHECK_FALSE(article.date);
  CHECK(article.body.find(second) != std::string::npos);
}

TEST_CASE("a wire's mark behind the last sentence keeps it and names the agency") {
  struct Row {
    std::string last, agency;
  };
  const Row row = GENERATE(values<Row>({{"The lamps are to work again by the autumn, it said. (AFP)", "AFP"},
                                        {"The lamps are to work again by the autumn, it said. EFE", "EFE"},
                                        {"The lamps are to work again by the autumn, it said. --(PAP)", "PAP"},
                                        {"The lamps are to work again by the autumn, it said. Enditem", ""}}));
  CAPTURE(row.last);
  ReadingContext with = context();
  with.sources = &text::SourceTable::built_in();
  const Article article =
      understood(raw("The northern lock is open again\n\n" + body + "\n\n" + row.last + "\n"), with);
  CHECK(article.body == body + "\n\n" + row.last);
  CHECK(article.sources == (row.agency.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.agency}));
}

TEST_CASE("the end of a Chinese wire story is marked in a bracket") {
  const std::string prose =
      "北闸门经过三周整修，今天上午重新开放，四十艘等候多日的驳船依序通过，船长们在甲板上挥手，岸上的人也挥手。";
  const std::string last = "船闸的灯秋天以前修好。(完)";
  CHECK(understood(raw("北闸门重新开放 驳船依序通过\n" + prose + "\n" + prose + "\n" + last + "\n")).body ==
        prose + "\n\n" + prose + "\n\n" + last);
}

TEST_CASE("what looks like a wire's mark behind a headline is none") {
  const std::string headline = GENERATE(
      as<std::string>(), "Nobody had seen so much fruit in the basin of the lock! (Video)",
      "Nobody had seen so much fruit in the basin! (Pictures)", "NORTHERN LOCK TO OPEN FOR BARGES FROM THE U.S. COAST",
      "Lamps of the lock will work by the autumn. ACME");
  CAPTURE(headline);
  CHECK(understood(raw(headline + "\n\n" + body + "\n")).title == headline);
}

TEST_CASE("agencies are named in lines of the head and the tail in many ways") {
  struct Row {
    std::string head, tail;
    std::vector<std::string> sources;
  };
  const Row row = GENERATE(values<Row>({
      {"AFP, Brenna", "", {"AFP"}},
      {"Brenna | Reuters", "", {"Reuters"}},
      {"Le Monde avec AFP", "", {"Le Monde", "AFP"}},
      {"Ann Writer, BBC", "", {"BBC"}},
      {"Redazione ANSA", "", {"ANSA"}},
      {"Quelle: DIE ZEIT, dpa, als", "", {"Die Zeit", "dpa"}},
      {"Article rédigé par Ouest-France avec AFP", "", {"Ouest-France", "AFP"}},
      {"2 October 2024 Source: BBC App", "", {"BBC"}},
      {"", "/ritzau/", {"Ritzau"}},
      {"", "© 2022 irishtimes.com", {"The Irish Times"}},
      {"By FRANCE 24 with AFP", "", {"France 24", "AFP"}},
      {"", "kro/dpa", {"dpa"}},
      {"", "AFP/mk", {"AFP"}},
      {"", "lemonde.fr", {"Le Monde"}},
      {"", "www.bbc.co.uk/news/locks-68049112", {"BBC"}},
      {"", "lemonde.fr\nbbc.co.uk", {}},
      {"", "Download the Lock App", {}},
      {"", "Brenna AA+", {}},
      {"", "©一般社団法人共同通信社", {"Kyodo"}},
  }));
  CAPTURE(row.head, row.tail);
  ReadingContext with = context();
  with.sources = &text::SourceTable::built_in();
  const Article article = understood(raw("The northern lock is open again\n" + row.head + "\n" + body + "\n" +
                                         row.tail + "\nRead more\nThe mud of the basin\n"),
                                     with);
  CHECK(article.title == "The northern lock is open again");
  CHECK(article.sources == row.sources);
  CHECK(article.body == body);
}

TEST_CASE("datelines name the agency before the place, and before the reporter") {
  ReadingContext with = context();
  with.sources = &text::SourceTable::built_in();
  const std::string persian =
      "ایسنا/البرز دریچه شمالی کانال پس از سه هفته تعمیر صبح دوشنبه به روی قایق‌ها باز شد و "
      "چهل "
      "قایق "
      "که "
      "منتظر "
      "مانده "
      "بودند از آن گذشتند.";
  CHECK(understood(raw(persian + "\n" + persian + "\n"), with).sources == std::vector<std::string>{"ISNA"});
  const std::string chinese =
      "（中央社記者林筆台東縣29日電）北閘門經過三週整修，今天上午重新開放，四十艘等候多日的駁船依序通過，船長們在甲板上"
      "揮手。";
  CHECK(understood(raw(chinese + "\n" + chinese + "\n"), with).sources == std::vector<std::string>{"CNA Taiwan"});
}

TEST_CASE("datelines are parted by stops as by commas, and a paper may open them") {
  struct Row {
    std::string dateline, source;
  };
  const Row row = GENERATE(values<Row>({{"Brenna. Укрінформ – ", "Ukrinform"}, {"TEMPO.CO, Brenna - ", "Tempo.co"}}));
  CAPTURE(row.dateline);
  ReadingContext with = context();
  with.sources = &text::SourceTable::built_in();
  CHECK(understood(raw("The northern lock is open again\n" + row.dateline + body + "\n"), with).sources ==
        std::vector<std::string>{row.source});
}

TEST_CASE("an unknown source named beside a date hides no date") {
  const std::string prose =
      "北闸门经过三周整修，今天上午重新开放，四十艘等候多日的驳船依序通过，船长们在甲板上挥手，岸上的人也挥手。";
  for (const char* line : {"来源：潮汐新闻网 2024年04月18日 10:22", "2024年04月18日 10:22 来源：潮汐新闻网"}) {
    CAPTURE(line);
    const Article article =
        understood(raw("北闸门重新开放 驳船依序通过\n" + std::string(line) + "\n" + prose + "\n" + prose + "\n"));
    REQUIRE(article.date);
    CHECK(schema::to_string(*article.date) == "2024-04-18");
  }
}

TEST_CASE("two paragraphs below a list of headlines are the article going on") {
  const Article article =
      understood(raw("The northern lock is open again\n\n" + first +
                     "\n\nRead more\nThe mud of the basin\nWhy locks leak\n\n" + second + "\n\n" + third + "\n"));
  CHECK(article.body == body);
}

TEST_CASE("the shortest headline stands above the lines of printing") {
  const Article article = understood(raw("Lock closed\n2 October 2024, 14:05\n" + body + "\n"));
  CHECK(article.title == "Lock closed");
}
