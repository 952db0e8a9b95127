#include "tests/oracle/made_articles.hpp"

#include <array>
#include <vector>

#include "text/utf8.hpp"

namespace dateline::oracle {
namespace {

struct Tongue {
  const char* language;
  const char* blank;  // between words
  const char* stop;
  const char *open, *close;
  const char* said;
  std::vector<const char*> words;
};

const std::vector<Tongue>& tongues() {
  static const std::vector<Tongue> all = {
      {"en",
       " ",
       ".",
       "“",
       "”",
       "said",
       {"strike",    "strikes",        "striking", "harbour",   "harbours",  "port",   "ports",   "minister",
        "ministers", "talks",          "talked",   "agreement", "restraint", "ferry",  "ferries", "storm",
        "storms",    "vice-president", "Russia's", "note",      "notes",     "not",    "noted",   "U.S.",
        "café",      "cafe\xCC\x81",   "the",      "of",        "in",        "and",    "and",     "the",
        "Polish",    "polish",         "1,000",    "2024",      "l’Iran",    "stone,", "bread;",  "(harbour)",
        "CEASEFIRE", "ceasefire",      "AFP",      "fire"}},
      {"de", " ", ".", "„", "“", "sagte", {"Streik",  "Streiks",  "Streiken",  "Hafen",    "Häfen",
                                           "Hafens",  "Minister", "Ministern", "Abkommen", "Zurückhaltung",
                                           "Fähre",   "Fähren",   "Sturm",     "Stürme",   "und",
                                           "die",     "der",      "im",        "nicht",    "Straße",
                                           "Strasse", "Note",     "Noten",     "Port",     "Waffenstillstand"}},
      {"fr", " ", ".", "«", "»", "dit", {"grève",  "grèves",  "port",           "ports",   "ministre", "ministres",
                                         "accord", "accords", "retenue",        "l’île",   "d’État",   "note",
                                         "notes",  "noter",   "notent",         "pas",     "le",       "la",
                                         "et",     "dans",    "vice-président", "tempête", "tempêtes", "cessez-le-feu",
                                         "œuvre"}},
      {"es",
       " ",
       ".",
       "«",
       "»",
       "dijo",
       {"huelga", "huelgas", "puerto", "puertos", "ministro", "ministros", "acuerdo", "acuerdos", "nota", "notas",
        "tormenta", "tormentas", "el", "la", "de", "no", "contención", "niño", "niños"}},
      {"ru", " ", ".", "«", "»", "сказал", {"забастовка", "забастовки", "забастовку", "порт",         "порты",
                                            "порта",      "министр",    "министры",   "сдержанность", "сдержанности",
                                            "паром",      "парома",     "шторм",      "шторма",       "ещё",
                                            "еще",        "в",          "и",          "не",           "перемирие",
                                            "стул"}},
      {"pl", " ", ".", "„", "”", "powiedział", {"strajk",          "strajki",  "strajkiem",   "port",
                                                "portu",           "minister", "ministrowie", "powściągliwość",
                                                "powściągliwości", "prom",     "promy",       "burza",
                                                "burze",           "nie",      "w",           "i",
                                                "żagiel",          "żagle",    "rozejm",      "rozejmu"}},
      {"tr",
       " ",
       ".",
       "“",
       "”",
       "dedi",
       {"grev", "grevler", "grevleri", "liman", "limanlar", "limanları", "bakan", "bakanlar", "anlaşma", "anlaşmalar",
        "İstanbul", "Ankara’da", "fırtına", "fırtınalar", "ve", "bir", "değil", "ılık"}},
      {"ar",
       " ",
       ".",
       "«",
       "»",
       "قال",
       {"إضراب", "الإضراب", "ميناء", "الميناء", "وزير", "الوزير", "اتفاق", "عاصفة", "العاصفة", "في", "من", "هدنة",
        "الهدنة،"}},
      {"he",
       " ",
       ".",
       "\"",
       "\"",
       "אמר",
       {"שביתה", "השביתה", "נמל", "הנמל", "שר", "השר", "הסכם", "איפוק", "סערה", "הסערה", "צה\"ל", "של", "לא"}},
      {"ja",
       "",
       "。",
       "「",
       "」",
       "と述べた",
       {"港", "港湾", "ストライキ", "大臣", "合意", "自制", "東京都知事", "京都", "が", "を", "の", "停戦", "嵐",
        "、"}},
      {"zh",
       "",
       "。",
       "“",
       "”",
       "说",
       {"港口", "罢工", "部长", "协议", "克制", "渡轮", "暴风雨", "的", "在", "停火", "，"}},
      {"zh-Hant",
       "",
       "。",
       "「",
       "」",
       "說",
       {"港口", "罷工", "部長", "協議", "克制", "渡輪", "暴風雨", "的", "在", "停火", "，"}},
      {"th", "", " ", "“", "”", "กล่าวว่า", {"ท่าเรือ", "การประท้วง", "รัฐมนตรี", "พายุ", "เรือ", "ข้อตกลง", "หยุดยิง", "ที่", "ใน"}},
      {"ko",
       " ",
       ".",
       "“",
       "”",
       "말했다",
       {"항구", "항구가", "항구에서", "파업", "파업을", "장관", "장관은", "합의", "합의를", "폭풍", "폭풍이", "휴전"}},
  };
  return all;
}

struct Person {
  const char* name;
  SpeakerKind kind;
  std::vector<const char*> written;
};

// Names that share a word or all but their case, bodies, groups, a name in several scripts.
const std::vector<Person>& people() {
  static const std::vector<Person> all = {
      {"Ada Kowal", SpeakerKind::person, {"Ada Kowal", "Kowal", "Frau Kowal"}},
      {"ADA KOWAL", SpeakerKind::person, {"ADA KOWAL"}},
      {"Tom Kowal", SpeakerKind::person, {"Tom Kowal", "Kowal"}},
      {"Lena Brandt", SpeakerKind::person, {"Lena Brandt", "Brandt", "Лена Брандт"}},
      {"Ines Almarante", SpeakerKind::person, {"Ines Almarante", "Almarante", "Инес Альмаранте"}},
      {"Анна Петрова", SpeakerKind::person, {"Анна Петрова", "Петрова"}},
      {"田中花子", SpeakerKind::person, {"田中花子", "田中"}},
      {"Coast Guard", SpeakerKind::body, {"Coast Guard", "the Guard"}},
      {"Foreign Ministry", SpeakerKind::body, {"Foreign Ministry"}},
      {"officials", SpeakerKind::group, {"officials", "two officials"}},
      {"witnesses", SpeakerKind::group, {"witnesses"}},
  };
  return all;
}

class Maker {
 public:
  explicit Maker(std::mt19937& random) : random_(random), tongue_(&tongues()[random() % tongues().size()]) {}

