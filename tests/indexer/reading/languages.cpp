// One invented story as a dozen countries would print and scrape it: the same facts are found in each language.
#include <string>
#include <variant>
#include <vector>

#include "indexer/reading/read.hpp"
#include "schema/days.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

struct Row {
  std::string language, title, byline, date;
  std::vector<std::string> body, cut;  // beginnings of all paragraphs; parts of what is cut
  std::string text;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {"nl",
       "Haven van Selm heropent na storm",
       "Anneke de Wit",
       "2024-03-12",
       {"De haven van Selm", "\"We hebben de hele", "De veerboten naar de"},
       {"Lees ook", "Steun onafhankelijke", "Tien tips", "Deel dit artikel", "Alle rechten"},
       R"(Haven van Selm heropent na storm

Door Anneke de Wit
12 maart 2024, 08:15

De haven van Selm is maandagochtend weer opengegaan nadat de storm van dit weekend twee schepen had losgeslagen, meldde het havenbedrijf.

"We hebben de hele nacht doorgewerkt om de vaargeul vrij te maken", zei havenmeester Pieter Bos tegen het ANP. Volgens hem is er geen schade aan de kades.

Lees ook: Storm legt treinverkeer plat

De veerboten naar de eilanden varen vanaf de middag weer volgens dienstregeling.

Steun onafhankelijke journalistiek: doneer vandaag nog.
Meest gelezen
Tien tips voor een droge kelder
Waarom de meeuw niet meer vliegt
Deel dit artikel op Facebook
© 2024 Kustbode. Alle rechten voorbehouden
)"},
      {"sv",
       "Färjan till Norrön inställd i tre dagar",
       "Karin Lind",
       "2024-04-03",
       {"Färjetrafiken till Norrön ställs", "– Vi beklagar det", "Omkring fyrahundra pendlare påverkas"},
       {"Läs också", "Maja Berg", "Prenumerera"},
       R"(Kustbladet
Publicerad 3 april 2024 kl 14.05

Färjan till Norrön inställd i tre dagar

Av Karin Lind

Färjetrafiken till Norrön ställs in i tre dagar på grund av ett fel i maskinen, uppger rederiet på onsdagen.

– Vi beklagar det här och sätter in bussar, säger rederiets vd Lars Ek till TT.

Omkring fyrahundra pendlare påverkas varje dag.

Läs också: Så klarar du vintern på ön
Foto: Maja Berg/TT
Prenumerera på vårt nyhetsbrev och missa inga nyheter
)"},
      {"fi",
       "Selmin satama avautui myrskyn jälkeen",
       "Liisa Mäkinen",
       "2024-03-18",
       {"Selmin satama avautui maanantaiaamuna,", "– Teimme töitä koko", "Lautat saariin kulkevat taas"},
       {"Lue myös", "Lehtikuva", "Tilaa uutiskirje"},
       R"(Selmin satama avautui myrskyn jälkeen

Teksti: Liisa Mäkinen
18.3.2024 klo 8.45

Selmin satama avautui maanantaiaamuna, kun viikonlopun myrsky oli upottanut kaksi kalastusalusta, satamaviranomainen kertoi.

– Teimme töitä koko yön, satamajohtaja Pekka Virta sanoi STT:lle.

Lautat saariin kulkevat taas iltapäivästä alkaen.

Lue myös: Miksi junat pysähtyivät
Kuva: Lehtikuva
Tilaa uutiskirje tästä
)"},
      {"cs",
       "Přístav v Selmu po bouři znovu otevřel",
       "Jana Nováková",
       "2024-03-18",
       {"Přístav v Selmu v", "„Pracovali jsme celou noc,“", "Trajekty na ostrovy vyplují"},
       {"Čtěte také", "Našli jste chybu", "Všechna práva"},
       R"(Přístav v Selmu po bouři znovu otevřel

18. března 2024 8:30
Autor: Jana Nováková

Přístav v Selmu v pondělí ráno znovu otevřel poté, co víkendová bouře potopila dva rybářské čluny, oznámila správa přístavu.

„Pracovali jsme celou noc,“ řekl ČTK kapitán přístavu Petr Dvořák.

Trajekty na ostrovy vyplují odpoledne.

Čtěte také: Proč se zastavily vlaky
Našli jste chybu? Napište nám
Všechna práva vyhrazena
)"},
      {"el",
       "Άνοιξε ξανά το λιμάνι της Σέλμης μετά την καταιγίδα",
       "Ελένη Παππά",
       "2024-03-15",
       {"Το λιμάνι της Σέλμης", "«Εργαστήκαμε όλη τη νύχτα»,", "Τα δρομολόγια προς τα"},
       {"Διαβάστε επίσης", "Γιατί άργησε", "Φωτογραφία", "Στηρίξτε"},
       R"(Άνοιξε ξανά το λιμάνι της Σέλμης μετά την καταιγίδα

15 Μαρτίου 2024, 10:30
Γράφει η Ελένη Παππά

Το λιμάνι της Σέλμης άνοιξε ξανά τη Δευτέρα το πρωί, δύο ημέρες μετά την καταιγίδα που βύθισε τρία σκάφη, ανακοίνωσε το λιμεναρχείο.

«Εργαστήκαμε όλη τη νύχτα», δήλωσε ο λιμενάρχης Νίκος Σταθάκης στο ΑΠΕ-ΜΠΕ.

Τα δρομολόγια προς τα νησιά ξεκινούν το μεσημέρι.

Διαβάστε επίσης:
Γιατί άργησε το πλοίο της γραμμής
Φωτογραφία: ΑΠΕ-ΜΠΕ
Στηρίξτε την ανεξάρτητη δημοσιογραφία με μια δωρεά.
)"},
      {"ro",
       "Portul Selm s-a redeschis după furtună",
       "Ioana Popescu",
       "2024-03-18",
       {"Portul Selm s-a redeschis", "„Am lucrat toată noaptea”,", "Feriboturile spre insule vor"},
       {"Citește și", "Susține", "Foto:"},
       R"(Portul Selm s-a redeschis după furtună

18 martie 2024, 09:20 | Autor: Ioana Popescu

Portul Selm s-a redeschis luni dimineață, după ce furtuna de la sfârșitul săptămânii a scufundat două bărci de pescuit, a anunțat căpitănia.

„Am lucrat toată noaptea”, a declarat căpitanul Andrei Munteanu pentru AGERPRES.

Feriboturile spre insule vor circula din nou de la prânz.

Citește și: De ce au întârziat trenurile
Susține jurnalismul independent printr-o donație.
Foto: Agerpres
)"},
      {"hu",
       "Újra megnyílt a selmi kikötő",
       "Kovács Anna",
       "2024-03-18",
       {"Hétfő reggel újra megnyílt", "„Egész éjjel dolgoztunk” –", "A kompok délutántól a"},
       {"Olvassa el", "Kövessen", "Minden jog"},
       R"(Újra megnyílt a selmi kikötő

Szerző: Kovács Anna
2024. március 18. 07:42

Hétfő reggel újra megnyílt a selmi kikötő, miután a hétvégi vihar két hajót is elsodort, közölte a kikötői hatóság az MTI-vel.

„Egész éjjel dolgoztunk” – mondta Nagy Péter kikötőparancsnok. Hozzátette, hogy a rakpartok épek maradtak.

A kompok délutántól a szokásos menetrend szerint közlekednek.

Olvassa el ezt is: Leállt a vasút a vihar miatt
Kövessen minket a Facebookon is!
Minden jog fenntartva
)"},
      {"sr",
       "Лука Селм поново отворена после олује",
       "Милица Јовановић",
       "2024-03-18",
       {"Лука Селм поново је", "„Радили смо целу ноћ”,", "Трајекти ка острвима крећу"},
       {"Прочитајте још", "Пратите нас"},
       R"(Лука Селм поново отворена после олује

Пише: Милица Јовановић
18. март 2024. 09:10

Лука Селм поново је отворена у понедељак ујутру, пошто је викенд олуја потопила два рибарска брода, саопштила је лучка управа.

„Радили смо целу ноћ”, рекао је за Танјуг управник луке Петар Илић.

Трајекти ка острвима крећу од подне.

Прочитајте још: Зашто су стали возови
Пратите нас на Фејсбуку
)"},
      {"vi",
       "Cảng Selm mở cửa trở lại sau bão",
       "",
       "2024-03-18",
       {"Cảng Selm đã mở", "\"Chúng tôi đã làm", "Các chuyến phà ra"},
       {"Xem thêm", "Minh Quân", "Theo dõi"},
       R"(Cảng Selm mở cửa trở lại sau bão

Thứ hai, 18/3/2024, 09:12 (GMT+7)

Cảng Selm đã mở cửa trở lại vào sáng thứ Hai sau khi cơn bão cuối tuần đánh chìm hai tàu cá, cơ quan cảng vụ cho biết.

"Chúng tôi đã làm việc suốt đêm", ông Trần Văn Bình, giám đốc cảng, nói với TTXVN.

Các chuyến phà ra đảo sẽ chạy lại từ trưa cùng ngày.

Lan Anh
Xem thêm: Vì sao tàu hỏa dừng chạy
Ảnh: Minh Quân
Theo dõi chúng tôi trên Facebook
)"},
      {"id",
       "Pelabuhan Selm Dibuka Kembali Setelah Badai",
       "Rina Wulandari",
       "2024-03-18",
       {"SELM, KOMPAS - Pelabuhan", "\"Kami bekerja sepanjang malam,\"", "Kapal feri ke pulau-pulau"},
       {"Baca juga", "Ikuti kami", "Hak cipta"},
       R"(Pelabuhan Selm Dibuka Kembali Setelah Badai

Oleh: Rina Wulandari
Senin, 18 Maret 2024 10:05 WIB

SELM, KOMPAS - Pelabuhan Selm dibuka kembali pada Senin pagi setelah badai akhir pekan menenggelamkan dua kapal nelayan, kata otoritas pelabuhan.

"Kami bekerja sepanjang malam," kata kepala pelabuhan Budi Santoso kepada Antara.

Baca juga: Kereta api berhenti karena badai

Kapal feri ke pulau-pulau akan berlayar kembali mulai siang hari.

Ikuti kami di Google News
Hak cipta dilindungi undang-undang
)"},
      {"bn",
       "ঝড়ের পর সেলম বন্দর আবার চালু",
       "নিজস্ব প্রতিবেদক, ঢাকা",
       "2024-03-18",
       {"সপ্তাহান্তের ঝড়ে দুটি মাছ", "\"আমরা সারা রাত কাজ", "দুপুর থেকে দ্বীপগুলোতে ফেরি"},
       {"আরও পড়ুন", "আমাদের ফেসবুক", "ছবি:"},
       R"(ঝড়ের পর সেলম বন্দর আবার চালু

নিজস্ব প্রতিবেদক, ঢাকা
প্রকাশ: ১৮ মার্চ ২০২৪, ০৯: ১৫

সপ্তাহান্তের ঝড়ে দুটি মাছ ধরার নৌকা ডুবে যাওয়ার পর সোমবার সকালে সেলম বন্দর আবার চালু হয়েছে বলে বন্দর কর্তৃপক্ষ জানিয়েছে।

"আমরা সারা রাত কাজ করেছি," বলেছেন বন্দরপ্রধান রফিকুল ইসলাম।

দুপুর থেকে দ্বীপগুলোতে ফেরি চলাচল শুরু হবে।

আরও পড়ুন: ট্রেন কেন থেমে গেল
আমাদের ফেসবুক পেজে যোগ দিন
ছবি: সংগৃহীত
)"},
      {"ur",
       "طوفان کے بعد سیلم کی بندرگاہ دوبارہ کھل گئی",
       "ویب ڈیسک",
       "2024-03-18",
       {"ہفتے کے آخر میں", "بندرگاہ کے سربراہ احمد", "جزیروں کے لیے کشتیاں"},
       {"مزید پڑھیں", "ہمارے واٹس ایپ"},
       R"(طوفان کے بعد سیلم کی بندرگاہ دوبارہ کھل گئی

ویب ڈیسک
18 مارچ 2024

ہفتے کے آخر میں آنے والے طوفان سے دو کشتیاں ڈوبنے کے بعد سیلم کی بندرگاہ پیر کی صبح دوبارہ کھول دی گئی، بندرگاہ کے حکام نے بتایا۔

بندرگاہ کے سربراہ احمد رضا نے کہا کہ ’ہم نے ساری رات کام کیا۔‘

جزیروں کے لیے کشتیاں دوپہر سے چلیں گی۔

مزید پڑھیں: ٹرینیں کیوں رک گئیں
ہمارے واٹس ایپ چینل کو جوائن کریں
)"},
  };
  return table;
}

