// Plans, tested by what they print.
#include <algorithm>

#include "searcher/plan/edit_distance.hpp"
#include "searcher/plan/plan_query.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::searcher;

namespace {

class FewWords : public Vocabulary {
 public:
  std::vector<Counted> starting_with(std::string_view start, std::size_t, bool&) const override {
    std::vector<Counted> found;
    for (const char* word : {"escalate", "escalation", "strike", "strikes", "striking"})
      if (std::string_view(word).substr(0, start.size()) == start) found.emplace_back(word, 1);
    return found;
  }
  std::vector<std::string> forms_of(std::string_view stem) const override {
    if (stem == "strike") return {"strike", "strikes"};
    if (stem == "talk") return {"talk", "talked", "talks"};
    return {};
  }
};

class FewNames : public Names {
 public:
  std::vector<NamedSpeaker> speakers(std::string_view name) const override {
    if (name == "weir") return {{"ada-weir", "Ada Weir"}, {"tom-weir", "Tom Weir"}};
    if (name == "brandt") return {{"lena-brandt", "Lena Brandt"}};
    return {};
  }
  std::vector<NamedSpeaker> speakers_written(std::string_view spelling) const override {
    if (spelling == "Weir") return {{"ada-weir", "Ada Weir"}};
    return {};
  }
  std::vector<std::string> sources(std::string_view name) const override { return {std::string(name)}; }
  std::vector<std::string> languages(std::string_view code) const override { return {std::string(code)}; }
  std::vector<std::string> tags(std::string_view name) const override { return {std::string(name)}; }
};

Planned plan(const char* query, std::vector<std::string> languages = {"en"}) {
  static dateline::text::Analyzer analyzer;
  const FewWords words;
  const FewNames names;
  return plan_query(parse(query, {}).root,
                    {analyzer, words, names, std::make_shared<const WrittenLanguages>(std::move(languages))});
}

std::string planned(const char* query, std::vector<std::string> languages = {"en"}) {
  return print(plan(query, std::move(languages)).plan);
}

std::vector<std::string> warnings(const char* query) { return plan(query).warnings; }

}  // namespace

TEST_CASE("plans") {
  struct Row {
    const char* query;
    const char* plan;
  };
  const Row rows[] = {
      {"", "everything"},
      {"strikes", "word(strikes Zstrike^1.2[en])"},
      {"strikes -talks", "list(word(strikes Zstrike^1.2[en]), not(word(talks Ztalk^1.2[en])))"},
      {"\"maximum restraint\"", "within(article: phrase(maximum, restraint); ?maximum ?restraint)"},
      {"talks NEAR/3 strike",
       "within(article: near/3(either(talks, {talk talked talks}[en]), either(strike, {strike strikes}[en])); ?talks "
       "?Ztalk^1.2[en] ?strike ?Zstrike^1.2[en])"},
      {"escal*", "word({escalate escalation})"},
      {"title:strike", "word(Sstrike SZstrike^1.2[en])"},
      {"=Strike", "written \"Strike\"(word(strike))"},
      {"speaker:brandt", "speakers(lena-brandt)"},
      {"speaker:brandt OR speaker:weir", "speakers(lena-brandt, ada-weir, tom-weir)"},
      {"speaker:unknown", "speakers(unknown)"},
      {"speaker:nobody", "nothing"},
      {"lang:ru", "languages(ru)"},
      {"date:2024-04", "dates(2024-04-01..2024-04-30)"},
      {"東京", "within(article: phrase(東, 京); ?B东京^1.2 ?Z东京^0.6)"},
  };
  for (const Row& row : rows) {
    INFO("query: " << row.query);
    CHECK(planned(row.query) == row.plan);
  }
}

TEST_CASE("in a query of several words small ones weigh less") {
  struct Row {
    const char* query;
    const char* plan;
    std::vector<std::string> languages;
  };
  const Row rows[] = {
      {"who led the strike",
       "list(word(who^0.2 Zwho^0.24[en]), word(led Zled^1.2[en]), word(the^0.5 Zthe^0.6[en]), word(strike "
       "Zstrike^1.2[en]))",
       {"en"}},
      // Three words were chosen, and words that are all small are all there is.
      {"who led strikes",
       "list(word(who Zwho^1.2[en]), word(led Zled^1.2[en]), word(strikes Zstrike^1.2[en]))",
       {"en"}},
      {"who is it for",
       "list(word(who Zwho^1.2[en]), word(is Zis^1.2[en]), word(it Zit^1.2[en]), word(for Zfor^1.2[en]))",
       {"en"}},
      // In a phrase each word was meant.
      {"\"to the end\" of time",
       "list(within(article: phrase(to, the, end); ?to ?the ?end), word(of Zof^1.2[en]), "
       "word(time Ztime^1.2[en]))",
       {"en"}},
      // An acronym is no pronoun.
      {"did the US pay",
       "list(word(did^0.5 Zdid^0.6[en]), word(the^0.5 Zthe^0.6[en]), word(us Zus^1.2[en]), word(pay Zpay^1.2[en]))",
       {"en"}},
      // The language with the most of them is the query's: "die" is a word like others in English.
      {"how did they die 1912",
       "list(word(how^0.2 Zhow^0.24[en de]), word(did^0.5 Zdid^0.6[en de]), word(they^0.5 Zthey^0.6[en de]), "
       "word(die Zdie^1.2[en de]), word(1912^2.2))",
       {"en", "de"}},
  };
  for (const Row& row : rows) {
    INFO("query: " << row.query);
    CHECK(planned(row.query, row.languages) == row.plan);
  }
}

