#include "schema/terms.hpp"

#include <set>
#include <string>

#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::schema;

TEST_CASE("every prefix is one capital and nobody else's") {
  std::set<std::string_view> seen{"S", "Z", "T", "B"};  // title zone and families
  for (const FieldRow& row : fields()) {
    CAPTURE(row.prefix);
    REQUIRE(row.prefix.size() == 1);
    CHECK((row.prefix[0] >= 'A' && row.prefix[0] <= 'Z'));
    CHECK(seen.insert(row.prefix).second);
    CHECK(prefix_of(row.field) == row.prefix);
    CHECK_FALSE(row.holds.empty());
  }
}

TEST_CASE("a boolean term has its field's form whoever writes it") {
  struct Row {
    Field field;
    const char *value, *term;
  };
  const Row rows[] = {
      {Field::key, "00ff00ff00ff00ff", "Q00ff00ff00ff00ff"},
      {Field::date_day, "2024-10-02", "D20241002"},
      {Field::date_day, "20241002", "D20241002"},
      {Field::date_month, "2024-10", "M202410"},
      {Field::date_year, "2024", "Y2024"},
      {Field::language, "zh-Hant", "Lzh-hant"},
      {Field::source, "La Dépêche", "Ola depeche"},
      {Field::site, "News.Example.COM", "Hnews.example.com"},
      {Field::path, "Europe/A.txt", "PEurope/A.txt"},
      {Field::tag, "EUROPE", "Keurope"},
      {Field::id, "X-17", "IX-17"},
  };
  for (const Row& row : rows) {
    CHECK(term(row.field, row.value) == row.term);
    // What is in its form stays as it is: a caller may have folded already.
    CHECK(term(row.field, term(row.field, row.value).substr(1)) == row.term);
  }
}

TEST_CASE("long values are cut to Xapian's limit and still tell each other apart") {
  const std::string common(300, 'x');
  const std::string one = term(Field::id, common + "1"), two = term(Field::id, common + "2");
  CHECK(one.size() <= 245);
  CHECK(two.size() <= 245);
  CHECK(one != two);
  CHECK(one == term(Field::id, common + "1"));
  const std::string fits(244, 'x');
  CHECK(term(Field::id, fits) == "I" + fits);
  std::string cyrillic;
  for (int i = 0; i < 200; ++i) cyrillic += "ж";
  const std::string cut = term(Field::id, cyrillic);
  CHECK(cut.size() <= 245);
  CHECK(cut.size() % 2 == 1);  // I, whole letters of two bytes, 16 digits
  const std::string zero("a\0b", 3);
  CHECK(term(Field::id, zero).find('\0') == std::string::npos);
  CHECK(term(Field::id, zero) != term(Field::id, "a"));
}

TEST_CASE("text terms carry zone and family before the word") {
  using text::Family;
  CHECK(term(Family::exact, Zone::whole, "wort") == "wort");
  CHECK(term(Family::stem, Zone::whole, "wort") == "Zwort");
  CHECK(term(Family::prefix, Zone::whole, "worte") == "Tworte");
  CHECK(term(Family::bigram, Zone::whole, "東京") == "B東京");
  CHECK(term(Family::exact, Zone::title, "wort") == "Swort");
  CHECK(term(Family::stem, Zone::title, "wort") == "SZwort");
  CHECK(term(Family::exact, Zone::whole, std::string(500, 'a')).size() == longest_word);
  std::string thai;
  for (int i = 0; i < 100; ++i) thai += "ก";  // three bytes each: 200 is within a letter
  CHECK(term(Family::exact, Zone::whole, thai).size() == 198);
}
