#include <algorithm>
#include <random>

#include "searcher/suggest/correction.hpp"
#include "searcher/suggest/near_words.hpp"
#include "searcher/suggest/replacement.hpp"
#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::searcher;
using namespace dateline::tests;

namespace {

class VectorCursor {
 public:
  explicit VectorCursor(const std::vector<std::string>& words) : words_(words) {}
  bool done() const { return at_ == words_.size(); }
  std::string_view word() const { return words_[at_]; }
  void next() { ++at_, ++looked_at; }
  void skip_to(const std::string& beginning) {
    const auto found = std::lower_bound(words_.begin(), words_.end(), beginning);
    REQUIRE(found - words_.begin() > static_cast<std::ptrdiff_t>(at_));  // it always gets on
    at_ = static_cast<std::size_t>(found - words_.begin());
    ++looked_at;
  }
  std::size_t looked_at = 0;

 private:
  const std::vector<std::string>& words_;
  std::size_t at_ = 0;
};

using Found = std::vector<std::pair<std::string, int>>;

std::vector<schema::StoredArticle> spelt_news() {
  std::vector<schema::StoredArticle> articles = sample_news();
  articles.push_back(news("cease-1").title("Ceasefire holds").paragraph("The ceasefire held on the first day."));
  articles.push_back(news("night-1").title("Night watch").paragraph("Guards kept a night watch over the depot."));
  articles.push_back(
      news("athens-el").language("el").title("Έκκληση για αυτοσυγκράτηση").paragraph("Η κυβέρνηση ζήτησε εκεχειρία."));
  // A word with sixty articles, and one with one, a letter off.
  for (int i = 0; i < 60; ++i)
    articles.push_back(news("levee-" + std::to_string(i)).paragraph("The levee at mile " + std::to_string(i) + "."));
  articles.push_back(news("levey").paragraph("A levey is a misprint."));
  return articles;
}

const Archive& archive() {
  static const TemporaryDirectory folder;
  static const Archive opened = [] {
    write_archive(folder / "news", spelt_news(), 40);
    return Archive::open(folder / "news");
  }();
  return opened;
}

std::string suggestion(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return archive().search(request).suggestion.value_or("-");
}

}  // namespace

TEST_CASE("near words of a sorted list are those that comparing every word would find") {
  std::mt19937 random(5);  // a fixed seed: the same lists every time
  const std::u32string letters = U"abcdeжя\u0627\u0644\uD55C";
  const auto word = [&](std::size_t longest) {
    std::string text;
    const std::size_t length = 1 + random() % longest;
    for (std::size_t i = 0; i < length; ++i) text::append(text, letters[random() % letters.size()]);
    return text;
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> list;
    for (int i = 0; i < 400; ++i) list.push_back(word(1 + static_cast<std::size_t>(round) % 6));
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    const std::string asked = word(6);
    for (int most = 0; most <= 2; ++most) {
      Found near, compared;
      VectorCursor cursor(list);
      CHECK(for_each_near(cursor, asked, most, 100'000,
                          [&](std::string_view found, int edits) { near.emplace_back(found, edits); }));
      for (const std::string& other : list) {
        EditDistance distance(asked);
        for (int edits = 0; edits <= most; ++edits) {
          if (!distance.within(other, edits)) continue;
          compared.emplace_back(other, edits);
          break;
        }
      }
      CHECK(near == compared);
    }
  }
}

