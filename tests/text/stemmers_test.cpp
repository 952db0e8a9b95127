#include "text/stemmer.hpp"

#include <sstream>
#include <string>

#include "tests/support/catch.hpp"
#include "text/language.hpp"

using dateline::text::find_language;
using dateline::text::Stemmer;

namespace {

std::string stems_of(const Stemmer& stemmer, const std::string& words) {
  std::istringstream in(words);
  std::string stems;
  for (std::string word; in >> word;) stems.append(stems.empty() ? "" : " ").append(word + ":" + stemmer.stem(word));
  return stems;
}

bool are_one(const Stemmer& stemmer, const std::string& words) {
  std::istringstream in(words);
  std::string first, word;
  in >> first;
  while (in >> word)
    if (stemmer.stem(word) != stemmer.stem(first)) return false;
  return true;
}

}  // namespace

TEST_CASE("light stemmers make the forms of a word one") {
  struct Row {
    const char *language, *forms;
  };
  const Row rows[] = {
      {"ar", "مدرسة المدرسة والمدرسة بالمدرسة وبالمدرسة للمدرسة وللمدرسة فالمدرسة كالمدرسة مدرستها"},
      {"ar", "وزير الوزير والوزير ووزير للوزير وزيرة والوزيرة"},
      {"ar", "معلم المعلمون والمعلمين المعلمات"},
      {"ar", "بيان البيان والبيان وبيان"},
      {"ar", "لبنان ولبنان للبنان"},
      {"ar", "مصري المصرية المصريون المصريين"},
      {"ar", "وزارة الوزارة والوزارة للوزارة"},
      {"fa",
       "کتاب کتاب‌ها کتاب‌های کتابهای كتاب کتاب‌هایی کتاب‌هایش"},
      {"fa", "بزرگ بزرگ‌تر بزرگتر بزرگ‌ترین بزرگترین"},
      {"fa", "معلم معلمان معلم‌ها"},
      {"fa", "انتخاب انتخابات"},
      {"fa", "خواهد می‌خواهد نمی‌خواهد"},
      {"fa", "خانه خانه‌ها خانه‌ای"},
      {"he", "ממשלה הממשלה בממשלה לממשלה שהממשלה ובממשלה ושהממשלה"},
      {"he", "בחירות הבחירות בבחירות לבחירות ומהבחירות"},
      {"he", "ירושלים בירושלים ובירושלים מירושלים שבירושלים"},
      {"he", "חוק החוק והחוק"},
      {"he", "הסכם ההסכם בהסכם להסכם שההסכם"},
      {"he", "לבנון בלבנון ללבנון ומלבנון"},
      {"pl", "minister ministra ministrowi ministrem ministrze ministrowie ministrów ministrami"},
      {"pl", "Polska Polski Polsce Polskę Polską"},
      {"pl", "wniosek wniosku wnioskiem wnioski wniosków"},
      {"pl", "rosyjski rosyjskiego rosyjskiemu rosyjskich rosyjskimi rosyjska"},
      {"pl", "szpital szpitala szpitalu szpitalem szpitale szpitali szpitalach"},
      {"pl", "powiedział powiedziała powiedziały"},
      {"pl", "wybory wyborów wyborami wyborach"},
      {"cs", "ministr ministra ministrovi ministrem ministři ministrů ministry"},
      {"cs", "Praha Prahy Praze Prahu Prahou"},
      {"cs", "zákazek zakázka zakázky zakázku zakázkami"},
      {"cs", "volby voleb volbám volbách"},
      {"cs", "městský městského městskému městských městskými městská"},
      {"sk", "minister ministra ministrovi ministrom ministri ministrov"},
      {"sk", "Slovensko Slovenska Slovensku Slovenskom"},
      {"uk", "президент президента президентові президентом президенти президентів президентами"},
      {"uk", "Україна України Україні Україну Україною"},
      {"uk", "Харків Харкова Харкові Харковом"},
      {"uk", "Київ Києва Києву Києвом"},
      {"uk", "заявив заявила заявили заявило"},
      {"uk", "допомога допомоги допомозі допомогу допомогою"},
      {"uk", "державний державного державному державних державними державна державну"},
      {"uk", "можливість можливості можливістю"},
      {"uk", "республіка республіці республіку"},
      {"be", "міністр міністра міністру міністрам міністры міністраў"},
      {"be", "Беларусь Беларусі Беларуссю"},
      {"be", "сказаў сказала сказалі"},
      {"be", "заявіў заявіла заявілі"},
      {"bg", "министър министъра министърът министри министрите"},
      {"bg", "държава държавата държави държавите"},
      {"bg", "правителство правителството правителства правителствата"},
      {"bg", "нов новия новият нова новата ново новото нови новите"},
      {"bg", "позиция позицията позиции позициите"},
      {"bg", "успех успеха успехът успеси успехи"},
      {"mk", "министер министерот министри министрите"},
      {"mk", "држава државата држави државите"},
      {"mk", "претседател претседателот претседатели претседателите"},
  };
  for (const Row& row : rows) {
    const Stemmer stemmer(*find_language(row.language));
    INFO(row.language << ": " << stems_of(stemmer, row.forms));
    CHECK(are_one(stemmer, row.forms));
  }
}

TEST_CASE("light stemmers keep words apart that only look like forms") {
  struct Row {
    const char *language, *one, *other;
  };
  const Row rows[] = {
      {"ar", "لبنان", "لبن"},   {"ar", "كانون", "كان"},  {"ar", "وزير", "زير"},     {"ar", "فيلم", "يلم"},
      {"ar", "والد", "د"},      {"ar", "الله", "له"},    {"fa", "تهران", "تهر"},    {"fa", "میدان", "دان"},
      {"fa", "مالیات", "مالی"}, {"fa", "دختر", "دخ"},    {"he", "בחירות", "חירות"}, {"he", "ממשלה", "משלה"},
      {"he", "שלום", "לום"},    {"he", "מדינה", "דינה"}, {"he", "ועדה", "עדה"},     {"pl", "dom", "do"},
      {"pl", "rząd", "rzeka"},  {"cs", "hrad", "hra"},   {"uk", "мова", "мовчати"}, {"bg", "това", "тото"},
  };
  for (const Row& row : rows) {
    const Stemmer stemmer(*find_language(row.language));
    INFO(row.language << ": " << row.one << ", " << row.other);
    CHECK(stemmer.stem(row.one) != stemmer.stem(row.other));
  }
}

TEST_CASE("a light stemmer leaves something of every word") {
  for (const dateline::text::Language& language : dateline::text::languages()) {
    if (!language.light_stemmer) continue;
    const Stemmer stemmer(language);
    for (const char* word :
         {"a", "ми", "ы", "и", "ал", "ال", "و", "וה", "ה", "הה", "ها", "‌ها", "می‌", "ego", "ych", "та", "€"}) {
      INFO(language.code << ": " << word);
      CHECK_FALSE(stemmer.stem(word).empty());
    }
  }
}
