#include "text/names/name_pairs.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace dateline::text;

namespace {

// "a = b" for sure pairs, "a ~ b" for others.
std::vector<std::string> pairs(const std::vector<NamedOne>& names) {
  std::vector<std::string> found;
  for (const NamePair& pair : find_name_pairs(names))
    found.push_back(names[pair.a].name + (pair.sure ? " = " : " ~ ") + names[pair.b].name);
  std::sort(found.begin(), found.end());
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("spellings of one name in several scripts are paired") {
  CHECK(pairs({{"Viktor Orlov", "en"}, {"Виктор Орлов", "ru"}, {"Βίκτορ Ορλόφ", "el"}, {"Anna Berg", "en"}}) ==
        Found{"Viktor Orlov = Βίκτορ Ορλόφ", "Viktor Orlov = Виктор Орлов", "Виктор Орлов = Βίκτορ Ορλόφ"});
}

TEST_CASE("romanisations of one Slavic name are paired") {
  CHECK(pairs({{"Sergey Malinovsky", "en"}, {"Sergei Malinovskiy", "en"}, {"Sergej Malinowskij", "de"}}) ==
        Found{"Sergey Malinovsky = Sergei Malinovskiy", "Sergey Malinovsky = Sergej Malinowskij"});
}

TEST_CASE("names of one language are never paired by sound, nor those of Latin letters") {
  CHECK(pairs({{"Peter Schmidt", "de"}, {"Peter Smith", "en"}}).empty());
  CHECK(pairs({{"Jan Keller", "de"}, {"Jens Keller", "de"}}).empty());
  CHECK(pairs({{"Сергей Иванов", "ru"}, {"Сергей Ивонов", "ru"}}).empty());
}

TEST_CASE("surnames alone are nobody") {
  CHECK(pairs({{"Orlov", "en"}, {"Орлов", "ru"}, {"Виктор Орлов", "ru"}}).empty());
}

TEST_CASE("whoever is as near as another is not sure") {
  const Found found = pairs({{"Ivan Koval", "en"}, {"Ivan Coval", "en"}, {"Иван Коваль", "ru"}});
  CHECK(found == Found{"Ivan Coval ~ Иван Коваль", "Ivan Koval ~ Иван Коваль"});
}

TEST_CASE("names without blanks are only perhaps one") {
  CHECK(pairs({{"Kim Min-su", "en"}, {"김민수", "ko"}}) == Found{"Kim Min-su ~ 김민수"});
}