  Article article(std::string id) {
    article_.id = std::move(id);
    article_.language = tongue_->language;
    if (chance(90)) article_.title = sentence(3 + below(5), false);
    if (chance(20)) article_.subtitle = sentence(3 + below(4), false);
    const std::size_t paragraphs = 1 + below(4);
    for (std::size_t i = 0; i < paragraphs; ++i) add_paragraph(i);
    add_facts();
    return std::move(article_);
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class Values>
  const auto& one_of(const Values& values) {
    return values[below(values.size())];
  }

  std::string sentence(std::size_t words, bool stop = true) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
      text += (i == 0 ? "" : tongue_->blank) + std::string(one_of(tongue_->words));
    return stop ? text + tongue_->stop : text;
  }

  // Now and then in another language.
  void add_paragraph(std::size_t number) {
    const Tongue* own = tongue_;
    if (number > 0 && chance(10)) tongue_ = &one_of(tongues());
    if (number > 0) article_.body += "\n\n";
    const std::size_t sentences = 1 + below(3);
    for (std::size_t i = 0; i < sentences; ++i) {
      if (i > 0) article_.body += *tongue_->blank ? " " : "";
      if (chance(35))
        add_quotation();
      else
        article_.body += sentence(3 + below(12));
    }
    tongue_ = own;
  }

  void add_quotation() {
    std::string& body = article_.body;
    body += tongue_->open;
    Quote quote;
    quote.start = text::count_code_points(body);
    quote.text = sentence(2 + below(6));
    if (chance(25)) quote.text += (*tongue_->blank ? " " : "") + sentence(2 + below(4));
    body += quote.text;
    quote.end = text::count_code_points(body);
    body += tongue_->close + std::string(tongue_->blank) + tongue_->said;
    quote.verb = tongue_->said;
    quote.direct = chance(80);
    if (chance(85)) {
      const Person& person = one_of(people());
      const std::string written = one_of(person.written);
      body += tongue_->blank + written;
      quote.speaker = named(person, written);
    }
    body += tongue_->stop;
    article_.quotes.push_back(std::move(quote));
  }

  std::string named(const Person& person, const std::string& written) {
    for (Speaker& known : article_.speakers) {
      if (known.name != person.name) continue;
      bool seen = false;
      for (const std::string& spelling : known.as_written) seen |= spelling == written;
      if (!seen) known.as_written.push_back(written);
      return known.name;
    }
    Speaker speaker;
    speaker.name = person.name;
    speaker.kind = person.kind;
    speaker.as_written = {written};
    article_.speakers.push_back(speaker);
    return speaker.name;
  }

  void add_facts() {
    static const std::array sources = {
        "AFP", "AFP Factuel", "The Moscow Times", "Harbour Times", "Coast Herald", "Нова Газета", "Times"};
    static const std::array bylines = {"Ada Weir", "AFP", "Weir, Tom", "Ines Almarante and Ada Weir", "田中花子"};
    static const std::array tags = {"europe", "Climate Change", "sea", "Порты", "sea trade"};
    static const std::array urls = {"https://www.news.example/", "https://sub.news.example:8080/",
                                    "http://herald.example/a/", "https://me@Ledger.Example/"};
    for (std::size_t i = below(3); i > 0; --i) add_distinct(article_.sources, one_of(sources));
    for (std::size_t i = below(3); i > 0; --i) add_distinct(article_.tags, one_of(tags));
    if (chance(50)) article_.byline = one_of(bylines);
    if (article_.id.empty() || chance(60)) article_.url = one_of(urls) + std::to_string(random_()) + "?x=1";
    add_date();
  }

  static void add_distinct(std::vector<std::string>& values, const char* value) {
    for (const std::string& known : values)
      if (known == value) return;
    values.emplace_back(value);
  }

  void add_date() {
    const std::size_t kind = below(100);
    if (kind < 15) return;
    Date date;
    date.year = 2022 + static_cast<int>(below(4));
    date.precision = kind < 25 ? DatePrecision::year : kind < 40 ? DatePrecision::month : DatePrecision::day;
    if (kind >= 25) date.month = 1 + static_cast<int>(below(12));
    if (kind >= 40) date.day = 1 + static_cast<int>(below(28));
    article_.date = date;
  }

  std::mt19937& random_;
  const Tongue* tongue_;
  Article article_;
};

}  // namespace

Article make_article(std::string id, std::mt19937& random) { return Maker(random).article(std::move(id)); }

}  // namespace dateline::oracle
