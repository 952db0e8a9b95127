#include "indexer/speech/undivided_names.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "text/lexicon.hpp"

namespace dateline::indexer::speech {
namespace {

std::size_t letter_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.empty() ? 0 : text.front());
  return std::min<std::size_t>(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.size());
}

std::string_view first_letter(std::string_view text) { return text.substr(0, letter_size(text)); }

std::string_view last_letter(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return text.substr(at > 0 ? at - 1 : 0);
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

char32_t code_point(std::string_view letter) {
  UChar32 c = 0;
  std::int32_t i = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(letter.data());
  if (!letter.empty()) U8_NEXT(bytes, i, static_cast<std::int32_t>(letter.size()), c);
  return static_cast<char32_t>(c);
}

// One letter or two as one number.
std::uint64_t letters_key(std::string_view letters) {
  const std::uint64_t first = code_point(letters);
  return first << 32 | code_point(letters.substr(letter_size(letters)));
}

// The rows of one language in names/surnames.tsv.
struct NameSigns {
  std::unordered_set<char32_t> sound, body;                       // letters
  std::unordered_set<std::uint64_t> surname;                      // of one letter or two, as letters_key()
  std::unordered_map<char32_t, std::vector<std::string>> behind;  // by their first letters

  static const NameSigns& of(std::string_view language) {
    static const std::map<std::string, NameSigns, std::less<>> all = read();
    static const NameSigns none;
    const auto found = all.find(language);
    return found == all.end() ? none : found->second;
  }

  bool is_sound(std::string_view letter) const { return sound.count(code_point(letter)) != 0; }
  bool ends_body(std::string_view letter) const { return body.count(code_point(letter)) != 0; }
  bool is_surname(std::string_view letters) const { return surname.count(letters_key(letters)) != 0; }

 private:
  void add(std::string_view kind, std::string_view form) {
    if (kind == "surname") {
      surname.insert(letters_key(form));
    } else if (kind == "behind") {
      behind[code_point(form)].emplace_back(form);
    } else {
      (kind == "sound" ? sound : body).insert(code_point(form));
    }
  }

  static std::map<std::string, NameSigns, std::less<>> read() {
    std::map<std::string, NameSigns, std::less<>> all;
    text::for_each_row(text::data_file("lexicons/names/surnames.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& fields) {
                         if (fields.size() < 3) return;
                         NameSigns& signs = all[std::string(fields[0])];
                         text::for_each_word(fields[2], [&](std::string_view form) { signs.add(fields[1], form); });
                       });
    return all;
  }
};

bool is_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005; }
bool is_katakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FE; }
bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_person(const Role& role) {
  return role.kind != RoleKind::group && role.kind != RoleKind::org && role.kind != RoleKind::media &&
         role.kind != RoleKind::document;
}

// Where a person's role stands in a text.
struct RolePlace {
  const Substring* entry = nullptr;
  std::size_t end = 0;
};

// The persons' roles in the text, each where it stands last; the last first, of those that end together the longest.
std::vector<RolePlace> roles_in(const Lexicon& lexicon, std::string_view text) {
  std::vector<RolePlace> places;
  for (std::size_t at = 0; at < text.size(); at += letter_size(text.substr(at)))
    for (const Substring* entry : lexicon.roles_starting(code_point(first_letter(text.substr(at))))) {
      if (!is_person(*entry->role) || !starts_with(text.substr(at), entry->form)) continue;
      const auto known =
          std::find_if(places.begin(), places.end(), [&](const RolePlace& place) { return place.entry == entry; });
      if (known == places.end())
        places.push_back({entry, at + entry->form.size()});
      else
        known->end = at + entry->form.size();
    }
  std::sort(places.begin(), places.end(),
            [](const RolePlace& a, const RolePlace& b) { return a.end != b.end ? a.end > b.end : a.entry < b.entry; });
  return places;
}

// The longest person's role that ends the text; null when none does.
const Substring* role_ending(const Lexicon& lexicon, std::string_view text) {
  if (text.empty()) return nullptr;
  for (const Substring* entry : lexicon.roles_ending(code_point(last_letter(text))))
    if (is_person(*entry->role) && ends_with(text, entry->form)) return entry;
  return nullptr;
}

