#include "text/fold.hpp"

#include <initializer_list>
#include <random>
#include <string>

#include "tests/support/catch.hpp"
#include "text/utf8.hpp"

using dateline::text::fold;
using dateline::text::folded_words;

namespace {

struct Row {
  const char *written, *folded;
};

const Row kRows[] = {
    {"", ""},
    {"PUTIN", "putin"},
    {"Straße", "strasse"},
    {"STRASSE", "strasse"},
    {"Łódź", "lodz"},
    {"Øresund Ålesund", "oresund alesund"},
    {"Đặng", "dặng"},
    {"Æther œuvre", "aether oeuvre"},
    {"Þórr ð", "thorr d"},
    {"İstanbul ISPARTA ılık i", "istanbul isparta ilik i"},
    {"naïve Zürich Ångström", "naive zurich angstrom"},
    {"España Curaçao São", "espana curacao sao"},
    {"Șeful Şeful", "seful seful"},
    {"čovek Ćosić žena", "covek cosic zena"},
    {"Việt", "việt"},
    {"Hà Nội", "ha nội"},
    {"Nguyễn Tấn Dũng", "nguyễn tấn dung"},
    {"người nước", "người nước"},
    {"Ǿ", "o"},
    {"Ёлка", "елка"},
    {"Йод", "йод"},
    {"Йод", "йод"},
    {"за́мок", "замок"},
    {"ґанок", "ганок"},
    {"п'ять п’ять пʼять п`ять", "пять пять пять пять"},
    {"Πρόεδρος", "προεδροσ"},
    {"ΌΤΙ", "οτι"},
    {"أحمد إلى آب ٱسم", "احمد الي اب اسم"},
    {"القاهرة", "القاهره"},
    {"مستشفى", "مستشفي"},
    {"مـــصر", "مصر"},
    {"مُحَمَّد", "محمد"},
    {"ایران کتاب", "ايران كتاب"},
    {"می‌خواهد", "ميخواهد"},
    {"پاکستان میں ہے", "پاكستان ميں هے"},
    {"١٢٣ ۱۲۳ १२३ ๑๒๓ １２３", "123 123 123 123 123"},
    {"٣٫١٤", "3.14"},
    {"שָׁלוֹם", "שלום"},
    {"צה\"ל צה״ל", "צהל צהל"},
    {"צ'כיה צ׳כיה", "צכיה צכיה"},
    {"क़ानून", "कानून"},
    {"हँसी", "हंसी"},
    {"ＡＢＣ", "abc"},
    {"ｶﾞｽ", "ガス"},
    {"ﬁne", "fine"},
    {"Ⅳ", "iv"},
    {"co\xC2\xADop", "coop"},
    {"O’Brien O‘Brien OʼBrien O'Brien", "o'brien o'brien o'brien o'brien"},
    {"Saʿūd", "saud"},
    {"ᄒ\xE1\x85\xA1\xE1\x86\xAB", "한"},
    {"が が", "が が"},
    {"น้ำ", "น้ํา"},
    {"Ərdoğan", "ərdogan"},
    {"ḥadīṯ", "hadit"},
    {"ẹ", "ẹ"},
    {"京都", "京都"},
};

}  // namespace

TEST_CASE("each writing has one folded form") {
  for (const Row& row : kRows) {
    INFO(row.written);
    CHECK(fold(row.written) == row.folded);
  }
}

TEST_CASE("folding a second time changes nothing") {
  for (const Row& row : kRows) CHECK(fold(fold(row.written)) == fold(row.written));
  for (char32_t c = 1; c < 0x3000; ++c) {  // each letter alone, and before a mark
    if (c >= 0x80 && c < 0xA0) continue;
    std::string one;
    if (c < 0x80)
      one += static_cast<char>(c);
    else if (c < 0x800)
      (one += static_cast<char>(0xC0 | (c >> 6))) += static_cast<char>(0x80 | (c & 0x3F));
    else
      ((one += static_cast<char>(0xE0 | (c >> 12))) += static_cast<char>(0x80 | ((c >> 6) & 0x3F))) +=
          static_cast<char>(0x80 | (c & 0x3F));
    for (const char* behind : {"", "\xCC\x81", "\xCC\x86", "\xCC\xA3\xCC\x82", "\xD9\x91"}) {
      const std::string folded = fold(one + behind);
      INFO(one << behind << " U+" << std::hex << static_cast<unsigned>(c));
      CHECK(fold(folded) == folded);
    }
  }
}

TEST_CASE("the ways to write a letter fold alike") {
  const char* const groups[][4] = {
      {"É", "é", "E\xCC\x81", "e"}, {"Ü", "ü", "u\xCC\x88", "Ｕ"}, {"Й", "й", "и\xCC\x86", "Й"},
      {"İ", "I", "ı", "i"},         {"Ё", "е\xCC\x88", "Е", "е"},  {"ế", "Ế", "ê\xCC\x81", "e\xCC\x82\xCC\x81"},
      {"ạ", "Ạ", "a\xCC\xA3", "ạ"}, {"ـب", "ب", "بّ", "ﺏ"},         {"ی", "ي", "ى", "ﻱ"},
      {"Ǆ", "ǆ", "ǅ", "dž"},
  };
  for (const auto& group : groups)
    for (const char* written : group) {
      INFO(written);
      CHECK(fold(written) == fold(group[0]));
    }
}

TEST_CASE("what distinguishes words stays") {
  CHECK(fold("й") != fold("и"));
  CHECK(fold("ма") != fold("ma"));
  CHECK(fold("mả") != fold("ma"));
  CHECK(fold("mạ") != fold("ma"));
  CHECK(fold("か") != fold("が"));
  CHECK(fold("ク") != fold("く"));
  CHECK(fold("கி") != fold("க"));
}

TEST_CASE("any bytes can be folded") {
  CHECK(fold("\xFF\xFE") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(fold("a\xE4\xBA") == "a\xEF\xBF\xBD");
  CHECK(fold(std::string(3, '\0')) == std::string(3, '\0'));
}

TEST_CASE("names are compared by their folded words") {
  CHECK(folded_words("  Dmitry   PESKOV ", ' ') == "dmitry peskov");
  CHECK(folded_words("Sinn Féin's O’Brien", '-') == "sinn-fein-s-o-brien");
  CHECK(folded_words("弗拉基米尔·普京", ' ') == "弗拉基米尔 普京");
  CHECK(folded_words("\"...\"", ' ').empty());
}

TEST_CASE("letters that are folded one by one fold as they do in any company") {
  // Behind a letter of another script everything is folded the long way.
  const auto folds_alike = [](const std::string& text) { return fold(text + "가") == fold(text) + "가"; };
  const auto utf8 = [](std::initializer_list<char32_t> points) {
    std::string text;
    for (const char32_t point : points) dateline::text::append(text, point);
    return text;
  };
  std::size_t different = 0;
  const char32_t company[] = {'a',   U'е', U'ш',  U'α',  U'ا',  U'ה', 0x301, 0x306,
                              0x323, '\'', 0x5F4, 0x640, 0x64E, ' ',  0x200D};
  for (char32_t point = 1; point < 0x720; ++point) {
    different += !folds_alike(utf8({point}));
    for (const char32_t other : company)
      different += !folds_alike(utf8({point, other})) + !folds_alike(utf8({other, point})) +
                   !folds_alike(utf8({other, point, other}));
  }
  std::mt19937 random(7);
  const auto any = [&] { return static_cast<char32_t>(1 + random() % 0x720); };
  for (int round = 0; round < 20000; ++round) different += !folds_alike(utf8({any(), any(), any(), any()}));
  CHECK(different == 0);
}
