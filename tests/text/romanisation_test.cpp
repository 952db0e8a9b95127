#include "text/names/romanisation.hpp"

#include "tests/support/catch.hpp"

using dateline::text::romanisation_key;

TEST_CASE("spellings of one Slavic name have one key") {
  const std::pair<const char*, const char*> pairs[] = {
      {"Sergei Ryabtsev", "Sergey Ryabtsev"},      {"Dmitry Zhdanovsky", "Dmitriy Zhdanovskiy"},
      {"Dmitry Malinovskyy", "Dmitri Malinovski"}, {"Vasily Vorontsova", "Wassilij Vorontsowa"},
      {"Alexander Orlov", "Aleksandr Orlov"},      {"Vasily Gorbenzya", "Vasily Gorbenzia"},
      {"Yelena Rudenskaya", "Elena Rudenskaia"}};
  for (const auto& [a, b] : pairs) {
    INFO(a << " / " << b << ": " << romanisation_key(a));
    CHECK_FALSE(romanisation_key(a).empty());
    CHECK(romanisation_key(a) == romanisation_key(b));
  }
}

TEST_CASE("other names are kept apart") {
  CHECK(romanisation_key("Sergei Ivanov") != romanisation_key("Sergei Ivanova"));
  CHECK(romanisation_key("Jan Borovsky") != romanisation_key("Jens Borovsky"));
  CHECK(romanisation_key("Terry Garcia") != romanisation_key("Terri Garcia"));
  CHECK(romanisation_key("Viktor Orlov") != romanisation_key("Viktor Orlin"));
}

TEST_CASE("names without a Slavic ending have none") {
  for (const char* name : {"Terry Smith", "Terri Martin", "Orlov", "", "Kim Jong-un", "Сергей Орлов"}) {
    INFO(name);
    CHECK(romanisation_key(name).empty());
  }
}