constexpr std::string_view middle_dot = "·";

// What follows a name: nothing, or a word that no name contains.
bool may_follow(const NameSigns& signs, std::string_view rest) {
  if (rest.empty()) return true;
  const auto found = signs.behind.find(code_point(rest));
  return found != signs.behind.end() && std::any_of(found->second.begin(), found->second.end(),
                                                    [&](const std::string& start) { return starts_with(rest, start); });
}

// How many bytes of a foreign name begin here.
std::size_t foreign_name(const NameSigns& signs, std::string_view text) {
  std::size_t size = 0, letters = 0;
  while (size < text.size()) {
    const std::string_view letter = first_letter(text.substr(size));
    if (letter != middle_dot && !signs.is_sound(letter)) break;
    size += letter.size();
    ++letters;
  }
  while (size > 0 && ends_with(text.substr(0, size), middle_dot)) size -= middle_dot.size();
  return letters >= 3 && may_follow(signs, text.substr(size)) ? size : 0;
}

// How many bytes of a Chinese name begin here: the surname and two characters or one.
std::size_t chinese_name(const NameSigns& signs, std::string_view text) {
  const std::string_view one = first_letter(text);
  const std::string_view two = text.substr(0, one.size() + letter_size(text.substr(one.size())));
  const std::size_t surname = signs.is_surname(two) ? two.size() : signs.is_surname(one) ? one.size() : 0;
  if (surname == 0) return 0;
  std::vector<std::size_t> ends;
  for (std::size_t end = surname; ends.size() < 2 && end < text.size();) {
    const std::string_view letter = first_letter(text.substr(end));
    if (!is_han(code_point(letter))) break;
    ends.push_back(end += letter.size());
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end)
    if (may_follow(signs, text.substr(*end))) return *end;
  return 0;
}

// A surname is no other's: 伊万卡·特朗普, 莫迪利亚尼.
bool stands_alone(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t size) {
  const std::string_view before = text.substr(0, at), behind = text.substr(at + size);
  if (ends_with(before, "·") || ends_with(before, "・")) return false;
  const NameSigns& signs = NameSigns::of(lexicon.grammar().code);
  return behind.empty() || !signs.is_sound(first_letter(behind)) ||
         !signs.is_sound(first_letter(behind.substr(letter_size(behind))));
}

}  // namespace

std::optional<NameSpan> UndividedNames::subject(const Lexicon& lexicon, std::uint32_t begin, std::uint32_t end) {
  std::string_view text = body_.substr(begin, end - begin);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1), ++begin;
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty()) return std::nullopt;
  const std::string_view code = lexicon.grammar().code;
  if (code == "zh") return chinese(lexicon, text, begin);
  if (code == "ja") return japanese(lexicon, text, begin);
  return korean(lexicon, text, begin);
}

// 总统普京周三, 发言人毛宁在会上, 学者埃里克·桑德伯格, 他还
std::optional<NameSpan> UndividedNames::chinese(const Lexicon& lexicon, std::string_view text, std::uint32_t begin) {
  for (const std::string_view pronoun : {"他", "她"})
    if (starts_with(text, pronoun) && !starts_with(text.substr(pronoun.size()), "们") && count_letters(text) <= 4)
      return last_speaker();
  if (const auto known = by_table(lexicon, text, begin)) return known;
  const NameSigns& signs = NameSigns::of("zh");
  const auto at = [&](std::size_t from, std::size_t size) {
    return NameSpan{static_cast<std::uint32_t>(begin + from), static_cast<std::uint32_t>(begin + from + size)};
  };
  if (const std::size_t dot = text.find(middle_dot); dot != std::string_view::npos) {
    std::size_t from = dot;
    while (from > 0) {
      const std::string_view letter = last_letter(text.substr(0, from));
      if (!signs.is_sound(letter)) break;
      from -= letter.size();
    }
    for (const Substring& entry : lexicon.role_substrings())
      if (const std::size_t role = text.substr(from, dot - from).rfind(entry.form); role != std::string_view::npos)
        from += role + entry.form.size();
    if (const std::size_t size = foreign_name(signs, text.substr(from)); size != 0 && dot > from)
      return remember(at(from, size), "");
  }
  for (const RolePlace& role : roles_in(lexicon, text)) {
    std::size_t size = chinese_name(signs, text.substr(role.end));
    if (size == 0) size = foreign_name(signs, text.substr(role.end));
    if (size != 0) return remember(at(role.end, size), role.entry->form);
  }
  return known_here(text);
}

