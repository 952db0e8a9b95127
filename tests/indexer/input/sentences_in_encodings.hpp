// Sentences of many languages, each with the encodings in which it was written before UTF-8.
#pragma once

#include <string>
#include <vector>

namespace dateline::tests {

struct EncodedLanguage {
  std::string language;
  std::vector<std::string> encodings;  // as ICU names them
  std::string text;                    // two or three sentences
};

inline const std::vector<EncodedLanguage>& encoded_languages() {
  static const std::vector<EncodedLanguage> languages{
      {"ru",
       {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"},
       "Порт снова открыли в понедельник после двух дней шторма, сообщила администрация. Паромы на острова пойдут уже "
       "в полдень, а рыбаки вернутся к вечеру."},
      {"uk",
       {"windows-1251", "KOI8-U"},
       "Порт знову відкрили в понеділок після двох днів шторму, повідомила адміністрація. Пороми на острови підуть уже "
       "опівдні, а рибалки повернуться до вечора."},
      {"bg",
       {"windows-1251", "ISO-8859-5"},
       "Пристанището беше отворено отново в понеделник след два дни буря, съобщи управата. Фериботите до островите ще "
       "тръгнат по обяд, а рибарите се очакват вечерта."},
      {"sr",
       {"windows-1251"},
       "Лука је поново отворена у понедељак после два дана олује, саопштила је управа. Трајекти за острва кренуће већ "
       "у "
       "подне, а рибари се очекују увече."},
      {"ar",
       {"windows-1256", "ISO-8859-6"},
       "أعيد فتح الميناء يوم الاثنين بعد يومين من العاصفة، وقالت الإدارة إن العبارات ستبحر إلى الجزر ظهرا. ومن المتوقع "
       "أن "
       "يعود الصيادون في المساء."},
      {"fa",
       {"windows-1256"},
       "بندر روز دوشنبه پس از دو روز توفان دوباره باز شد و اداره بندر گفت که کشتي‌ها از "
       "ظهر "
       "به "
       "سوي "
       "جزيره‌ها "
       "مي‌روند. "
       "انتظار مي‌رود ماهيگيران شب بازگردند."},
      {"he",
       {"windows-1255", "ISO-8859-8"},
       "הנמל נפתח מחדש ביום שני אחרי יומיים של סערה, מסרה הנהלת הנמל. המעבורות לאיים יפליגו כבר בצהריים, והדייגים "
       "צפויים "
       "לחזור בערב."},
      {"el",
       {"windows-1253", "ISO-8859-7"},
       "Το λιμάνι άνοιξε ξανά τη Δευτέρα μετά από δύο ημέρες κακοκαιρίας, ανακοίνωσε η διοίκηση. Τα πλοία για τα νησιά "
       "θα φύγουν το μεσημέρι και οι ψαράδες επιστρέφουν το βράδυ."},
      {"tr",
       {"windows-1254", "ISO-8859-9"},
       "Liman iki gün süren fırtınanın ardından pazartesi günü yeniden açıldı, yönetim açıkladı. Adalara giden gemiler "
       "öğle saatlerinde kalkacak, balıkçıların akşam dönmesi bekleniyor."},
      {"pl",
       {"windows-1250", "ISO-8859-2"},
       "Port został ponownie otwarty w poniedziałek po dwóch dniach sztormu, podał zarząd. Promy na wyspy odpłyną już "
       "w "
       "południe, a rybacy mają wrócić wieczorem, choć część łodzi jest uszkodzona."},
      {"cs",
       {"windows-1250", "ISO-8859-2"},
       "Přístav byl v pondělí po dvou dnech bouře znovu otevřen, oznámila správa. Trajekty na ostrovy vyplují již v "
       "poledne a rybáři se mají vrátit večer, i když některé čluny jsou poškozené."},
      {"hu",
       {"windows-1250", "ISO-8859-2"},
       "A kikötőt kétnapos vihar után hétfőn újra megnyitották, közölte az igazgatóság. A szigetekre tartó kompok már "
       "délben elindulnak, a halászok pedig estére térnek vissza, bár több hajó megsérült."},
      {"ro",
       {"windows-1250", "ISO-8859-2"},
       "Portul a fost redeschis luni, după două zile de furtună, a anunţat administraţia. Feriboturile spre insule vor "
       "pleca la prânz, iar pescarii sînt aşteptaţi seara, deşi mai multe bărci sînt avariate."},
      {"hr",
       {"windows-1250", "ISO-8859-2"},
       "Luka je ponovno otvorena u ponedjeljak nakon dva dana oluje, priopćila je uprava. Trajekti za otoke kreću već "
       "u "
       "podne, a ribari se očekuju navečer, iako su neke brodice oštećene i još čekaju majstore."},
      {"de",
       {"windows-1252", "ISO-8859-1", "ISO-8859-15"},
       "Der Hafen wurde am Montag nach zwei Tagen Sturm wieder geöffnet, teilte die Behörde mit. Die Fähren zu den "
       "Inseln fahren schon mittags, die Fischer müssen bis zum Abend draußen bleiben."},
      {"fr",
       {"windows-1252", "ISO-8859-1", "ISO-8859-15"},
       "Le port a été rouvert lundi après deux jours de tempête, a annoncé la direction. Les bateaux pour les îles "
       "partiront dès midi, et les pêcheurs sont attendus le soir même."},
      {"es",
       {"windows-1252", "ISO-8859-1"},
       "El puerto reabrió el lunes después de dos días de tormenta, informó la administración. Los barcos a las islas "
       "saldrán al mediodía y los pescadores volverán por la noche, según el capitán Núñez."},
      {"pt",
       {"windows-1252", "ISO-8859-1"},
       "O porto reabriu na segunda-feira após dois dias de tempestade, informou a administração. As embarcações para "
       "as "
       "ilhas saem já ao meio-dia, e os pescadores não são esperados antes da noite."},
      {"it",
       {"windows-1252", "ISO-8859-1"},
       "Il porto è stato riaperto lunedì dopo due giorni di tempesta, ha detto la direzione. I traghetti per le isole "
       "partiranno già a mezzogiorno, perché il mare è più calmo, e la città aspetta i pescatori."},
      {"sv",
       {"windows-1252", "ISO-8859-1"},
       "Hamnen öppnades på måndagen efter två dagars storm, meddelade myndigheten. Färjorna till öarna går redan mitt "
       "på "
       "dagen, och fiskarna väntas åter på kvällen."},
      {"da",
       {"windows-1252", "ISO-8859-1"},
       "Havnen blev åbnet igen mandag efter to dages storm, oplyste myndigheden. Færgerne til øerne sejler allerede "
       "ved "
       "middagstid, og fiskerne er først ventet hjem på tirsdag, når bølgerne er små."},
      {"fi",
       {"windows-1252", "ISO-8859-1"},
       "Satama avattiin maanantaina kahden päivän myrskyn jälkeen, kertoi viranomainen. Lautat saarille lähtevät jo "
       "puoliltapäivin, ja kalastajien odotetaan palaavan illalla, jos sää pysyy tyynenä."},
      {"et",
       {"windows-1257", "ISO-8859-13"},
       "Sadam avati esmaspäeval pärast kahepäevast tormi uuesti, teatas amet. Praamid saartele väljuvad juba "
       "keskpäeval "
       "ning kalurid peaksid õhtuks jõudma tagasi, kui tuul vaibub."},
      {"lt",
       {"windows-1257", "ISO-8859-13"},
       "Uostas po dviejų dienų audros pirmadienį vėl atidarytas, pranešė valdyba. Keltai į salas išplauks jau "
       "vidurdienį, "
       "o žvejai turėtų grįžti vakare, nors kai kurie laivai apgadinti."},
      {"lv",
       {"windows-1257", "ISO-8859-13"},
       "Osta pēc divu dienu vētras pirmdien atkal atvērta, paziņoja pārvalde. Prāmji uz salām dosies jau pusdienlaikā, "
       "bet "
       "zvejnieki gaidāmi vakarā, lai gan dažas laivas ir bojātas."},
      {"th",
       {"windows-874", "TIS-620"},
       "ท่าเรือเปิดอีกครั้งเมื่อวันจันทร์หลังจากพายุพัดนานสองวัน เจ้าหน้าที่กล่าวว่าเรือไปเกาะจะออกตอนเที่ยง "
       "และชาวประมงจะกลับมาในตอนเย็น"},
      {"zh-Hans",
       {"GBK", "GB18030"},
       "港口在两天的风暴之后于星期一重新开放，管理部门说。开往各岛的渡船中午就会出发，渔民预计晚上回来。"},
      {"zh-Hant",
       {"Big5"},
       "港口在兩天的風暴之後於星期一重新開放，管理部門說。開往各島的渡船中午就會出發，漁民預計晚上回來。"},
      {"ja",
       {"Shift_JIS", "EUC-JP", "ISO-2022-JP"},
       "港は二日間の嵐のあと、月曜日に再び開かれたと管理局が発表した。島へ向かうフェリーは正午に出発し、漁師たちは夕方"
       "に戻る見"
       "込みだ。"},
      {"ko",
       {"EUC-KR"},
       "항구가 이틀 동안의 폭풍이 지나간 뒤 월요일에 다시 열렸다고 관리국이 밝혔다. 섬으로 가는 배는 정오에 떠나고 "
       "어부들은 저녁에 "
       "돌아올 예정이다."},
  };
  return languages;
}

}  // namespace dateline::tests
