#include "indexer/speech/lexicon.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include "text/lexicon.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {
namespace {

// 0: left out of keys.
UChar32 key_letter(UChar32 c) {
  switch (c) {
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x0130:
    case 0x0131:
      return 'i';
    case 0x0451:
    case 0x0401:
      return 0x0435;  // ё as е
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;  // forms of alef
    case 0x0649:
    case 0x06CC:
      return 0x064A;  // yeh
    case 0x06A9:
      return 0x0643;  // kaf
    case 0x0629:
      return 0x0647;  // teh marbuta as heh
    case 0x0640:
    case 0x200C:
    case 0x200D:
    case 0x00AD:
    case 0x200E:
    case 0x200F:
      return 0;
    default:
      break;
  }
  if ((c >= 0x064B && c <= 0x065F) || (c >= 0x0591 && c <= 0x05C7)) return 0;  // Arabic and Hebrew vowel signs
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

const std::map<std::string_view, WordClass>& class_names() {
  static const std::map<std::string_view, WordClass> names = {{"adverb", adverb},
                                                              {"auxiliary", auxiliary},
                                                              {"preposition", preposition},
                                                              {"inner", inner_preposition},
                                                              {"clause", clause_opener},
                                                              {"that", that_word},
                                                              {"article", article},
                                                              {"infinitive", infinitive},
                                                              {"and", coordinator},
                                                              {"never_name", never_name},
                                                              {"first_person", first_person},
                                                              {"calendar", calendar},
                                                              {"abbreviation", abbreviation},
                                                              {"particle", name_particle},
                                                              {"body_word", body_word},
                                                              {"state", state},
                                                              {"work", work_word},
                                                              {"object", hearer},
                                                              {"demonym", demonym},
                                                              {"as", as_word},
                                                              {"oblique", oblique}};
  return names;
}

std::optional<CueClass> cue_class(std::string_view name) {
  static const std::map<std::string_view, CueClass> names = {
      {"say", CueClass::say},       {"continue", CueClass::continuing}, {"announce", CueClass::announce},
      {"claim", CueClass::claim},   {"admit", CueClass::admit},         {"deny", CueClass::deny},
      {"warn", CueClass::warn},     {"promise", CueClass::promise},     {"order", CueClass::order},
      {"ask", CueClass::ask},       {"answer", CueClass::answer},       {"criticise", CueClass::criticise},
      {"praise", CueClass::praise}, {"think", CueClass::think},         {"write", CueClass::write},
      {"quoted", CueClass::quoted}, {"according", CueClass::according}, {"noun", CueClass::noun}};
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return found->second;
}

std::optional<RoleKind> role_kind(std::string_view name) {
  static const std::map<std::string_view, RoleKind> names = {
      {"office", RoleKind::office},       {"spokes", RoleKind::spokes},         {"military", RoleKind::military},
      {"religious", RoleKind::religious}, {"profession", RoleKind::profession}, {"honorific", RoleKind::honorific},
      {"human", RoleKind::human},         {"group", RoleKind::group},           {"org", RoleKind::org},
      {"media", RoleKind::media},         {"document", RoleKind::document}};
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return found->second;
}

constexpr std::size_t role_end = 4;  // bytes: tells most words that are no compound of a role

// m, f, n, pl or - as one letter.
char gender_letter(std::string_view text) { return text.empty() ? '-' : text.front(); }

template <class Row>
void for_each_row_of(const char* file, std::string_view language, Row&& row) {
  text::for_each_row(text::data_file(file), [&](std::size_t, const std::vector<std::string_view>& fields) {
    if (fields.size() >= 3 && (fields[0] == language || fields[0] == "*")) row(fields);
  });
}

std::string first_letter(std::string_view form) {
  std::int32_t size = 0;
  U8_FWD_1(reinterpret_cast<const std::uint8_t*>(form.data()), size, static_cast<std::int32_t>(form.size()));
  return std::string(form.substr(0, static_cast<std::size_t>(size)));
}

// "south_korea" and "South Korea" are one.
std::string state_key(std::string_view name) {
  std::string key;
  append_key(key, name);
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

}  // namespace

void append_key(std::string& key, std::string_view raw) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
  const auto length = static_cast<std::int32_t>(raw.size());
  for (std::int32_t at = 0; at < length;) {
    if (bytes[at] < 0x80) {
      const char c = static_cast<char>(bytes[at++]);
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) continue;
    if (c = key_letter(c); c == 0) continue;
    char encoded[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(encoded), size, c);
    key.append(encoded, static_cast<std::size_t>(size));
  }
}

Lexicon::Lexicon(std::string_view language) : grammar_(grammar_of(language)) {
  add_function_words(language);
  add_pronouns(language);
  add_given_names(language);
  add_roles(language);
  add_cues(language);
  if (!grammar_.capitals) add_alias_starts(language);
  const auto longer = [](const auto& a, const auto& b) { return a.form.size() > b.form.size(); };
  std::stable_sort(cue_substrings_.begin(), cue_substrings_.end(), longer);
  std::stable_sort(role_substrings_.begin(), role_substrings_.end(), longer);
  for (const Substring& entry : cue_substrings_) cues_by_letter_[first_letter(entry.form)].push_back(&entry);
  for (const text::Alias* row : alias_rows_) aliases_by_letter_[first_letter(row->alias)].push_back(row);
  for (auto& [form, entry] : words_)
    std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.rest.size() > b.rest.size(); });
}

