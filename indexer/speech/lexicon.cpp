#include "indexer/speech/lexicon.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "indexer/speech/word_key.hpp"
#include "text/lexicon.hpp"
#include "text/names/alias_table.hpp"

namespace dateline::indexer::speech {
namespace {

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
                                                              {"determiner", determiner},
                                                              {"subjunctive", subjunctive},
                                                              {"source", source_preposition},
                                                              {"as", as_word},
                                                              {"place", place_word},
                                                              {"indefinite", indefinite},
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

constexpr std::size_t shortest_compound_end = 4;  // bytes

bool begins_with_capital(std::string_view raw) {
  if (raw.empty()) return false;
  if (raw[0] >= 'A' && raw[0] <= 'Z') return true;
  return raw.size() > 1 && static_cast<unsigned char>(raw[0]) == 0xC3 && static_cast<unsigned char>(raw[1]) < 0x9F;
}

template <class Row>
void for_each_row_of(const char* file, std::string_view language, Row&& row) {
  text::for_each_row(text::data_file(file), [&](std::size_t, const std::vector<std::string_view>& fields) {
    if (fields.size() >= 3 && (fields[0] == language || fields[0] == "*")) row(fields);
  });
}

char32_t first_letter(std::string_view form) {
  UChar32 letter = 0;
  U8_GET(reinterpret_cast<const std::uint8_t*>(form.data()), 0, 0, static_cast<std::int32_t>(form.size()), letter);
  return static_cast<char32_t>(letter);
}

char32_t last_letter(std::string_view form) {
  UChar32 letter = 0;
  auto at = static_cast<std::int32_t>(form.size());
  U8_PREV(reinterpret_cast<const std::uint8_t*>(form.data()), 0, at, letter);
  return static_cast<char32_t>(letter);
}

// "south_korea" and "South Korea" are one.
std::string state_key(std::string_view name) {
  std::string key;
  append_key(key, name);
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

}  // namespace

Lexicon::Lexicon(std::string_view language) : grammar_(grammar_of(language)) {
  add_function_words(language);
  add_pronouns(language);
  add_given_names(language);
  add_roles(language);
  add_cues(language);
  if (!grammar_.capitals) add_alias_starts(language);
  if (grammar_.noun_capitals) add_compound_ends();
  const auto longer = [](const auto& a, const auto& b) { return a.form.size() > b.form.size(); };
  std::stable_sort(cue_substrings_.begin(), cue_substrings_.end(), longer);
  std::stable_sort(role_substrings_.begin(), role_substrings_.end(), longer);
  for (const Substring& entry : cue_substrings_) {
    cues_starting_.add(first_letter(entry.form), entry);
    cues_ending_.add(last_letter(entry.form), entry);
  }
  for (const Substring& entry : role_substrings_) {
    roles_starting_.add(first_letter(entry.form), entry);
    roles_ending_.add(last_letter(entry.form), entry);
  }
  for (auto& [form, entry] : words_)
    std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.rest.size() > b.rest.size(); });
  fill_table();
}

void Lexicon::fill_table() {
  std::size_t size = 64;
  while (size < words_.size() * 3) size *= 2;
  table_.assign(size, {});
  for (const auto& entry : words_) {
    const std::uint64_t hash = WordKey::hash_of(entry.first);
    std::size_t at = hash & (size - 1);
    while (table_[at].entry) at = (at + 1) & (size - 1);
    table_[at] = {hash, &entry};
  }
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
  if (raw.size() > WordKey::longest) return unknown;  // longer words are in no list
  const WordKey key(raw);
  if (const Word* entry = in_table(key.text(), key.hash())) return *entry;
  if (compound_ends_.empty() || !begins_with_capital(raw)) return unknown;
  const Word* end = compound(key.text());
  return end ? *end : unknown;
}

const Word& Lexicon::head_of_compound(std::string_view raw) const {
  static const Word none;
  constexpr std::size_t shortest_part = 3, shortest_role = 5, longest_entry = 64;  // bytes
  if (raw.size() < shortest_part + shortest_role || raw.size() > longest_entry) return none;
  const WordKey whole(raw);
  const std::string_view key = whole.text();
  if (key.size() < shortest_part + shortest_role ||
      role_ends_.count(std::string(key.substr(key.size() - role_end))) == 0)
    return none;
  for (std::size_t at = shortest_part; at + shortest_role <= key.size(); ++at) {
    const std::string_view end = key.substr(at);
    if (const Word* head = in_table(end, WordKey::hash_of(end)); head && head->role && !head->cue) return *head;
  }
  return none;
}

// Außenminister, US-Präsidentin: what a compound is, its last part says.
const Word* Lexicon::compound(std::string_view key) const {
  if (key.size() < shortest_compound_end + 2) return nullptr;
  const auto found = compound_ends_.find(key.substr(key.size() - shortest_compound_end));
  if (found == compound_ends_.end()) return nullptr;
  for (const auto& [end, entry] : found->second)
    if (key.size() >= end.size() + 2 && key.substr(key.size() - end.size()) == end) return entry;
  return nullptr;
}

void Lexicon::add_compound_ends() {
  for (const auto& [form, entry] : words_) {
    const bool speaks = entry.role && entry.role->kind != RoleKind::media && entry.role->kind != RoleKind::honorific &&
                        entry.role->kind != RoleKind::human;  // -mann ends surnames
    if (form.size() < shortest_compound_end || !(speaks || entry.is(body_word)) || entry.given_name) continue;
    const std::string_view end = form;
    compound_ends_[end.substr(end.size() - shortest_compound_end)].emplace_back(end, &entry);
  }
  for (auto& [letters, ends] : compound_ends_)
    std::sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) {
      return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
}

bool Lexicon::is_state(std::string_view name) const {
  const std::string key = state_key(name);
  if (states_.count(key) != 0) return true;
  return grammar_.noun_capitals && !key.empty() && key.back() == 's' &&  // Chinas, Russlands
         states_.count(key.substr(0, key.size() - 1)) != 0;
}

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
    has_articles_ = has_articles_ || found->second == article;
    text::for_each_word(fields[2], [&](std::string_view form) {
      if (found->second == state) {
        states_.insert(state_key(form));
      } else if (Phrase* several = found->second == adverb ? phrase(form) : nullptr) {
        several->adverbial = true;
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
    const char gender = fields[2] == "rel" ? '-' : gender_letter(fields[2]);
    const bool two = entry.is(pronoun) && entry.gender != gender;  // sie: she, they
    entry.classes |= fields[2] == "rel" ? relative_pronoun : pronoun;
    entry.gender = two ? 's' : gender;
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
      word(row.alias.substr(0, row.alias.find(' '))).classes |= alias_start;
    else
      aliases_starting_.add(first_letter(row.alias), row);
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

bool is_wider_role(std::string_view wide, std::string_view narrow) {
  static const std::set<std::pair<std::string_view, std::string_view>> rows = [] {
    std::set<std::pair<std::string_view, std::string_view>> read;  // of the file, which stays
    text::for_each_row(text::data_file("lexicons/wider-roles.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& fields) {
                         if (fields.size() == 2) read.emplace(fields[0], fields[1]);
                       });
    return read;
  }();
  return rows.count(std::pair(wide, narrow)) != 0;
}

}  // namespace dateline::indexer::speech
