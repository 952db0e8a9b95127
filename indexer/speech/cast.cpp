#include "indexer/speech/cast.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "indexer/speech/case_endings.hpp"
#include "indexer/speech/names.hpp"
#include "indexer/speech/subjects.hpp"
#include "indexer/speech/word_key.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer::speech {
namespace {

std::string key_of(std::string_view name) {
  std::string key;
  append_key(key, name);
  return key;
}

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

// МЧС, ДСНС Кардови: initials are not declined.
bool begins_with_initials(std::string_view name) {
  const std::string_view first = first_word(name);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < first.size(); ++letters)
    if (!u_isupper(static_cast<UChar32>(text::next_code_point(first, at)))) return false;
  return letters >= 2;
}

SpeakerKind kind_of(text::AliasKind kind) {
  switch (kind) {
    case text::AliasKind::body:
      return SpeakerKind::body;
    case text::AliasKind::group:
      return SpeakerKind::group;
    case text::AliasKind::person:
      break;
  }
  return SpeakerKind::person;
}

// Whether one letter (byte) more, less or other makes one of the other.
bool one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.substr(a.size() == b.size() ? std::min(i + 1, a.size()) : i) == b.substr(std::min(i + 1, b.size()));
}

// Bewegung, Freiheit, Politik: German nouns that may stand without an article in the singular.
bool is_abstract(std::string_view noun) {
  for (const std::string_view ending : {"ung", "heit", "keit", "schaft", "ion", "ität", "ik", "tum",  "ismus", "ment",
                                        "nis", "enz",  "anz",  "ie",     "ei",  "lich", "ig", "isch", "end",   "weise"})
    if (noun.size() > ending.size() && noun.substr(noun.size() - ending.size()) == ending) return true;
  return false;
}

// "coast guard" of "Ostranan Coast Guard", "Marina" of "Marina di Kardova", "Behörde" of "Hafenbehörde".
bool is_short_of(std::string_view words, std::string_view name, const Grammar& grammar) {
  const std::string part = key_of(words), whole = key_of(name);
  if (part.size() >= whole.size() || part.size() < 4) return false;
  const bool ends = whole.compare(whole.size() - part.size(), part.size(), part) == 0;
  const std::size_t before = whole.size() - part.size();
  if (ends && (whole[before - 1] == ' ' || grammar.noun_capitals || grammar.compounds)) return true;
  if (whole.compare(0, part.size(), part) == 0 && whole[part.size()] == ' ') return true;
  if (!grammar.noun_capitals) return false;
  const std::string_view head = std::string_view(whole).substr(0, whole.find(' '));  // "Hafenbehörde von Veyra"
  return head.size() > part.size() && head.substr(head.size() - part.size()) == part;
}

// Where the role that belongs to the name at `name` begins: "министр иностранных дел Сергей Лавров".
// `behind`: where the name ends. "said the mayor, Ada Finch wrote" names two, where subjects come first.
std::uint32_t role_before(const Paragraph& paragraph, std::uint32_t name, std::uint32_t behind) {
  constexpr std::uint32_t farthest = 5;
  const bool crosses_comma = paragraph.lexicon->grammar().order != WordOrder::subject_first ||
                             behind >= paragraph.tokens.size() || !paragraph.tokens[behind].is_word();
  for (std::uint32_t i = name; i-- > 0 && name - i <= farthest;) {
    const Token& token = paragraph.tokens[i];
    if (token.mark == ',' && i + 1 == name && crosses_comma) continue;  // "porte-parole du Kremlin, Dmitri Peskov"
    if (!token.is_word() || token.word->cue || token.is(clause_opener | pronoun)) break;
    if (token.is(preposition) && !token.is(inner_preposition)) break;
    if (token.word->role && token.word->role->kind != RoleKind::org && token.word->role->kind != RoleKind::media)
      return i;
  }
  return name;
}

}  // namespace

Cast::Cast(const Reading& reading, std::string_view title, const text::AliasTable& aliases) : aliases_(aliases) {
  collect_full_names(reading);
  if (!reading.paragraphs.empty()) collect_from_title(title, *reading.paragraphs.front().lexicon);
}

