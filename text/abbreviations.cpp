#include "text/abbreviations.hpp"

#include <algorithm>
#include <iterator>

#include "text/language.hpp"

namespace dateline::text {
namespace {

struct WordList {
  std::string_view language;
  std::string_view words;  // folded, each between blanks
};

constexpr WordList kAbbreviations[] = {
    {"en",
     " mr mrs ms dr prof sr jr st gen lt col sgt capt cmdr adm maj brig rep sen gov pres rev hon supt no nos fig vs "
     "rs approx dept est jan feb aug sept oct nov dec messrs "},
    {"ru",
     " г гг в вв р руб коп тыс млн млрд трлн ул пл пр просп д им т.е т.н т.д т.п т.ч др проф акад доц канд ген полк "
     "подп кап лейт ст стр с см напр ср обл респ зам гл корр рис св н.э "},
    {"uk",
     " р рр м с вул пл просп ім т.д т.п т.зв тис млн млрд грн проф акад ген полк обл див напр св ст стор гл заст "},
    {"be", " г гг вул т.д тыс млн млрд руб праф акад вобл "},
    {"bg", " г гг ул бул т.н т.е т.нар лв хил млн млрд проф акад доц инж ген полк стр св др "},
    {"de",
     " dr prof hr fr st nr z.b u.a d.h bzw ca usw vgl mio mrd abs art bd evtl geb gest ggf inkl jr sog str tel u.s.w "
     "i.d.r z.t o.a v.a u.u dipl ing hl allg jh "},
    {"fr", " m mm mme mlle mgr dr pr me st ste no av bd env ex fig p pp vol ch art cf "},
    {"es", " sr sra sres srta dr dra d da prof gral cnel tte lic ing num no ee.uu art av avda pag p pp aprox etc "},
    {"pt", " sr sra dr dra prof eng gen cel cap ten d no num art av pag p pp ex aprox "},
    {"it", " sig sigg dott prof on sen avv ing gen col cap n nn art pag p pp ecc es mons s "},
    {"pl",
     " dr prof mgr inz gen plk ks bp abp pan p ul al pl os nr tzw np tj m.in im sw ok pt tys mln mld godz str red "
     "hab "},
    {"cs", " dr prof ing mgr gen plk tzv tj napr c str mil mld tis ul nam sv p pi r "},
    {"sk", " dr prof ing mgr gen plk tzv tj napr c str mil mld tis ul nam sv p "},
    {"nl", " dhr mevr dr prof ir mr drs st nr ca bijv d.w.z o.a m.n blz "},
    {"sv", " dr prof st nr ca bl.a t.ex d.v.s m.m s.k "},
    {"no", " dr prof nr ca bl.a f.eks d.v.s mv pst kl "},
    {"da", " dr prof nr ca bl.a f.eks d.v.s mv pct kl "},
    {"tr", " dr prof doc av sn no vb vs gen alb org yrd cad sok mah "},
    {"ro", " dr prof ing gen col dl dna nr str art pag mil mld "},
    {"hu", " dr prof ifj id gen sz ker u pl stb kb ill un "},
    {"el", " κ κα κκ δρ καθ αρ π.χ δηλ λ.χ σελ αγ χλμ εκατ δισ "},
    {"hr", " dr prof mr ing gen tzv npr tj br str sv ul god mil mlrd "},
    {"sr", " dr prof mr gen tzv npr tj br str sv ul god др проф ген тзв нпр тј бр стр св ул год мил млрд "},
    {"sl", " dr prof mag gen npr t.i st str sv ul oz "},
    {"hi", " डा डॉ प्रो श्री "},
    {"id", " dr drs ir prof jend no jl tn ny "},
};

constexpr std::string_view kDottedOrdinals = " de da no fi et lv hu cs sk sl hr sr bs tr is lt ";

constexpr WordList kBeginners[] = {
    {"en",
     " the he she it they we i in on at but and a an this that these those his her its their our my as after for if no "
     "not there when while with according what who how why however meanwhile also some many most both one two by from "
     "to so since under during earlier later "},
};

bool contains(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
    if (at > 0 && words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  return false;
}

template <std::size_t size>
bool contains(const WordList (&lists)[size], std::string_view language, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  const Language* known = find_language(language);
  const std::string_view code = known ? known->code : std::string_view();
  return std::any_of(std::begin(lists), std::end(lists),
                     [&](const WordList& list) { return list.language == code && contains(list.words, word); });
}

}  // namespace

bool is_abbreviation(std::string_view word, std::string_view language) {
  return contains(kAbbreviations, language, word);
}

bool has_dotted_ordinals(std::string_view language) {
  const Language* known = find_language(language);
  return known && contains(kDottedOrdinals, known->code);
}

bool often_begins_sentence(std::string_view word, std::string_view language) {
  return contains(kBeginners, language, word);
}

}  // namespace dateline::text
