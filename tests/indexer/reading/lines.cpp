// Blocks, mending, cues, bylines: the small parts of reading.
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/blocks.hpp"
#include "indexer/reading/bylines.hpp"
#include "indexer/reading/cues.hpp"
#include "indexer/reading/identity.hpp"
#include "indexer/reading/letters.hpp"
#include "indexer/reading/mending.hpp"
#include "indexer/reading/sources.hpp"
#include "tests/support/catch.hpp"
#include "text/lexicon.hpp"

using namespace dateline::indexer;
namespace text = dateline::text;

TEST_CASE("the ends of sentences are known in every script") {
  for (const char* text : {"It ended.", "Did it?", "\"It ended.\"", "終わった。", "「終わった。」", "انتهى؟", "समाप्त।",
                           "It ended…", "It ended.) "}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const char* text : {"A headline", "“creeping blockade”", "Read more:", "", "「タイトル」", "by A. Writer, B"}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}

TEST_CASE("lines wrapped to a width become one block") {
  const std::string text =
      "The harbour was closed for three days after the storm had\n"
      "thrown two barges against the northern mole, and nobody in the\n"
      "town could remember when that had happened for the last time.\n"
      "\n"
      "The mayor thanked the crews of the tugs, who had worked through\n"
      "the night although their own boats were damaged, and asked for\n"
      "patience with the repairs of the lamps on the mole.\n"
      "\n"
      "Short line\n"
      "Another short line\n";
  const std::vector<Block> blocks = split_blocks(text);
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0].lines.size() == 3);
  CHECK(blocks[1].lines.size() == 3);
  CHECK(blocks[2].text == "Short line");
  CHECK(blocks[3].line() == 10);
}

TEST_CASE("a ruler is never a part of the line above it") {
  const std::string text =
      "The harbour was closed for three days after the storm\n"
      "=====================================================\n"
      "\n"
      "The harbour was closed for three days after the storm had\n"
      "thrown two barges against the northern mole, and nobody in the\n"
      "town could remember when that had happened for the last time,\n"
      "and the tugs, whose crews had worked through the night although\n"
      "their own boats were damaged, stayed where they were.\n";
  const std::vector<Block> blocks = split_blocks(text);
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].text == "The harbour was closed for three days after the storm");
}

TEST_CASE("lines that were not wrapped stay apart") {
  const std::string text =
      "A headline of the paper\nThe first paragraph is long enough and ends.\nThe second one as well ends here.\n";
  CHECK(split_blocks(text).size() == 3);
}

TEST_CASE("mending leaves out bytes and adds none") {
  struct Row {
    std::string before, after;
  };
  const Row row = GENERATE(values<Row>({
      {"the minister , in Geneva", "the minister, in Geneva"},
      {"it ended .", "it ended."},
      {"\"internal affairs . \"", "\"internal affairs.\""},
      {"shares ( ABC.N ) fell", "shares (ABC.N) fell"},
      {"two  blanks\tand tabs", "two blanks\tand tabs"},
      {"l’ampoule : « oui »", "l’ampoule : « oui »"},
      {"wait ... then", "wait ... then"},
      {"a .5 share", "a .5 share"},
      {"", ""},
  }));
  CAPTURE(row.before);
  if (row.before.empty()) return;
  const std::vector<Block> blocks = split_blocks(row.before);
  REQUIRE(blocks.size() == 1);
  CHECK(shown(row.before, mend(row.before, blocks[0])) == row.after);
}

TEST_CASE("an address broken by a blank is one again") {
  CHECK(find_url("https://paper.example/2024/10/02/ships-re turn-k20417") ==
        "https://paper.example/2024/10/02/ships-return-k20417");
  CHECK(find_url("Original url: https://paper.example/a.") == "https://paper.example/a");
  CHECK(find_url("see https://paper.example/a for more") == "https://paper.example/a");
  CHECK(find_url("no address here").empty());
}