void Cast::collect_full_names(const Reading& reading) {
  const MentionReader reader(reading.body, aliases_);
  std::string key;
  std::unordered_map<std::string_view, std::size_t> seen;  // names with their roles, as written -> full name
  for (const Paragraph& paragraph : reading.paragraphs) {
    nouns_have_capitals_ = nouns_have_capitals_ || paragraph.lexicon->grammar().noun_capitals;
    const std::vector<Token>& tokens = paragraph.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!may_be_name(tokens[i])) continue;
      const TokenRange run = name_run(paragraph, i, count);
      if (is_noun_with_article(paragraph, run)) {
        // nobody's name
      } else if (run.last - run.first >= 2) {
        const bool titled =
            paragraph.lexicon->grammar().title_follows && run.last < count && tokens[run.last].word->role;
        const TokenRange phrase = {role_before(paragraph, i, run.last), run.last + (titled ? 1 : 0)};
        const std::uint32_t begin = tokens[phrase.first].begin;
        const std::string_view written = reading.body.substr(begin, tokens[phrase.last - 1].end - begin);
        const auto [known, is_new] = seen.try_emplace(written, no_full_name);
        if (is_new)
          known->second = add_named(reader.read(paragraph, phrase));
        else if (known->second != no_full_name)
          ++full_names_[known->second].count;
      } else if (i > 0 && (paragraph.tokens[i - 1].is_word() || paragraph.tokens[i - 1].mark == ',')) {
        key.clear();
        append_key(key, name_text(reading.body, paragraph, run));
        inside_sentences_.insert(key);
      }
      i = run.last - 1;
    }
  }
}

void Cast::collect_from_title(std::string_view title, const Lexicon& lexicon) {
  const Paragraph paragraph = split_words(title, 0, static_cast<std::uint32_t>(title.size()), lexicon);
  const auto count = static_cast<std::uint32_t>(paragraph.tokens.size());
  const MentionReader reader(title, aliases_);
  for (std::uint32_t i = 0; i < count; ++i) {
    const TokenRange run = name_run(paragraph, i, count);
    if (run.empty()) continue;
    // Headlines have capitals everywhere: only names that the table knows count.
    if (const Mention mention = reader.read(paragraph, run);
        mention.name_words >= 2 && !aliases_.find(mention.name).empty())
      add_full_name(mention);
    i = run.last - 1;
  }
}

// "Mayor Finch": a surname behind a title is one wherever it stands.
std::size_t Cast::add_named(const Mention& mention) {
  if (mention.kind == MentionKind::name && mention.titled && !mention.body && mention.name_words == 1)
    inside_sentences_.insert(key_of(mention.name));
  return add_full_name(mention);
}

std::size_t Cast::add_full_name(const Mention& mention) {
  constexpr std::size_t most_bodies = 64;
  if (mention.kind == MentionKind::name && mention.body && mention.name_words >= 2 && bodies_.size() < most_bodies &&
      std::find(bodies_.begin(), bodies_.end(), mention.name) == bodies_.end())
    bodies_.push_back(mention.name);
  if (mention.kind != MentionKind::name || mention.body || mention.name_words < 2 || mention.name_words > 5)
    return no_full_name;
  std::string key = key_of(mention.name);
  const auto known = by_key_.find(key);
  if (known != by_key_.end()) {
    FullName& name = full_names_[known->second];
    ++name.count;
    if (name.gender == '-') name.gender = mention.gender;
    if (name.role.empty()) name.role = mention.role;
    return known->second;
  }
  FullName name;
  name.text = mention.name;
  name.key = std::move(key);
  name.count = 1;
  name.gender = mention.gender;
  name.role = mention.role;
  by_key_.emplace(name.key, full_names_.size());
  add_short_names(name.text, mention.short_name);
  full_names_.push_back(std::move(name));
  return full_names_.size() - 1;
}

void Cast::add_short_names(std::string_view name, ShortName which) {
  const auto add = [&](std::string_view word) { by_surname_[key_of(word)].push_back(full_names_.size()); };
  add(last_word(name));
  if (which == ShortName::first_or_last) add(first_word(name));
  if (which != ShortName::any_but_first) return;
  for (name.remove_prefix(first_word(name).size() + 1); name.find(' ') != std::string_view::npos;
       name.remove_prefix(first_word(name).size() + 1))
    add(first_word(name));
}

std::optional<Cast::Identity> Cast::by_table(std::string_view name) const { return of_full_row(aliases_.find(name)); }

Cast::Identity Cast::identity_of(const text::Alias& row) {
  return {std::string(row.canonical), "alias table: " + row.row(), kind_of(row.kind), row.gender};
}

std::optional<Cast::Identity> Cast::of_full_row(text::AliasTable::Rows rows) {
  for (const text::Alias* row : rows)
    if (row->full) return identity_of(*row);
  return std::nullopt;
}

// The row of a short form that one canonical name alone claims.
const text::Alias* Cast::only_claimant(text::AliasTable::Rows rows) {
  const text::Alias* claimant = nullptr;
  for (const text::Alias* row : rows) {
    if (claimant && claimant->canonical != row->canonical) return nullptr;
    if (!claimant) claimant = row;
  }
  return claimant;
}

