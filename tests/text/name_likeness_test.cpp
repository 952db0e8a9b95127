#include "text/names/name_likeness.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "text/names/name_sound.hpp"

using namespace dateline::text;

namespace {

struct Written {
  const char* name;
  const char* language;
};

NameLikeness compare(const Written& a, const Written& b) {
  return likeness(sound_of(a.name, a.language), sound_of(b.name, b.language));
}

std::string sounds(const Written& written) {
  std::string all;
  for (const NameSound::Part& part : sound_of(written.name, written.language).parts)
    all += (all.empty() ? "" : " ") + part.sounds;
  return all;
}

}  // namespace

TEST_CASE("letters sound as their language reads them") {
  CHECK(sounds({"Schukow", "de"}) == "Sukov");
  CHECK(sounds({"Żukowski", "pl"}) == "Sukovski");
  CHECK(sounds({"Joukovski", "fr"}) == "Sukovski");
  CHECK(sounds({"Жуковський", "uk"}) == "Sukovski");
  CHECK(sounds({"Μπάμπης Ντούσκας", "el"}) == "babis duskas");
  CHECK(sounds({"ブルックリン", "ja"}) == "b.r.k.rin");
  CHECK(sounds({"김민수", "ko"}) == "kiminsu");
  CHECK(sounds({"林涛", "zh"}) == "lintao");
}

TEST_CASE("particles and marks are no part of how a name sounds") {
  CHECK(sounds({"Karim bin al-Hadid", "en"}) == "karim hadid");
  CHECK(sounds({"Greta van der Meer", "en"}) == "greta mir");
  CHECK(sounds({"كريم الحديد", "ar"}) == sounds({"كريم حديد", "ar"}));
  CHECK(sounds({"Ван Цзюнь", "ru"}) != sounds({"Цзюнь", "ru"}));
  CHECK(sounds({"J. R. Tolland", "en"}) == sounds({"JR Tolland", "en"}));
}

TEST_CASE("one name in two scripts is heard as one") {
  const std::pair<Written, Written> pairs[] = {
      {{"Анатолий Верещагин", "ru"}, {"Anatoly Vereshchagin", "en"}},
      {{"Анатолий Верещагин", "ru"}, {"Anatolij Wereschtschagin", "de"}},
      {{"Оксана Шевчук", "uk"}, {"Oksana Shevchuk", "en"}},
      {{"كمال الحداد", "ar"}, {"Kamal al-Haddad", "en"}},
      {{"فرهاد کریمی", "fa"}, {"Farhad Karimi", "en"}},
      {{"רונית שרביט", "he"}, {"Ronit Sharvit", "en"}},
      {{"Νίκος Παπαδάκης", "el"}, {"Nikos Papadakis", "en"}},
      {{"スティーブン・ハリソン", "ja"}, {"Steven Harrison", "en"}},
      {{"스티븐 해리슨", "ko"}, {"Steven Harrison", "en"}},
      {{"马丁·贝克特", "zh"}, {"Martin Beckett", "en"}},
      {{"Νίκος Παπαδάκης", "el"}, {"Никос Пападакис", "ru"}},
  };
  for (const auto& [a, b] : pairs) {
    INFO(a.name << " / " << b.name << ": " << sounds(a) << " / " << sounds(b));
    const NameLikeness like = compare(a, b);
    CHECK(like.score >= same_name);
    CHECK(like.possible);
    CHECK(compare(b, a).score == like.score);
  }
}

TEST_CASE("what leaves no sound open is sure") {
  CHECK(is_surely_one_name(compare({"Анатолий Верещагин", "ru"}, {"Anatoly Vereshchagin", "en"})));
  CHECK(is_surely_one_name(compare({"Оксана Шевчук", "uk"}, {"Oksana Shevchuk", "en"})));
  CHECK(is_surely_one_name(compare({"فرهاد کریمی", "fa"}, {"Farhad Karimi", "en"})));
}

TEST_CASE("near-homonyms are not surely one") {
  const std::pair<Written, Written> pairs[] = {
      {{"Сергей Иванов", "ru"}, {"Sergei Ivanova", "en"}},     // a man and a woman
      {{"Евгений Жданов", "ru"}, {"Evgenia Zhdanova", "en"}},  //
      {{"Виктор Орлов", "ru"}, {"Vladimir Orlov", "en"}},      // brothers
      {{"Ян Линдхольм", "ru"}, {"Jens Lindholm", "en"}},       //
      {{"김정은", "ko"}, {"Kim Jong-il", "en"}},               // son and father
      {{"Ким Чен Ир", "ru"}, {"Kim Jong-un", "en"}},           //
      {{"Андрей Баранов", "ru"}, {"Andrei Voronov", "en"}},    //
      {{"كمال الحداد", "ar"}, {"Kamal Hatem", "en"}},          //
      {{"רונית שרביט", "he"}, {"Ronit Shalev", "en"}},         //
      {{"スティーブン・ハリソン", "ja"}, {"Steven Hudson", "en"}},
      {{"马丁·贝克特", "zh"}, {"Martin Bergman", "en"}},
  };
  for (const auto& [a, b] : pairs) {
    const NameLikeness like = compare(a, b);
    INFO(a.name << " / " << b.name << ": " << sounds(a) << " / " << sounds(b) << " " << like.score);
    CHECK_FALSE(is_surely_one_name(like));
  }
}

TEST_CASE("what has no letters sounds like nobody") {
  CHECK(sound_of("", "en").empty());
  CHECK(sound_of("1984 !", "en").empty());
  CHECK(compare({"", "en"}, {"Anna Berg", "en"}).score == 0);
  CHECK(compare({"Ξ", "el"}, {"", ""}).score == 0);
}
