#include "indexer/speech/undivided_names.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "text/lexicon.hpp"

namespace dateline::indexer::speech {
namespace {

// The rows of one language in names/surnames.tsv.
struct NameSigns {
  std::set<std::string, std::less<>> surname, sound, behind, body;

  static const NameSigns& of(std::string_view language) {
    static const std::map<std::string, NameSigns, std::less<>> all = read();
    static const NameSigns none;
    const auto found = all.find(language);
    return found == all.end() ? none : found->second;
  }

 private:
  static std::map<std::string, NameSigns, std::less<>> read() {
    std::map<std::string, NameSigns, std::less<>> all;
    text::for_each_row(text::data_file("lexicons/names/surnames.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& fields) {
                         if (fields.size() < 3) return;
                         NameSigns& signs = all[std::string(fields[0])];
                         auto& forms = fields[1] == "surname"  ? signs.surname
                                       : fields[1] == "sound"  ? signs.sound
                                       : fields[1] == "behind" ? signs.behind
                                                               : signs.body;
                         text::for_each_word(fields[2], [&](std::string_view form) { forms.emplace(form); });
                       });
    return all;
  }
};

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

UChar32 code_point(std::string_view letter) {
  UChar32 c = 0;
  std::int32_t i = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(letter.data());
  if (!letter.empty()) U8_NEXT(bytes, i, static_cast<std::int32_t>(letter.size()), c);
  return c;
}

bool is_han(UChar32 c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005; }
bool is_katakana(UChar32 c) { return c >= 0x30A1 && c <= 0x30FE; }
bool is_hangul(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_person(const Role& role) {
  return role.kind != RoleKind::group && role.kind != RoleKind::org && role.kind != RoleKind::media &&
         role.kind != RoleKind::document;
}

constexpr std::string_view middle_dot = "·";

// What follows a name: nothing, or a word that no name contains.
bool may_follow(const NameSigns& signs, std::string_view rest) {
  if (rest.empty()) return true;
  return std::any_of(signs.behind.begin(), signs.behind.end(),
                     [&](const std::string& start) { return starts_with(rest, start); });
}

// How many bytes of a foreign name begin here.
std::size_t foreign_name(const NameSigns& signs, std::string_view text) {
  std::size_t size = 0, letters = 0;
  while (size < text.size()) {
    const std::string_view letter = first_letter(text.substr(size));
    if (letter != middle_dot && signs.sound.count(letter) == 0) break;
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
  const std::size_t surname = signs.surname.count(two) != 0   ? two.size()
                              : signs.surname.count(one) != 0 ? one.size()
                                                              : 0;
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
      if (signs.sound.count(letter) == 0) break;
      from -= letter.size();
    }
    for (const Substring& entry : lexicon.role_substrings())
      if (const std::size_t role = text.substr(from, dot - from).rfind(entry.form); role != std::string_view::npos)
        from += role + entry.form.size();
    if (const std::size_t size = foreign_name(signs, text.substr(from)); size != 0 && dot > from)
      return remember(at(from, size), "");
  }
  std::optional<NameSpan> best;
  std::size_t best_from = 0;
  std::string_view best_role;
  for (const Substring& entry : lexicon.role_substrings()) {
    if (!is_person(*entry.role)) continue;
    const std::size_t role = text.rfind(entry.form);
    if (role == std::string_view::npos) continue;
    const std::size_t from = role + entry.form.size();
    if (best && from <= best_from) continue;
    std::size_t size = chinese_name(signs, text.substr(from));
    if (size == 0) size = foreign_name(signs, text.substr(from));
    if (size == 0) continue;
    best = at(from, size);
    best_from = from;
    best_role = entry.form;
  }
  if (best) return remember(*best, best_role);
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
    for (const Substring& entry : lexicon.role_substrings()) {
      if (!is_person(*entry.role) || !ends_with(head, entry.form)) continue;
      head.remove_suffix(entry.form.size());
      if (role.empty() || entry.role->kind != RoleKind::honorific) role = entry.form;
      stripped = true;
      break;
    }
    for (const std::string_view suffix : {"元", "前", "副", "新", "・"})
      if (!role.empty() && ends_with(head, suffix)) head.remove_suffix(suffix.size()), stripped = true;
  }
  if (const auto known = by_table(lexicon, text, begin)) return known;
  if (role.empty()) return known_here(text);
  const UChar32 last = code_point(last_letter(head));
  const auto same = [&](UChar32 c) { return is_katakana(last) ? is_katakana(c) : is_han(last) && is_han(c); };
  std::size_t from = head.size();
  const NameSigns& signs = NameSigns::of("ja");
  std::size_t letters = 0;
  while (from > 0 && letters < 16) {
    const std::string_view letter = last_letter(head.substr(0, from));
    if (!same(code_point(letter)) || (letters > 0 && signs.body.count(letter) != 0)) break;
    from -= letter.size();
    ++letters;
  }
  const std::string_view name = head.substr(from);
  if (name.empty() || name == "同") return holder_of(role);
  if (letters < 2 || (!is_katakana(last) && letters > 6) || signs.body.count(last_letter(name)) != 0)
    return std::nullopt;
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
  for (const Substring& entry : lexicon.role_substrings())
    if (is_person(*entry.role) && ends_with(title, entry.form)) {
      role = entry.form;
      break;
    }
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
  const bool surname = signs.surname.count(one) != 0 || signs.surname.count(two) != 0;
  const std::size_t most = signs.surname.count(two) != 0 ? 4 : 3;
  if (!hangul || !surname || letters < 3 || letters > most || lexicon.is_state(name)) return std::nullopt;
  if (signs.body.count(last_letter(name)) != 0 && letters == 3 && signs.surname.count(one) == 0) return std::nullopt;
  for (const Substring& entry : lexicon.role_substrings())
    if (ends_with(name, entry.form)) return std::nullopt;
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
    if (const auto* entries = lexicon.aliases_starting(static_cast<char32_t>(code_point(letter))))
      for (const text::Alias* row : *entries)
        if (starts_with(text.substr(at), row->alias)) consider(*row, at);
    at += letter.size();
  }
  constexpr std::size_t farthest = 36;  // bytes between the name and what follows: a role, a day, hearers
  if (best_end == 0 || text.size() - best_end > farthest) return std::nullopt;
  if (!person)
    for (const Substring& entry : lexicon.role_substrings())
      if (is_person(*entry.role) && text.find(entry.form) != std::string_view::npos) return std::nullopt;
  const NameSpan at{static_cast<std::uint32_t>(begin + best_begin), static_cast<std::uint32_t>(begin + best_end)};
  if (!person) return at;
  std::string_view role;
  for (const Substring& entry : lexicon.role_substrings())
    if (role.empty() && is_person(*entry.role) && text.find(entry.form) != std::string_view::npos) role = entry.form;
  return remember(at, role);
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