std::optional<Cast::Identity> Cast::by_article(const std::string& surname_key) const {
  const auto found = by_surname_.find(surname_key);
  if (found == by_surname_.end()) return std::nullopt;
  const FullName* best = nullptr;
  for (const std::size_t index : found->second) {
    const FullName& name = full_names_[index];
    if (!best || name.count > best->count) best = &name;
  }
  Identity identity{best->text, "as written", SpeakerKind::person, best->gender};
  if (const auto known = by_table(best->text)) identity = *known;
  return identity;
}

bool Cast::is_credible(const Mention& mention, bool of_singular_verb) const {
  if (mention.name_words != 1 || mention.titled) return true;
  const std::string key = key_of(mention.name);
  const bool inside = inside_sentences_.count(key) != 0 && !nouns_have_capitals_;
  // A German noun in the singular has an article, unless it is a name or an abstract.
  const bool bare = of_singular_verb && nouns_have_capitals_ && !is_abstract(mention.name);
  return by_surname_.count(key) != 0 || inside || bare || !aliases_.find(mention.name).empty();
}

bool Cast::introduces(std::string_view surname) const { return by_surname_.count(key_of(surname)) != 0; }

std::optional<Cast::Identity> Cast::identify(const std::string& name, const Mention& mention) const {
  const text::AliasTable::Rows rows = aliases_.find(name);
  if (auto known = of_full_row(rows)) return known;
  if (mention.body) {
    const text::Alias* row = only_claimant(rows);
    if (row && row->kind == text::AliasKind::body) return identity_of(*row);
    return mention.name_words == 1 ? by_article(key_of(name)) : std::nullopt;  // FINCH, in transcripts
  }
  if (mention.name_words >= 2) {
    // "Ayatollah Ali Khamenei": the table may know the name without its first word.
    if (mention.name_words >= 3) {
      if (auto known = by_table(std::string_view(name).substr(name.find(' ') + 1))) return known;
    }
    const auto found = by_key_.find(key_of(name));
    if (found != by_key_.end())
      return Identity{full_names_[found->second].text, "as written", SpeakerKind::person,
                      full_names_[found->second].gender};
    return std::nullopt;
  }
  if (auto here = by_article(key_of(name))) return here;
  if (const text::Alias* row = only_claimant(rows)) return identity_of(*row);
  return std::nullopt;
}

// "По словам Дмитрия Пескова": the article's own spelling is no nominative.
std::optional<Cast::Identity> Cast::by_table_in_base_form(const std::string& name, const Lexicon& lexicon) const {
  for (const std::string& form : base_forms(name, lexicon.grammar().code)) {
    if (auto known = by_table(form)) return known;
    const auto found = form == name ? by_key_.end() : by_key_.find(key_of(form));
    if (found != by_key_.end())
      return Identity{full_names_[found->second].text, "as written", SpeakerKind::person,
                      full_names_[found->second].gender};
  }
  return std::nullopt;
}

// A surname alone whose full name the article has in another case only.
std::optional<Cast::Identity> Cast::by_members(const std::string& surname) const {
  const std::string key = key_of(surname);
  for (const Member& member : members_)
    if (member.kind == SpeakerKind::person && key_of(last_word(member.name)) == key)
      return Identity{member.name, member.evidence, member.kind, member.gender};
  return std::nullopt;
}

// "Дональда Трампа" is in the table under the nominative. What begins with a given name is one already: Александра
// Иванова.
std::optional<Cast::Identity> Cast::by_table_declined(const Mention& mention, const Lexicon& lexicon) const {
  if (!lexicon.grammar().case_endings || mention.body || mention.name_words < 2) return std::nullopt;
  if (by_table(mention.name) || lexicon.find(first_word(mention.name)).given_name) return std::nullopt;
  for (const std::string& form : base_forms(mention.name, lexicon.grammar().code))
    if (auto known = by_table(form)) return known;
  return std::nullopt;
}