const Lexicon& Lexicon::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const Lexicon>, std::less<>> loaded;
  const std::string_view code = grammar_of(language).code;
  const std::lock_guard lock(mutex);
  auto found = loaded.find(code);
  if (found == loaded.end())
    found = loaded.emplace(std::string(code), std::unique_ptr<const Lexicon>(new Lexicon(code))).first;
  return *found->second;
}

const Word& Lexicon::find(std::string_view raw) const {
  static const Word unknown;
  constexpr std::size_t longest_entry = 96;  // bytes; longer words are in no list
  if (raw.size() > longest_entry) return unknown;
  thread_local std::string key;
  key.clear();
  append_key(key, raw);
  const auto found = words_.find(std::string_view(key));
  return found == words_.end() ? unknown : found->second;
}

const Word& Lexicon::head_of_compound(std::string_view raw) const {
  static const Word none;
  constexpr std::size_t shortest_part = 3, shortest_role = 5, longest_entry = 64;  // bytes
  if (raw.size() < shortest_part + shortest_role || raw.size() > longest_entry) return none;
  thread_local std::string key;
  key.clear();
  append_key(key, raw);
  if (key.size() < shortest_part + shortest_role || role_ends_.count(key.substr(key.size() - role_end)) == 0)
    return none;
  for (std::size_t at = shortest_part; at + shortest_role <= key.size(); ++at) {
    const auto found = words_.find(std::string_view(key).substr(at));
    if (found != words_.end() && found->second.role && !found->second.cue) return found->second;
  }
  return none;
}

const std::vector<const Substring*>* Lexicon::cues_starting(std::string_view letter) const {
  const auto found = cues_by_letter_.find(letter);
  return found == cues_by_letter_.end() ? nullptr : &found->second;
}

const std::vector<const text::Alias*>* Lexicon::aliases_starting(std::string_view letter) const {
  const auto found = aliases_by_letter_.find(letter);
  return found == aliases_by_letter_.end() ? nullptr : &found->second;
}

bool Lexicon::is_state(std::string_view name) const { return states_.count(state_key(name)) != 0; }

Word& Lexicon::word(std::string_view form) {
  std::string key;
  append_key(key, form);
  return words_[key];
}