TEST_CASE("a Han character between dictionary words is a word") {
  CHECK(planned("高い山", {"ja"}).find("?山^0.6") != std::string::npos);
  CHECK(planned("東京", {"ja"}).find("?東") == std::string::npos);
  CHECK(planned("何が", {"ja"}).find("?が") == std::string::npos);
}

TEST_CASE("parts of words rank and never select") {
  CHECK(planned("hafen", {"de"}) == "word(hafen Zhaf^1.2[de] ?Ghafe^0.707107[de] ?Gafen^0.707107[de])");
  CHECK(planned("title:hafen", {"de"}) == "word(Shafen SZhaf^1.2[de])");
  // They count in the language that the query is in.
  CHECK(planned("who took the harbour", {"en", "de"}).find('G') == std::string::npos);
}

TEST_CASE("a field that all sides of NEAR have holds for all") {
  CHECK(planned("title:talks NEAR/3 title:strike") == planned("title:(talks NEAR/3 strike)"));
  CHECK(planned("said:talks /s said:strike") == planned("said:(talks /s strike)"));
  CHECK(planned("x AND (body:talks ADJ/3 body:strike)") == planned("x AND body:(talks ADJ/3 strike)"));
  CHECK(planned("title:talks /s (title:x NEAR/2 title:strike)") == planned("title:(talks /s (x NEAR/2 strike))"));
  CHECK(warnings("title:talks NEAR/3 title:strike").empty());
  CHECK(warnings("title:talks NEAR/3 strike").size() == 1);
  CHECK(warnings("said:talks NEAR/3 title:strike").size() == 1);
  CHECK(warnings("said:(title:talks)").size() == 1);
}

TEST_CASE("what bylines and tags cannot answer is said") {
  CHECK(planned("by:weir*") == planned("by:weir"));
  CHECK(warnings("by:weir*").size() == 1);
  CHECK(warnings("tag:europe~").size() == 1);
  CHECK(warnings("by:\"Ada Weir\" tag:europe").empty());
}

TEST_CASE("regions of one language are one reader") {
  CHECK(planned("strikes", {"en-GB", "en", "en-US"}) == "word(strikes Zstrike^1.2[en])");
  // ... and take no other language's place among those that read a word.
  CHECK(planned("strikes", {"en", "en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-NZ", "en-ZA", "fr"}) ==
        "word(strikes Zstrike^1.2[en] Zstrik^1.2[fr])");
}

TEST_CASE("said: is bound to the speakers beside it, and only to those") {
  struct Row {
    const char* query;
    const char* bound;  // a part of the printed plan
    bool is;
  };
  const Row rows[] = {
      {"speaker:brandt said:\"go\"", "quotation by lena-brandt:", true},
      {"said:\"go\" AND speaker:brandt", "quotation by lena-brandt:", true},
      {"(speaker:brandt OR speaker:weir) said:\"go\"", "quotation by lena-brandt, ada-weir, tom-weir:", true},
      {"speaker:brandt speaker:weir said:\"go\"", "quotation by ada-weir, tom-weir:", true},
      {"speaker:brandt speaker:weir said:\"go\"", "quotation by lena-brandt:", true},
      {"speaker:brandt (said:\"go\" OR said:\"stay\")", "quotation by lena-brandt: stay", true},
      {"speaker:brandt OR said:\"go\"", "quotation by", false},
      {"-speaker:brandt said:\"go\"", "quotation by", false},
      {"speaker:brandt -said:\"go\"", "quotation by", false},
      {"-(speaker:brandt said:\"go\")", "quotation by lena-brandt:", true},
      {"speaker:weir -(speaker:brandt said:\"go\")", "quotation by lena-brandt:", true},
      {"(speaker:brandt OR speaker:nobody) said:\"go\"", "quotation by lena-brandt:", true},
      {"speaker:=Weir said:\"go\"", "quotation by ada-weir written \"Weir\":", true},
      {"(speaker:brandt OR speaker:=Weir) said:\"go\"", "quotation by lena-brandt:", true},
      {"(speaker:brandt OR speaker:=Weir) said:\"go\"", "quotation by ada-weir written \"Weir\":", true},
      {"(speaker:brandt OR talks) said:\"go\"", "quotation by", false},
  };
  for (const Row& row : rows) {
    const std::string plan = planned(row.query);
    INFO("query: " << row.query << "\nplan: " << plan);
    CHECK((plan.find(row.bound) != std::string::npos) == row.is);
  }
}

TEST_CASE("edit distance counts letters, and neighbours changed about as one") {
  struct Row {
    const char *one, *other;
    int distance;
  };
  const Row rows[] = {{"strike", "strike", 0},
                      {"strike", "strikes", 1},
                      {"strike", "stirke", 1},
                      {"żuk", "zuk", 1},
                      {"strike", "srtiek", 2},
                      {"песков", "пескоф", 1},
                      {"ab", "", 2}};
  for (const Row& row : rows) {
    INFO(row.one << " and " << row.other);
    CHECK(EditDistance(row.one).within(row.other, row.distance));
    CHECK(EditDistance(row.other).within(row.one, row.distance));
    if (row.distance > 0) CHECK_FALSE(EditDistance(row.one).within(row.other, row.distance - 1));
  }
}