std::optional<std::size_t> Cast::find_or_add(const Mention& mention, const Lexicon& lexicon, bool oblique) {
  std::optional<Identity> identity = by_table_declined(mention, lexicon);
  if (mention.body && oblique && lexicon.grammar().case_endings) {  // "сообщили в Кремле"
    for (const std::string& form : base_forms(mention.name, lexicon.grammar().code))
      if (!identity) identity = by_table(form);
    if (!identity && !begins_with_initials(mention.name)) return std::nullopt;
  }
  const bool declined = !identity && oblique && lexicon.grammar().case_endings && !mention.body;
  if (declined) identity = by_table_in_base_form(mention.name, lexicon);
  std::string name = declined && !identity ? likely_base_form(mention.name, lexicon) : mention.name;
  if (!identity && mention.name_words == 1 && lexicon.grammar().case_endings) identity = by_members(name);
  if (!identity) identity = identify(name, mention);
  if (!identity && lexicon.grammar().case_endings && !declined) {
    for (const std::string& form : base_forms(mention.name, lexicon.grammar().code)) {
      identity = identify(form, mention);
      if (identity) break;
    }
  }
  if (!identity && mention.name_words == 1) identity = by_members(name);
  if (!identity && mention.body)
    if (const auto body = body_called(name, lexicon)) return body;
  if (!identity)
    identity = Identity{name, "as written", mention.body ? SpeakerKind::body : SpeakerKind::person, mention.gender};
  auto found = member_by_name_.find(identity->name);
  if (found == member_by_name_.end() && identity->kind == SpeakerKind::person) {
    // Nebenzya, Nebenzia: one letter apart, and nobody else of that given name.
    const std::string surname = key_of(last_word(identity->name)), given = key_of(first_word(identity->name));
    for (std::size_t i = 0; i < members_.size() && found == member_by_name_.end(); ++i) {
      const std::string& other = members_[i].name;
      if (members_[i].kind != SpeakerKind::person || surname.size() < 5) continue;
      const std::string other_surname = key_of(last_word(other)), other_given = key_of(first_word(other));
      const bool one_name = surname == given || other_surname == other_given;
      if ((given == other_given && one_edit_apart(surname, other_surname) && !one_name) ||
          (one_name && surname != other_surname && surname.size() >= 6 && one_edit_apart(surname, other_surname)) ||
          (one_name && surname == other_surname))
        found = member_by_name_.find(other);
    }
  }
  if (found == member_by_name_.end()) {
    found = member_by_name_.emplace(identity->name, members_.size()).first;
    Member member;
    member.name = identity->name;
    member.kind = identity->kind;
    member.gender = identity->gender != '-' ? identity->gender : mention.gender;
    member.evidence = identity->evidence;
    members_.push_back(std::move(member));
  }
  Member& member = members_[found->second];
  if (member.gender == '-') member.gender = mention.gender;
  return found->second;
}

bool Cast::has_role(std::size_t member, const std::string& role) const {
  return std::any_of(full_names_.begin(), full_names_.end(), [&](const FullName& name) {
    return !name.role.empty() && (name.role == role || is_wider_role(role, name.role)) &&
           canonical(name) == members_[member].name;
  });
}

bool Cast::has_any_role(std::size_t member) const {
  return std::any_of(full_names_.begin(), full_names_.end(), [&](const FullName& name) {
    return !name.role.empty() && canonical(name) == members_[member].name;
  });
}

std::optional<std::size_t> Cast::body_called(const std::string& words, const Lexicon& lexicon) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Member& member = members_[i];
    if (member.kind != SpeakerKind::body) continue;
    const bool called = std::any_of(member.spellings.begin(), member.spellings.end(), [&](const std::string& name) {
      return is_short_of(words, name, lexicon.grammar());
    });
    if (!called) continue;
    if (found) return std::nullopt;
    found = i;
  }
  if (found) return found;
  const std::string* name = nullptr;  // one that has not spoken yet
  for (const std::string& body : bodies_) {
    if (!is_short_of(words, body, lexicon.grammar())) continue;
    if (name) return std::nullopt;
    name = &body;
  }
  if (!name) return std::nullopt;
  Mention mention;
  mention.kind = MentionKind::name;
  mention.body = true;
  mention.name = *name;
  mention.name_words = static_cast<std::uint32_t>(std::count(name->begin(), name->end(), ' ')) + 1;
  const auto member = find_or_add(mention, lexicon, false);
  if (member) spelled(*member, mention.name);
  return member;
}

std::string Cast::canonical(const FullName& name) const {
  const auto identity = by_table(name.text);
  return identity ? identity->name : name.text;
}

std::optional<std::size_t> Cast::holder_of(const std::string& role, const Lexicon& lexicon) {
  const FullName* holder = nullptr;
  for (const FullName& name : full_names_) {
    if (name.role != role) continue;
    if (holder && canonical(*holder) != canonical(name)) return std::nullopt;
    holder = &name;
  }
  if (!holder) return std::nullopt;
  Mention mention;
  mention.kind = MentionKind::name;
  mention.name = holder->text;
  mention.name_words = 2;
  mention.gender = holder->gender;
  return find_or_add(mention, lexicon, false);
}

void Cast::spelled(std::size_t member, const std::string& name) {
  auto& spellings = members_[member].spellings;
  if (!name.empty() && std::find(spellings.begin(), spellings.end(), name) == spellings.end())
    spellings.push_back(name);
}

}  // namespace dateline::indexer::speech