// The entry of a form of several words (joined by '_'), to be filled in; null for one word.
Phrase* Lexicon::phrase(std::string_view form) {
  const std::size_t blank = form.find('_');
  if (blank == std::string_view::npos) return nullptr;
  Phrase entry;
  std::string_view rest = form.substr(blank + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('_');
    entry.rest.push_back(&word(rest.substr(0, end)));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  Word& start = word(form.substr(0, blank));
  for (Phrase& existing : start.phrases)
    if (existing.rest == entry.rest) return &existing;
  start.phrases.push_back(std::move(entry));
  return &start.phrases.back();
}

void Lexicon::add_function_words(std::string_view language) {
  for_each_row_of("lexicons/function-words.tsv", language, [&](const std::vector<std::string_view>& fields) {
    const auto found = class_names().find(fields[1]);
    if (found == class_names().end()) return;
    text::for_each_word(fields[2], [&](std::string_view form) {
      if (found->second == state) {
        states_.insert(state_key(form));
      } else {
        word(form).classes |= found->second;
      }
    });
  });
}

void Lexicon::add_pronouns(std::string_view language) {
  for_each_row_of("lexicons/pronouns.tsv", language, [&](const std::vector<std::string_view>& fields) {
    if (fields[1].find('_') != std::string_view::npos) return;
    Word& entry = word(fields[1]);
    entry.classes |= fields[2] == "rel" ? relative_pronoun : pronoun;
    entry.gender = fields[2] == "rel" ? '-' : gender_letter(fields[2]);
  });
}

void Lexicon::add_given_names(std::string_view language) {
  text::for_each_row(text::data_file("lexicons/names/given-names.tsv"),
                     [&](std::size_t, const std::vector<std::string_view>& fields) {
                       if (fields.size() < 3 || (fields[0] != language && fields[0] != "*")) return;
                       text::for_each_word(fields[2], [&](std::string_view form) {
                         Word& entry = word(form);
                         entry.given_name = true;
                         if (entry.gender == '-') entry.gender = gender_letter(fields[1]);
                       });
                     });
}

void Lexicon::add_alias_starts(std::string_view language) {
  for (const text::Alias& row : text::AliasTable::built_in().rows()) {
    if (row.language != language && row.language != "*") continue;
    if (grammar_.divided)
      word(std::string_view(row.alias).substr(0, row.alias.find(' '))).classes |= alias_start;
    else
      alias_rows_.push_back(&row);
  }
}

void Lexicon::add_cues(std::string_view language) {
  const std::string file = "lexicons/reporting-verbs/" + std::string(language) + ".tsv";
  text::for_each_row(text::data_file(file), [&](std::size_t, const std::vector<std::string_view>& fields) {
    if (fields.size() < 7) return;
    const auto kind = cue_class(fields[2]);
    if (!kind) return;
    auto entry = std::make_unique<Cue>();
    entry->lemma = fields[1];
    entry->cue_class = *kind;
    entry->before_speaker = fields[3].find('p') != std::string_view::npos;
    entry->after_speaker = fields[3].find('P') != std::string_view::npos;
    entry->hearer_first = fields[3].find('o') != std::string_view::npos;
    entry->strength = fields[4].empty() ? 1 : fields[4].front() - '0';
    entry->agreement = gender_letter(fields[5]);
    const Cue* cue = cues_.emplace_back(std::move(entry)).get();
    if (fields[6] == "x") {
      std::string form(fields[0]);
      std::replace(form.begin(), form.end(), '_', ' ');
      cue_substrings_.push_back({std::move(form), cue, nullptr});
    } else if (Phrase* several = phrase(fields[0])) {
      several->cue = cue;
    } else if (Word& one = word(fields[0]); !one.cue || one.cue->cue_class == CueClass::noun) {
      one.cue = cue;  // a verb row wins over the noun row of the same form
    }
  });
}

void Lexicon::add_roles(std::string_view language) {
  const std::string file = "lexicons/roles/" + std::string(language) + ".tsv";
  text::for_each_row(text::data_file(file), [&](std::size_t, const std::vector<std::string_view>& fields) {
    if (fields.size() < 6) return;
    const auto kind = role_kind(fields[2]);
    if (!kind) return;
    auto entry = std::make_unique<Role>();
    entry->role = fields[1];
    entry->kind = *kind;
    entry->gender = gender_letter(fields[3]);
    const Role* role = roles_.emplace_back(std::move(entry)).get();
    if (fields[5] == "x") {
      std::string form(fields[0]);
      std::replace(form.begin(), form.end(), '_', ' ');
      role_substrings_.push_back({std::move(form), nullptr, role});
    } else if (Phrase* several = phrase(fields[0])) {
      several->role = role;
    } else {
      std::string_view form = fields[0];
      if (form.size() > 1 && form.back() == '.') form.remove_suffix(1);
      word(form).role = role;
      if (grammar_.compounds && form.size() >= role_end) {
        std::string key;
        append_key(key, form);
        if (key.size() >= role_end) role_ends_.insert(key.substr(key.size() - role_end));
      }
    }
  });
}

}  // namespace dateline::indexer::speech