// 大河内隆志市長, 森下氏, 同市長, ペスコフ大統領報道官
std::optional<NameSpan> UndividedNames::japanese(const Lexicon& lexicon, std::string_view text, std::uint32_t begin) {
  for (const std::string_view pronoun : {"彼", "彼女", "同氏"})
    if (text == pronoun || ends_with(text, std::string("、") + std::string(pronoun))) return last_speaker();
  const std::size_t bracket = text.rfind("（");
  if (bracket != std::string_view::npos && ends_with(text, "）")) text = text.substr(0, bracket);
  std::string_view head = text, role;
  for (bool stripped = true; stripped;) {
    stripped = false;
    if (const Substring* entry = role_ending(lexicon, head)) {
      head.remove_suffix(entry->form.size());
      if (role.empty() || entry->role->kind != RoleKind::honorific) role = entry->form;
      stripped = true;
    }
    for (const std::string_view suffix : {"元", "前", "副", "新", "・"})
      if (!role.empty() && ends_with(head, suffix)) head.remove_suffix(suffix.size()), stripped = true;
  }
  if (const auto known = by_table(lexicon, text, begin)) return known;
  if (role.empty()) return known_here(text);
  const char32_t last = code_point(last_letter(head));
  const auto same = [&](char32_t c) { return is_katakana(last) ? is_katakana(c) : is_han(last) && is_han(c); };
  std::size_t from = head.size();
  const NameSigns& signs = NameSigns::of("ja");
  std::size_t letters = 0;
  while (from > 0 && letters < 16) {
    const std::string_view letter = last_letter(head.substr(0, from));
    if (!same(code_point(letter)) || (letters > 0 && signs.ends_body(letter))) break;
    from -= letter.size();
    ++letters;
  }
  const std::string_view name = head.substr(from);
  if (name.empty() || name == "同") return holder_of(role);
  if (letters < 2 || (!is_katakana(last) && letters > 6) || signs.ends_body(last_letter(name))) return std::nullopt;
  if (const auto known = known_here(name)) return known;
  return remember({static_cast<std::uint32_t>(begin + from), static_cast<std::uint32_t>(begin + from + name.size())},
                  role);
}

// 청하시 남궁태 시장, 남 시장, 블라디미르 푸틴 러시아 대통령
std::optional<NameSpan> UndividedNames::korean(const Lexicon& lexicon, std::string_view text, std::uint32_t begin) {
  const std::size_t blank = text.rfind(' ');
  const std::string_view title = blank == std::string_view::npos ? text : text.substr(blank + 1);
  if (title == "그" || title == "그녀") return last_speaker();
  std::string_view role;
  if (const Substring* entry = role_ending(lexicon, title)) role = entry->form;
  if (const auto known = by_table(lexicon, text, begin)) return known;
  if (role.empty()) return known_here(title);
  // 노조위원장: the whole word is the role; 윤서희씨: the name stands in it.
  const bool joined = title.size() > role.size() && count_letters(role) > 1;
  std::string_view head = text.substr(0, text.size() - (joined ? title.size() : role.size()));
  while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
  const std::size_t word = head.rfind(' ') == std::string_view::npos ? 0 : head.rfind(' ') + 1;
  const std::string_view name = head.substr(word);
  const NameSigns& signs = NameSigns::of("ko");
  if (name.empty()) return holder_of(role);
  if (const auto known = known_here(name)) return known;
  const std::size_t letters = count_letters(name);
  const std::string_view one = first_letter(name);
  const bool hangul = is_hangul(code_point(one));
  if (letters == 1 && hangul) {  // 남 시장
    for (auto known = known_.rbegin(); known != known_.rend(); ++known)
      if (starts_with(known->text, name) && known->role == role) return known->at;
    return std::nullopt;
  }
  const std::string_view two = name.substr(0, one.size() + letter_size(name.substr(one.size())));
  const bool surname = signs.is_surname(one) || signs.is_surname(two);
  const std::size_t most = signs.is_surname(two) ? 4 : 3;
  if (!hangul || !surname || letters < 3 || letters > most || lexicon.is_state(name)) return std::nullopt;
  if (signs.ends_body(last_letter(name)) && letters == 3 && !signs.is_surname(one)) return std::nullopt;
  for (const Substring* entry : lexicon.roles_ending(code_point(last_letter(name))))
    if (ends_with(name, entry->form)) return std::nullopt;
  return remember({static_cast<std::uint32_t>(begin + word), static_cast<std::uint32_t>(begin + word + name.size())},
                  role);
}