TEST_CASE("most of a long list is jumped over, and a bound holds") {
  std::vector<std::string> list;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b)
      for (char c = 'a'; c <= 'z'; ++c) list.push_back({a, b, c, 'e', 'r'});
  VectorCursor cursor(list);
  std::size_t found = 0;
  CHECK(for_each_near(cursor, "tamer", 1, 100'000, [&](std::string_view, int) { ++found; }));
  CHECK(found == 1 + 3 * 25 + 2);
  CHECK(cursor.looked_at < list.size() / 10);
  VectorCursor bounded(list);
  CHECK_FALSE(for_each_near(bounded, "tamer", 1, 50, [](std::string_view, int) {}));
}

TEST_CASE("words that the archive does not have are corrected, and everything else stays as written") {
  struct Row {
    const char* query;
    const char* suggestion;
  };
  const Row rows[] = {
      {"restrant", "restraint"},
      {"Restrant", "Restraint"},
      {"RESTRANT israel", "RESTRAINT israel"},
      {"isreal", "israel"},        // a transposition is one
      {"eestraint", "restraint"},  // the first letter, too
      {"arbuor", "-"},             // of long words two, if the first letter is right ...
      {"harbuor's", "harbour's"},
      {"hrbuor", "harbour"},
      {"( restrant  OR strkie )  -bakery", "( restraint  OR strike )  -bakery"},
      {"\"maximum restrant\" date:2024", "\"maximum restraint\" date:2024"},
      {"title:harbuor said:restrant", "title:harbour said:restraint"},
      {"restrant NEAR/5 sides", "restraint NEAR/5 sides"},
      {"speaker:peskof", "speaker:peskov"},
      {"speaker:\"Lena Brant\" restraint", "speaker:\"Lena Brandt\" restraint"},
      {"speaker:Песоков", "speaker:Песков"},
      {"source:herld", "source:herald"},
      {"эсклация", "эскалация"},
      {"zurückhaltug", "zurückhaltung"},
      {"aplle", "-"},
      {"frapes", "frappes"},
      {"الاطارف", "الأطراف"},
      {"αυτοσυγκρατση", "αυτοσυγκράτηση"},
      // a blank too much or too little
      {"cease fire", "ceasefire"},
      {"Cease fire talks", "Ceasefire talks"},
      {"nightwatch", "night watch"},
      {"title:nightwatch", "-"},  // only the first of two words would stay in the field
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(suggestion(row.query) == row.suggestion);
  }
}

TEST_CASE("what the archive has, what is exact and what has digits is left alone") {
  for (const char* query : {"",
                            "*",
                            "restraint",
                            "restraints",
                            "velmora",
                            "cafe",
                            "сдержанность",
                            "=restrant",
                            "restrant*",
                            "restrant~",
                            "-restrant israel",
                            "restran7 israel",
                            "2o24",
                            "st",
                            "speaker:=peskof",
                            "lang:eng",
                            "tag:portz",
                            "by:wier",
                            "site:coast-herold.example",
                            "id:harbour-l",
                            "東京都知亊",
                            "นายกรัฐมนตี",
                            "speaker:unknown israel",
                            "xyzzyxyzzy",
                            "restraint OR restrant"}) {
    INFO(query);
    CHECK(suggestion(query) == "-");
  }
}

TEST_CASE("of a long query only the beginning is corrected") {
  std::string query;
  for (int i = 0; i < 8; ++i) query += "restrant ";
  CHECK(suggestion(query) == "restraint restraint restraint restraint restraint restrant restrant restrant ");
  query.clear();
  for (int i = 0; i < 20; ++i) query += "xyzzyxyzzy ";
  CHECK(suggestion(query + "restrant") == "-");
  CHECK(suggestion("restrant " + query) == "restraint " + query);
}

TEST_CASE("a word that hardly any article has is taken for a misprint of a much commoner one") {
  CHECK(suggestion("levey") == "levee");
  CHECK(suggestion("levee") == "-");
}

TEST_CASE("a suggestion finds more than what it is for, and is itself good enough") {
  for (const char* query : {"restrant", "\"maximum restrant\"", "speaker:peskof", "cease fire", "nightwatch"}) {
    INFO(query);
    SearchRequest request;
    request.query = query;
    const SearchAnswer before = archive().search(request);
    REQUIRE(before.suggestion);
    request.query = *before.suggestion;
    const SearchAnswer after = archive().search(request);
    CHECK(after.total > before.total);
    CHECK_FALSE(after.suggestion);
  }
}

TEST_CASE("corrections: the nearest first, then the commonest; numbers and short words are none") {
  Corrections corrections;
  corrections.add("strait", 2, 90);
  corrections.add("strain", 1, 3);
  corrections.add("straits", 1, 4);
  corrections.add("strain", 1, 2);  // in another segment
  corrections.add("strai7", 1, 100);
  corrections.add("st", 1, 100);
  std::vector<std::string> words;
  for (const Correction& correction : corrections.take()) words.push_back(correction.word);
  CHECK(words == std::vector<std::string>{"strain", "straits", "strait"});
  CHECK(most_edits("peace") == 1);
  CHECK(most_edits("мирный") == 2);
}

TEST_CASE("a correction is as large as what was typed") {
  CHECK(in_case_of("isreal", "Israel") == "israel");
  CHECK(in_case_of("Isreal", "Israel") == "Israel");
  CHECK(in_case_of("ISREAL", "Israel") == "ISRAEL");
  CHECK(in_case_of("Elise", "élise") == "Élise");
  CHECK(in_case_of("iSreal", "Israel") == "Israel");
  CHECK(in_case_of("الاطارف", "الأطراف") == "الأطراف");
}

TEST_CASE("replacing keeps what is around") {
  CHECK(replaced("a b c", {{0, 1, "x"}, {4, 5, "yy"}}) == "x b yy");
  CHECK(replaced("abc", {}) == "abc");
}
