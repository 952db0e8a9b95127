#include "app/print/rows.hpp"

#include "tests/app/examples.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

TEST_CASE("a cell is quoted when it must be") {
  CHECK(csv_line({"a", "b c", ""}) == "a,b c,\n");
  CHECK(csv_line({"a,b", "say \"tide\"", "two\nlines"}) == "\"a,b\",\"say \"\"tide\"\"\",\"two\nlines\"\n");
}

TEST_CASE("hits are rows, and the header names their cells") {
  CHECK(csv_header_of_hits(false) == "id,score,title,date,sources,byline,speakers,language,url,path,copies,snippet\n");
  SearchAnswer answer;
  answer.hits = {tests::hit_with_everything()};
  const std::string id = "q1";
  CHECK(csv_of_hits(answer, &id) ==
        "q1,9f3e2a1b00c4d5e6,7.2500,Envoys ask for restraint as the strait closes for a third night,2024-10-02,"
        "Harbour Ledger; AFP,AFP,Mara Lindqvist; 海運大臣,en,https://ledger.example/strait,strait.html,1,"
        "The envoy asked both sides for “maximum restraint” while pilots waited for the tide.\n");
}

TEST_CASE("facets are rows of field, value and count") {
  CHECK(csv_of_facets({tests::date_facet(), tests::speaker_facet()}) ==
        "field,value,count\ndate,2024-09,1\ndate,2024-10,2\nspeaker,Mara Lindqvist,2\nspeaker,,1\n");
}

TEST_CASE("articles, figures and tokens are rows too") {
  CHECK(csv_header_of_articles() ==
        "id,title,subtitle,date,sources,byline,speakers,language,url,path,tags,quotes,body\n");
  CHECK(csv_of_article(tests::article()) ==
        "9f3e2a1b00c4d5e6,Envoys ask for restraint,,2024-10-02,Harbour Ledger; AFP,AFP,Mara Lindqvist,en,,strait.html,"
        "shipping,2,\"“We wait.” Lindqvist said.\n\nSome held the tide was late.\"\n");
  ArchiveStats stats;
  stats.articles = 3;
  stats.languages = {{"en", 2}};
  CHECK(csv_of_stats(stats).substr(0, 33) == "figure,value\narticles,3\nquotes,0\n");
  CHECK(csv_of_stats(stats).find("\nlanguage en,2\n") != std::string::npos);
  AnalyzedText analyzed;
  analyzed.tokens = {{"Tides", "tides", "tide", "", 0, 0, 5}};
  CHECK(csv_of_tokens(analyzed) == "surface,position,exact,stem,prefix,start,end\nTides,0,tides,tide,,0,5\n");
}

TEST_CASE("suggestions are rows") {
  CHECK(csv_of_suggestions(tests::suggestions()) ==
        "text,kind,articles,id,query\npestilence,word,1200,,pestilence\n"
        "Dmitry Peskov,speaker,3,dmitry-peskov,\"speaker:\"\"Dmitry Peskov\"\"\"\n");
}

TEST_CASE("run lines have six columns whatever the ids hold") {
  CHECK(trec_lines(tests::answer(), 10, "topic 4") ==
        "topic%204 Q0 9f3e2a1b00c4d5e6 11 7.250000 dateline\n"
        "topic%204 Q0 feed%20item%207 12 3.500000 dateline\n");
}
