#include "text/names/name_sound.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <mutex>
#include <unordered_map>

#include "text/fold.hpp"
#include "text/names/sound_rules.hpp"

namespace dateline::text {
namespace {

// Han and other scripts without rows of their own, as Latin letters. ICU's transliterators are made once and used under
// a lock: they keep state while they work.
class Romaniser {
 public:
  static Romaniser& han() {
    static Romaniser romaniser("Han-Latin; Latin-ASCII; Lower");
    return romaniser;
  }
  static Romaniser& any() {
    static Romaniser romaniser("Any-Latin; Lower");
    return romaniser;
  }

  icu::UnicodeString convert(icu::UnicodeString text) {
    const std::lock_guard lock(mutex_);
    if (transliterator_) transliterator_->transliterate(text);
    return text;
  }

  std::u32string syllable(UChar32 character) {
    const std::lock_guard lock(mutex_);
    const auto [known, is_new] = syllables_.try_emplace(character);
    if (is_new && transliterator_) {
      icu::UnicodeString text(character);
      transliterator_->transliterate(text);
      for (std::int32_t i = 0; i < text.length(); ++i)
        if (text[i] >= u'a' && text[i] <= u'z') known->second += static_cast<char32_t>(text[i]);
    }
    return known->second;
  }

 private:
  explicit Romaniser(const char* rules) {
    UErrorCode status = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
  }
  std::mutex mutex_;
  std::unique_ptr<icu::Transliterator> transliterator_;
  std::unordered_map<UChar32, std::u32string> syllables_;
};

UScriptCode script_of(const icu::UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode found = USCRIPT_COMMON;
  for (std::int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UScriptCode script = uscript_getScript(name.char32At(i), &status);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    if (script == USCRIPT_KATAKANA || script == USCRIPT_HIRAGANA) return USCRIPT_KATAKANA;
    if (found == USCRIPT_COMMON) found = script;
  }
  return found;
}

struct ScriptName {
  UScriptCode code;
  const char* name;
  const char* language;  // that is meant when none is known
};
constexpr ScriptName kScripts[] = {{USCRIPT_LATIN, "Latn", "en"},  {USCRIPT_CYRILLIC, "Cyrl", "ru"},
                                   {USCRIPT_ARABIC, "Arab", "ar"}, {USCRIPT_HEBREW, "Hebr", "he"},
                                   {USCRIPT_GREEK, "Grek", "el"},  {USCRIPT_KATAKANA, "Kana", "ja"},
                                   {USCRIPT_HANGUL, "Hang", "ko"}, {USCRIPT_HAN, "Hani", "zh"}};

const ScriptName* known_script(UScriptCode code) {
  for (const ScriptName& script : kScripts)
    if (script.code == code) return &script;
  return nullptr;
}

// Languages that are written in the script otherwise: a Persian name in an English article is Persian, not English.
bool fits(const ScriptName& script, std::string_view language) {
  static const std::unordered_map<std::string_view, std::string_view> others = {
      {"ru", "Cyrl"}, {"uk", "Cyrl"}, {"be", "Cyrl"}, {"bg", "Cyrl"}, {"mk", "Cyrl"}, {"kk", "Cyrl"}, {"ky", "Cyrl"},
      {"mn", "Cyrl"}, {"tg", "Cyrl"}, {"ar", "Arab"}, {"fa", "Arab"}, {"ur", "Arab"}, {"ps", "Arab"}, {"ckb", "Arab"},
      {"ug", "Arab"}, {"sd", "Arab"}, {"he", "Hebr"}, {"yi", "Hebr"}, {"el", "Grek"}, {"ja", "Kana"}, {"ko", "Hang"},
      {"zh", "Hani"}, {"hi", "Deva"}, {"mr", "Deva"}, {"ne", "Deva"}, {"bn", "Beng"}, {"ta", "Taml"}, {"te", "Telu"},
      {"th", "Thai"}, {"ka", "Geor"}, {"hy", "Armn"}, {"am", "Ethi"}, {"ti", "Ethi"}, {"pa", "Guru"}, {"gu", "Gujr"}};
  if (language.empty()) return false;
  const auto written = others.find(language);
  const std::string_view usual = written == others.end() ? "Latn" : written->second;
  if (usual == script.name) return true;
  return (language == "ja" || language == "ko") && std::string_view(script.name) == "Hani";
}

// Letters as the rows have them.
icu::UnicodeString normalised(icu::UnicodeString name, UScriptCode script) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return name;
  name = nfkc->normalize(name, status).toLower(icu::Locale::getRoot());
  if (script == USCRIPT_HANGUL) return nfd->normalize(name, status);
  if (script == USCRIPT_GREEK) {
    icu::UnicodeString open;
    const icu::UnicodeString apart = nfd->normalize(name, status);
    for (std::int32_t i = 0; i < apart.length(); ++i)
      if (u_charType(apart[i]) != U_NON_SPACING_MARK || apart[i] == 0x308) open.append(apart[i]);
    return nfc->normalize(open, status);
  }
  return name;
}

bool divides(UChar32 c) { return !u_isalnum(c) && (U_GET_GC_MASK(c) & U_GC_M_MASK) == 0; }

// Marks of speech and joiners, that stand inside a part: "Mo'ed", "خامنه‌ای", "ג'ו".
bool is_inside(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x5F3 || c == 0x5F4 || c == 0x200C || c == 0x200D || c == 0x2B9;
}

std::vector<std::u32string> parts_of(const icu::UnicodeString& name, UScriptCode script) {
  std::vector<std::u32string> parts(1);
  for (std::int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 c = name.char32At(i);
    const bool geresh = script == USCRIPT_HEBREW && (c == '\'' || c == 0x2019 || c == 0x5F3);
    if (geresh) {
      parts.back() += U'\'';
    } else if (is_inside(c)) {
      continue;
    } else if (divides(c) && c != 0x30FC) {
      if (!parts.back().empty()) parts.emplace_back();
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      parts.back() += static_cast<char32_t>(c);
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

// Letters that no row has, without their marks.
std::u32string plain(const std::u32string& part) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::u32string letters;
  for (const char32_t c : part) {
    icu::UnicodeString apart;
    if (c < 0x80 || c > 0x24F || !nfd->getDecomposition(static_cast<UChar32>(c), apart))
      letters += c == 0xF8 ? U'o' : c == 0x142 ? U'l' : c == 0x111 ? U'd' : c == 0x131 ? U'i' : c;
    else
      letters += static_cast<char32_t>(apart.char32At(0));
  }
  return letters;
}

// The language's own letters keep their marks as far as a row knows them.
std::string sounds_of(const SoundRules& rules, const std::u32string& part) {
  std::u32string letters;
  const std::u32string bare = plain(part);
  for (std::size_t i = 0; i < part.size(); ++i)
    letters += bare[i] != part[i] && rules.sounds(std::u32string_view(&part[i], 1)).empty() ? bare[i] : part[i];
  return rules.sounds(letters);
}

std::string sounds_of_han(const SoundRules& rules, const std::u32string& part) {
  std::string sounds;
  for (const char32_t c : part) sounds += rules.sounds(Romaniser::han().syllable(static_cast<UChar32>(c)));
  return sounds;
}

std::string without_repetitions(const std::string& sounds) {
  std::string once;
  for (const char sound : sounds)
    if (once.empty() || once.back() != sound) once += sound;
  return once;
}

// "Ван" is who Van Yi is, and joins what stands around it elsewhere.
bool is_left_out(const SoundRules& rules, const std::vector<std::u32string>& parts, std::size_t at) {
  return at + 1 < parts.size() && (at > 0 || parts.size() > 2) && rules.is_particle(parts[at]);
}

bool is_initial(const std::u32string& part) { return part.size() == 1; }

void join(std::string& all, std::string_view next) {
  if (!all.empty() && !next.empty() && all.back() == next.front()) next.remove_prefix(1);
  all += next;
}

}  // namespace

bool is_vowel(char sound) {
  return sound == 'a' || sound == 'e' || sound == 'i' || sound == 'o' || sound == 'u' || sound == '.';
}

char class_of(char sound) {
  switch (sound) {
    case 'p':
    case 'b':
    case 'f':
    case 'v':
      return 'B';
    case 't':
    case 'd':
      return 'T';
    case 'k':
    case 'g':
    case 'q':
      return 'K';
    case 's':
    case 'z':
    case 'S':
    case 'C':
      return 'S';
    case 'l':
    case 'r':
      return 'L';
    case 'h':
    case 'n':
    case 'm':
    case 'w':
      return static_cast<char>(sound - 'a' + 'A');
    default:
      return sound;  // J, F and X are classes themselves
  }
}

std::string skeleton_of(std::string_view sounds) {
  std::string skeleton;
  bool after_vowel = true;
  for (const char sound : sounds) {
    const bool vowel = is_vowel(sound);
    if (!vowel && (after_vowel || skeleton.back() != class_of(sound))) skeleton += class_of(sound);
    after_vowel = vowel;
  }
  return skeleton;
}

void append(NameSound::Part& part, const NameSound::Part& next) {
  join(part.sounds, next.sounds);
  join(part.consonants, next.consonants);
  join(part.skeleton, next.skeleton);
}

NameSound sound_of(std::string_view name, std::string_view language) {
  icu::UnicodeString written =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  UScriptCode code = script_of(written);
  const ScriptName* script = known_script(code);
  if (!script && code != USCRIPT_COMMON) {
    written = Romaniser::any().convert(written);
    code = USCRIPT_LATIN;
    script = known_script(code);
    language = {};
  }
  NameSound sound;
  if (!script) return sound;
  sound.script = script->name;
  sound.letters = folded_words(name, ' ');
  const std::string_view primary = language.substr(0, language.find('-'));
  sound.language = fits(*script, primary) ? std::string(primary) : script->language;
  sound.vowels_written = code != USCRIPT_ARABIC && code != USCRIPT_HEBREW;
  const SoundRules& rules = SoundRules::of(sound.script, sound.language);
  bool after_initial = false;
  const std::vector<std::u32string> parts = parts_of(normalised(written, code), code);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::u32string& part = parts[i];
    if (is_left_out(rules, parts, i)) continue;
    std::string sounds = code == USCRIPT_HAN ? sounds_of_han(rules, part) : sounds_of(rules, part);
    const bool initial = is_initial(part) && code != USCRIPT_HAN;
    if (sounds.empty()) continue;
    if (initial && after_initial)
      sound.parts.back().sounds += sounds;
    else
      sound.parts.push_back({std::move(sounds), {}, {}});
    after_initial = initial;
  }
  for (NameSound::Part& part : sound.parts) {
    part.sounds = without_repetitions(part.sounds);
    for (const char heard : part.sounds)
      if (!is_vowel(heard) && (part.consonants.empty() || part.consonants.back() != heard)) part.consonants += heard;
    part.skeleton = skeleton_of(part.sounds);
  }
  for (std::size_t i = 0; i < sound.parts.size(); ++i) {
    append(i + 1 < sound.parts.size() ? sound.given : sound.family, sound.parts[i]);
    append(sound.whole, sound.parts[i]);
  }
  sound.is_divided = sound.parts.size() > 1 || (code != USCRIPT_HAN && code != USCRIPT_HANGUL);
  return sound;
}

}  // namespace dateline::text