TEST_CASE("cue lines give their reason") {
  struct Row {
    std::string line, reason;
  };
  const Row row = GENERATE(values<Row>({
      {"Read more", "related articles"},
      {"READ MORE:", "related articles"},
      {"Related article: The mud of the strait", "related articles"},
      {"Tags: ports, ships", "tags"},
      {"Теги: порт, суда", "tags"},
      {"Читайте также: Порт открыт", "related articles"},
      {"Lesen Sie auch: Der Hafen", "related articles"},
      {"À lire aussi : le port", "related articles"},
      {"اقرأ أيضا: الميناء", "related articles"},
      {"相关阅读：港口", "related articles"},
      {"関連記事：港", "related articles"},
      {"관련기사: 항구", "related articles"},
      {"ये भी पढ़ें: बंदरगाह", "related articles"},
      {"อ่านต่อ: ท่าเรือ", "related articles"},
      {"© The Tide Gazette. All rights reserved.", "copyright"},
      {"Wszelkie prawa zastrzeżone", "copyright"},
      {"版权声明：未经授权不得转载", "copyright"},
      {"Photo: A. Writer", "photo credit"},
      {"PHOTO", "photo credit"},
      {"Фото: А. Писатель", "photo credit"},
      {"（圖：本報檔案）", "photo credit"},
      {"Original url:", "original url"},
      {"(Reporting by A. Writer; Editing by B. Reader)", "reporter credit"},
      {"AFP contributed reporting.", "reporter credit"},
      {"Give today", "fund-raising"},
      {"Wesprzyj nas", "fund-raising"},
      {"Subscribe to the Gazette from 4 crowns a week", "share and subscribe"},
      {"Bizi sosyal medyada takip edin", "share and subscribe"},
      {"This article is more than 2 years old", "share and subscribe"},
      {"Если вы нашли ошибку, выделите текст и нажмите Ctrl+Enter", "share and subscribe"},
      {"PUEDES VER: El puerto", "related articles"},
      {"Ajouter à vos sélections", "share and subscribe"},
      {"Bu haberi paylaşın", "share and subscribe"},
      {"Pozostało 62% artykułu", "share and subscribe"},
      {"बड़ी खबरें", "related articles"},
      {"Podeli su hleb na molu.", ""},
      {"شارك الآلاف في المسيرة.", ""},
      {"Trở lại bến cảng, ông nói.", ""},
      {"The harbour was closed for three days.", ""},
      {"Порт был закрыт три дня.", ""},
      {"", ""},
  }));
  CAPTURE(row.line);
  const Cue* cue = find_cue(row.line);
  CHECK((cue ? std::string(cue->reason) : "") == row.reason);
}

// They are compared with folded lines as they stand.
TEST_CASE("cues are written folded") {
  text::for_each_row(text::data_file("lexicons/boilerplate/cues.tsv"),
                     [](std::size_t number, const std::vector<std::string_view>& row) {
                       CAPTURE(number);
                       REQUIRE(row.size() == 5);
                       std::string_view cue = row[4];
                       if (cue.ends_with('_')) cue.remove_suffix(1);
                       CHECK(fold_line(cue) == cue);
                       const bool is_known = row[3] == "line-equals" || row[3] == "line-starts" ||
                                             row[3] == "line-ends" || row[3] == "contains";
                       CHECK(is_known);
                       CHECK((row[2] == "soft" || row[2] == "hard" || row[2] == "end"));
                     });
}

TEST_CASE("bylines lose their lead word and nothing else") {
  struct Row {
    std::string line, name;
  };
  const Row row = GENERATE(values<Row>({
      {"By AFP", "AFP"},
      {"By Ann Writer and Bo Reader, Reuters", "Ann Writer and Bo Reader, Reuters"},
      {"Words by Ann Writer", "Ann Writer"},
      {"Von Anna Schreiber", "Anna Schreiber"},
      {"Par Anne Plume avec AFP", "Anne Plume avec AFP"},
      {"Por Ana Pluma", "Ana Pluma"},
      {"Di Anna Penna", "Anna Penna"},
      {"Oprac. Anna Pióro", "Anna Pióro"},
      {"Автор: Анна Перо, ТАСС", "Анна Перо, ТАСС"},
      {"كتب: أحمد القلم", "أحمد القلم"},
      {"מאת: חנה עט", "חנה עט"},
      {"記者 林筆", "林筆"},
      {"김필 기자, 연합뉴스", "김필"},
      {"लेखक: पीटीआई", "पीटीआई"},
      {"By the time the ships came the harbour had long been closed to everybody, he said.", ""},
      {"by now", ""},
      {"The harbour", ""},
  }));
  CAPTURE(row.line);
  CHECK(byline_of_line(row.line).value_or("") == row.name);
}

TEST_CASE("credits name reporters before writers, persons before agencies") {
  CHECK(byline_of_credit("(Reporting by Ann Writer and Bo Reader; Editing by C. Cutter)") ==
        "Ann Writer and Bo Reader");
  CHECK(byline_of_credit("(Reporting by Reuters; Writing by Ann Writer Editing by C. Cutter)") == "Ann Writer");
  CHECK(byline_of_credit("(Reporting by Ann Writer in Selm; Editing by C. Cutter)") == "Ann Writer");
  CHECK(byline_of_credit("(Editing by C. Cutter)") == std::nullopt);
}

TEST_CASE("addresses that name the same page are one key") {
  CHECK(canonical_url("http://WWW.Paper.example:80/a/?utm_source=x#top") == "https://www.paper.example/a");
  CHECK(canonical_url("https://paper.example/a?id=7&fbclid=z") == "https://paper.example/a?id=7");
  CHECK(canonical_url("https://paper.example/a?id=7") != canonical_url("https://paper.example/a?id=8"));
}

TEST_CASE("sources are publishers first, aggregators never, each once") {
  const auto table = dateline::text::SourceTable::with_user_rows(
      "Tide Gazette\tpublisher\ttidegazette.example\nHeap\taggregator\tHeap\n");
  SourceCollector sources(table);
  sources.add_known("AFP", "byline");
  sources.add_known("Heap", "line 1");
  sources.add_host("https://www.tidegazette.example/a", "url host");
  sources.add_mentions("© Tide Gazette and AFP", dateline::text::SourceKind::agency, "copyright");
  CHECK(sources.names() == std::vector<std::string>{"Tide Gazette", "AFP"});
  CHECK(host_of("https://user@WWW.Some.Example:8080/x") == "some.example");
}