Article understood(const std::string& text) {
  RawArticle raw;
  raw.input = "a.txt";
  raw.text = text;
  ReadingContext context;
  context.today = schema::to_day(2026, 1, 1);
  auto result = read(std::move(raw), context);
  REQUIRE(std::holds_alternative<schema::StoredArticle>(result));
  return schema::present(std::get<schema::StoredArticle>(result));
}

std::vector<std::string> paragraphs(const std::string& body) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", begin), body.size());
    found.push_back(body.substr(begin, end - begin));
    begin = end + 2;
  }
  return found;
}

bool is_removed(const Article& article, const std::string& part) {
  for (const Removed& removed : article.removed)
    if (removed.text.find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("title, byline, date and body are found, and the rest is cut, in every language") {
  for (const Row& row : rows()) {
    INFO(row.language);
    const Article article = understood(row.text);
    CHECK(article.language.value_or("") == row.language);
    CHECK(article.title.value_or("") == row.title);
    CHECK(article.byline.value_or("") == row.byline);
    CHECK((article.date ? schema::to_string(*article.date) : "") == row.date);
    const std::vector<std::string> body = paragraphs(article.body);
    REQUIRE(body.size() == row.body.size());
    for (std::size_t i = 0; i < body.size(); ++i) CHECK(body[i].find(row.body[i]) == 0);
    for (const std::string& part : row.cut) {
      INFO(part);
      CHECK(is_removed(article, part));
    }
  }
}

TEST_CASE("the agency of a dateline is found in every shape in which agencies write it") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"BTA",
       "София, 18 март (БТА) - Пристанището в Селм отвори отново в понеделник сутринта след бурята, която потопи две "
       "лодки, съобщи управлението."},
      {"BSS",
       "ঢাকা, ১৮ মার্চ, ২০২৪ (বাসস) : সপ্তাহান্তের ঝড়ে দুটি নৌকা ডুবে যাওয়ার পর সোমবার সকালে সেলম বন্দর আবার চালু হয়েছে বলে "
       "কর্তৃপক্ষ জানিয়েছে।"},
      {"ACN",
       "Barcelona (ACN).- El port de Selm ha reobert aquest dilluns al matí després del temporal que va enfonsar dues "
       "barques, ha informat l'autoritat portuària."},
      {"ČTK",
       "Praha 18. března 2024 (ČTK) - Přístav v Selmu v pondělí ráno znovu otevřel poté, co víkendová bouře potopila "
       "dva čluny, oznámila správa."},
      {"Ritzau",
       "KØBENHAVN/RITZAU. Havnen i Selm åbnede mandag efter weekendens storm, der sænkede to fiskerbåde, oplyser "
       "havnemyndigheden."},
      {"AMNA",
       "ΑΘΗΝΑ, 18 Μαρτίου (ΑΠΕ-ΜΠΕ) - Το λιμάνι της Σέλμης άνοιξε ξανά τη Δευτέρα το πρωί μετά την καταιγίδα, "
       "ανακοίνωσε το λιμεναρχείο."},
      {"ISNA",
       "به گزارش خبرگزاری ایسنا، بندر سلم صبح دوشنبه پس از توفان پایان هفته که دو قایق ماهیگیری را غرق کرد دوباره باز "
       "شد و کشتی‌ها حرکت کردند."},
      {"STT",
       "Helsinki (STT) – Selmin satama avautui maanantaiaamuna, kun viikonlopun myrsky oli upottanut kaksi "
       "kalastusalusta, viranomainen kertoi."},
      {"PTI",
       "नई दिल्ली, 18 मार्च (भाषा) सप्ताहांत के तूफान में दो नावों के डूबने के बाद सोमवार सुबह सेल्म बंदरगाह फिर से खोल दिया गया, "
       "अधिकारियों ने बताया।"},
      {"HINA",
       "ZAGREB, 18. ožujka (Hina) - Luka Selm ponovno je otvorena u ponedjeljak ujutro, nakon što je oluja potopila "
       "dva broda, priopćila je uprava."},
      {"MTI",
       "Budapest, 2024. március 18., hétfő (MTI) - Hétfő reggel újra megnyílt a selmi kikötő, miután a vihar két hajót "
       "is elsodort, közölte a hatóság."},
      {"Antara",
       "Jakarta (ANTARA) - Pelabuhan Selm dibuka kembali pada Senin pagi setelah badai akhir pekan menenggelamkan dua "
       "kapal nelayan, kata otoritas pelabuhan."},
      {"Bernama",
       "KUALA LUMPUR, 18 Mac (Bernama) -- Pelabuhan Selm dibuka semula pagi Isnin selepas ribut hujung minggu "
       "menenggelamkan dua bot nelayan, kata pihak berkuasa."},
      {"ANP",
       "AMSTERDAM (ANP) - De haven van Selm is maandagochtend weer opengegaan nadat de storm twee schepen had "
       "losgeslagen, meldde het havenbedrijf."},
      {"NTB",
       "OSLO (NTB): Havnen i Selm åpnet mandag etter helgens storm som senket to fiskebåter, opplyser "
       "havnemyndighetene i en pressemelding."},
      {"PAP",
       "Warszawa (PAP) - Port w Selmie został w poniedziałek rano ponownie otwarty po weekendowej burzy, która "
       "zatopiła dwa kutry, podał zarząd portu."},
      {"Lusa",
       "Lisboa, 18 mar 2024 (Lusa) - O porto de Selm reabriu na segunda-feira de manhã depois da tempestade que "
       "afundou dois barcos, informou a capitania."},
      {"Agerpres",
       "BUCUREȘTI, 18 mar - Agerpres - Portul Selm s-a redeschis luni dimineață, după ce furtuna a scufundat două "
       "bărci de pescuit, a anunțat căpitănia."},
      {"TASR",
       "Bratislava 18. marca (TASR) - Prístav v Selme v pondelok ráno opäť otvoril po tom, čo víkendová búrka potopila "
       "dva člny, oznámila správa."},
      {"Tanjug",
       "БЕОГРАД, 18. марта (Танјуг) - Лука Селм поново је отворена у понедељак ујутру, пошто је олуја потопила два "
       "брода, саопштила је управа."},
      {"Beta",
       "BEOGRAD, 18. marta /Beta/ - Luka Selm ponovo je otvorena u ponedeljak ujutru, pošto je oluja potopila dva "
       "broda, saopštila je uprava luke."},
      {"TT",
       "STOCKHOLM/TT. Hamnen i Selm öppnade på måndagen efter helgens storm som sänkte två fiskebåtar, uppger "
       "hamnmyndigheten i ett uttalande."},
      {"Xinhua",
       "กรุงเทพฯ (ซินหัว) -- ท่าเรือเซล์มเปิดให้บริการอีกครั้งในเช้าวันจันทร์ หลังพายุช่วงสุดสัปดาห์ทำให้เรือประมงสองลำจม เจ้าหน้าที่ท่าเรือกล่าว"},
      {"Anadolu",
       "ANKARA (AA) - Hafta sonu fırtınasında iki balıkçı teknesinin batmasının ardından Selm limanı pazartesi sabahı "
       "yeniden açıldı, liman idaresi duyurdu."},
      {"APP",
       "اسلام آباد (اے پی پی) ہفتے کے آخر میں آنے والے طوفان کے بعد سیلم کی بندرگاہ پیر کی صبح دوبارہ کھول دی گئی، "
       "بندرگاہ کے حکام نے بتایا ہے۔"},
      {"VNA",
       "Hà Nội (TTXVN 18/3) - Cảng Selm đã mở cửa trở lại vào sáng thứ Hai sau khi cơn bão cuối tuần đánh chìm hai tàu "
       "cá, cơ quan cảng vụ cho biết."},
  };
  for (const auto& [agency, text] : table) {
    INFO(text);
    CHECK(understood("The harbour of Selm has opened again\n\n" + text).sources == std::vector<std::string>{agency});
  }
}

TEST_CASE("a name that only happens to stand between dashes or behind a slash is no agency") {
  for (const char* text :
       {"The mayor - Anna Lind - said on Monday that the harbour of Selm would stay closed for another week.",
        "The road from Selm/Tolmen. It is closed for another week, the town said on Monday, because of the storm.",
        "The harbour opens on Monday. Ferries and/or buses: the town will say on Sunday which of them will run."}) {
    INFO(text);
    CHECK(understood(text).sources.empty());
  }
}