// The last row of the alias table in the text, unless a person's role shows that somebody else of that body is meant.
std::optional<NameSpan> UndividedNames::by_table(const Lexicon& lexicon, std::string_view text, std::uint32_t begin) {
  std::size_t best_end = 0, best_begin = 0;
  bool person = false;
  const auto consider = [&](const text::Alias& row, std::size_t at) {
    const std::size_t row_end = at + row.alias.size();
    const bool row_person = row.kind == text::AliasKind::person;
    if (person && !row_person) return;
    if ((row_person && !person) || row_end > best_end || (row_end == best_end && at < best_begin)) {
      best_begin = at;
      best_end = row_end;
      person = row_person;
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view letter = first_letter(text.substr(at));
    for (const auto rows :
         {aliases_.user_rows_starting(code_point(letter)), lexicon.aliases_starting(code_point(letter))})
      for (const text::Alias* row : rows)
        if (starts_with(text.substr(at), row->alias) &&
            (row->full || stands_alone(lexicon, text, at, row->alias.size())))
          consider(*row, at);
    at += letter.size();
  }
  constexpr std::size_t farthest = 36;  // bytes between the name and what follows: a role, a day, hearers
  if (best_end == 0 || text.size() - best_end > farthest) return std::nullopt;
  const std::vector<RolePlace> roles = roles_in(lexicon, text);
  if (!person && !roles.empty()) return std::nullopt;
  const NameSpan at{static_cast<std::uint32_t>(begin + best_begin), static_cast<std::uint32_t>(begin + best_end)};
  if (!person) return at;
  const auto longest = std::min_element(roles.begin(), roles.end(),
                                        [](const RolePlace& a, const RolePlace& b) { return a.entry < b.entry; });
  return remember(at, longest == roles.end() ? std::string_view() : std::string_view(longest->entry->form));
}

// A name met before: in full, or by the part of it that stands alone.
std::optional<NameSpan> UndividedNames::known_here(std::string_view text) const {
  for (auto known = known_.rbegin(); known != known_.rend(); ++known) {
    const bool in_full = text.find(known->text) != std::string_view::npos;
    const bool shortened = !known->short_text.empty() && starts_with(text, known->short_text);
    const bool surname = count_letters(text) >= 2 && starts_with(known->text, text);
    if (in_full || shortened || surname) return known->at;
  }
  return std::nullopt;
}

std::optional<NameSpan> UndividedNames::holder_of(std::string_view role) const {
  const Known* holder = nullptr;
  for (const Known& known : known_) {
    if (known.role != role) continue;
    if (holder && holder->text != known.text) return std::nullopt;
    holder = &known;
  }
  return holder ? std::optional(holder->at) : std::nullopt;
}

std::optional<NameSpan> UndividedNames::last_speaker() const {
  if (!last_ || paragraph_ - last_paragraph_ > 2) return std::nullopt;
  return last_;
}

NameSpan UndividedNames::remember(NameSpan at, std::string_view role) {
  constexpr std::size_t most_known = 64;
  const std::string_view text = body_.substr(at.begin, at.end - at.begin);
  for (const Known& known : known_)
    if (known.text == text && known.role == role) return known.at;
  if (known_.size() >= most_known) return at;
  Known known{at, text, {}, role};
  for (const std::string_view dot : {std::string_view("·"), std::string_view("・")})
    if (const std::size_t found = text.rfind(dot); found != std::string_view::npos)
      known.short_text = text.substr(found + dot.size());
  known_.push_back(known);
  return at;
}

}  // namespace dateline::indexer::speech
