#include "text/names/name_gallery.hpp"

#include <algorithm>
#include <vector>

#include "tests/support/catch.hpp"
#include "text/names/name_sound.hpp"

using namespace dateline::text;

TEST_CASE("a name is compared with those that begin like it") {
  NameGallery gallery;
  const auto add = [&](const char* name) { return gallery.add(sound_of(name, "en")); };
  const std::uint32_t orlov = add("Viktor Orlov"), berg = add("Anna Berg"), herzen = add("Boris Herzen");
  add("Michael Stone");
  gallery.ready();
  const auto near = [&](const char* name, const char* language) { return gallery.near(sound_of(name, language)); };
  const auto has = [](const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
    return std::count(numbers.begin(), numbers.end(), number) == 1;
  };
  CHECK(has(near("Виктор Орлов", "ru"), orlov));
  CHECK_FALSE(has(near("Виктор Орлов", "ru"), berg));
  CHECK(has(near("אנה ברג", "he"), berg));
  CHECK(has(near("Борис Герцен", "ru"), herzen));
  CHECK(has(near("Viktor Orlov", "en"), orlov));
  CHECK(near("", "en").empty());
}

TEST_CASE("a name without blanks is compared as a whole") {
  NameGallery gallery;
  const std::uint32_t minsu = gallery.add(sound_of("Kim Min-su", "en"));
  gallery.ready();
  CHECK(gallery.near(sound_of("김민수", "ko")) == std::vector<std::uint32_t>{minsu});
}
