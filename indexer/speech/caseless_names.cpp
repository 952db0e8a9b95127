// Names in scripts without capitals: what the alias table knows, what begins with a given name, and the words between
// what introduces a name (a role, a verb that comes first) and what bounds it (a verb, a comma, "that", "ने"). They are
// marked as if they had capitals, so that every other rule holds for them, too.
#include "indexer/speech/caseless_names.hpp"

#include <algorithm>

#include "indexer/speech/word_key.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer::speech {
namespace {

constexpr std::uint32_t longest_name = 4;  // words

class Marker {
 public:
  Marker(std::string_view body, Paragraph& paragraph, const text::AliasTable& aliases,
         std::unordered_set<std::string>& short_names)
      : body_(body),
        tokens_(paragraph.tokens),
        count_(static_cast<std::uint32_t>(paragraph.tokens.size())),
        grammar_(paragraph.lexicon->grammar()),
        aliases_(aliases),
        short_names_(short_names) {}

  void mark() {
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (!tokens_[i].is_word() || tokens_[i].capital) continue;
      if (const std::uint32_t end = name_at(i); end > i) i = end - 1;
    }
  }

 private:
  // Marks what the token at `i` shows to be a name; where it ends.
  std::uint32_t name_at(std::uint32_t i) {
    const Token& token = tokens_[i];
    if (token.is(alias_start))
      if (const std::uint32_t words = known_name(i)) return mark(i, i + words);
    if (const std::uint32_t end = user_name(i); end > i) return mark(i, end);
    if (token.word->given_name && is_plain(token))
      if (const std::uint32_t end = behind_given_name(i); end > i) return mark(i, end);
    if (const std::uint32_t role = role_words(i)) {
      mark_behind_role(i + role);
      return i + role;
    }
    if (is_leading_verb(token)) return behind_verb(i + 1), i;
    if (ends_subject(token)) return before_subject_end(i), i;
    if (is_plain(token) && begins_clause(i))
      if (const std::uint32_t end = before_apposition(i); end > i) return mark(i, end);
    if (is_plain(token) && short_names_.count(key(i)) != 0) return mark(i, i + 1);
    return i;
  }

  std::string key(std::uint32_t i) const {
    std::string found;
    append_key(found, text_of(body_, tokens_[i]));
    return found;
  }

  static bool names_person(const Role& role) {
    return role.kind != RoleKind::group && role.kind != RoleKind::org && role.kind != RoleKind::media &&
           role.kind != RoleKind::document;
  }

  // How many words the person's role that begins here has.
  std::uint32_t role_words(std::uint32_t i) const {
    for (const Phrase& entry : tokens_[i].word->phrases) {
      if (!entry.role || !names_person(*entry.role) || i + entry.rest.size() >= count_) continue;
      std::uint32_t k = 0;
      while (k < entry.rest.size() && tokens_[i + 1 + k].word == entry.rest[k]) ++k;
      if (k == entry.rest.size()) return k + 1;
    }
    const Role* role = tokens_[i].word->role;
    return role && names_person(*role) ? 1 : 0;
  }

  // How many words of a full row begin here.
  std::uint32_t known_name(std::uint32_t i) const {
    std::uint32_t end = i;
    while (end < count_ && end < i + longest_name && tokens_[end].is_word()) ++end;
    for (; end > i; --end)
      if (!aliases_.find(body_.substr(tokens_[i].begin, tokens_[end - 1].end - tokens_[i].begin)).empty())
        return end - i;
    return 0;
  }

  // Where the longest of the user's full rows that begins here ends.
  std::uint32_t user_name(std::uint32_t i) const {
    std::size_t at = tokens_[i].begin;
    std::uint32_t best = i;
    for (const text::Alias* row : aliases_.user_rows_starting(text::next_code_point(body_, at))) {
      if (!row->full || body_.compare(tokens_[i].begin, row->alias.size(), row->alias) != 0) continue;
      const std::size_t behind = tokens_[i].begin + row->alias.size();
      std::uint32_t end = i;
      while (end < count_ && tokens_[end].end <= behind) ++end;
      if (end > best && tokens_[end - 1].end == behind) best = end;
    }
    return best;
  }

  // The plain words from `first` on; at most one more than a name has.
  std::uint32_t plain_run(std::uint32_t first) const {
    std::uint32_t last = first;
    while (last < count_ && last <= first + longest_name && (is_plain(tokens_[last]) || joins(first, last))) ++last;
    return last;
  }

  // "محمد بن سلمان": a small word inside a name.
  bool joins(std::uint32_t first, std::uint32_t i) const {
    return i > first && tokens_[i].is(name_particle) && i + 1 < count_ && is_plain(tokens_[i + 1]);
  }

  // A given name and the words up to what bounds them; where nothing does, the next one alone.
  std::uint32_t behind_given_name(std::uint32_t i) const {
    const std::uint32_t last = plain_run(i);
    const std::uint32_t words = last - i;
    if (words >= 2 && words <= longest_name && is_bounded(last)) return last;
    if (words < 2) return i;
    std::uint32_t end = i + 2;
    if (tokens_[i + 1].word->given_name || tokens_[i + 1].is(name_particle)) ++end;
    return std::min(end, last);
  }

  // "الرئيس التونسي قيس سعيد إن": behind the role, its adjectives or its place, two or three words.
  void mark_behind_role(std::uint32_t first) {
    while (first < count_ && (role_words(first) != 0 || (is_arabic() && has_article(first)))) ++first;
    if (grammar_.code == "he" && plain_run(first) - first >= 3 && has_hebrew_article(first)) ++first;
    if (const std::uint32_t name = behind_comma(first); name != first) return;
    mark_bounded(first);
  }

  // "יו"ר הוועד, ויקטוריה לנדאו, אמרה": role and name divided by a comma.
  std::uint32_t behind_comma(std::uint32_t first) {
    std::uint32_t comma = first;
    while (comma < count_ && comma < first + 3 && tokens_[comma].is_word() && !tokens_[comma].word->cue) ++comma;
    if (comma + 2 >= count_ || (tokens_[comma].mark != ',' && tokens_[comma].mark != 0x060C)) return first;
    const std::uint32_t last = plain_run(comma + 1);
    const bool closed = last < count_ && tokens_[last].mark == tokens_[comma].mark;
    if (!closed || last - comma - 1 < 2 || last - comma - 1 > 3) return first;
    return mark(comma + 1, last);
  }

  bool has_hebrew_article(std::uint32_t i) const {
    constexpr std::string_view he = "ה";
    return !tokens_[i].word->given_name && body_.substr(tokens_[i].begin, he.size()) == he;
  }

  // "قال حسام الدليمي إن"
  void behind_verb(std::uint32_t first) {
    if (first >= count_ || has_article(first)) return;
    mark_bounded(first);
  }

  void mark_bounded(std::uint32_t first) {
    const std::uint32_t last = plain_run(first);
    if (is_bounded(last) && last - first >= 2 && last - first <= 3) mark(first, last);
  }

  // "X Y ने कहा": the subject ends in a word of its own.
  bool ends_subject(const Token& token) const {
    return grammar_.order == WordOrder::verb_last && token.is(auxiliary) &&
           (grammar_.code == "hi" || grammar_.code == "ur");
  }

  void before_subject_end(std::uint32_t end) {
    std::uint32_t first = end;
    while (first > 0 && end - first <= 3 && is_plain(tokens_[first - 1]) && !tokens_[first - 1].capital) --first;
    const bool begins = first == 0 || !tokens_[first - 1].is_word() || tokens_[first - 1].word->role ||
                        tokens_[first - 1].is(preposition);
    if (begins && end - first >= 2 && end - first <= 3) mark(first, end);
  }

  // "X Y، سخنگوی دولت،": a name whose role follows behind a comma.
  std::uint32_t before_apposition(std::uint32_t first) const {
    const std::uint32_t last = plain_run(first);
    if (last - first < 2 || last - first > 3 || last + 1 >= count_) return first;
    if (grammar_.code == "fa" && role_words(last) != 0) return last;  // "بهزاد مرادیان مدیر کارخانه"
    const char32_t comma = tokens_[last].mark;
    if (comma != ',' && comma != 0x060C) return first;
    return role_words(last + 1) != 0 ? last : first;
  }

  bool begins_clause(std::uint32_t i) const { return i == 0 || !tokens_[i - 1].is_word(); }

  bool is_arabic() const { return grammar_.order == WordOrder::verb_first; }

  bool is_leading_verb(const Token& token) const {
    const Cue* cue = token.word->cue;
    return is_arabic() && cue && cue->strength >= 2 && cue->agreement != 'p' && cue->cue_class != CueClass::noun &&
           cue->cue_class != CueClass::according && cue->cue_class != CueClass::quoted;
  }

  bool has_article(std::uint32_t i) const {
    constexpr std::string_view al = "\u0627\u0644";
    constexpr std::string_view and_al = "\u0648\u0627\u0644";
    const std::string_view word = text_of(body_, tokens_[i]);
    return tokens_[i].is_word() && (word.substr(0, al.size()) == al || word.substr(0, and_al.size()) == and_al);
  }

  static bool is_plain(const Token& token) {
    return token.is_word() && !token.digit &&
           (token.word->classes & ~std::uint32_t{alias_start | name_particle}) == 0 && !token.word->cue &&
           !token.word->role && !token.is(name_particle);
  }

  bool is_bounded(std::uint32_t i) const {
    if (i >= count_) return true;
    const Token& token = tokens_[i];
    if (!token.is_word()) return true;
    const bool opens_cue = std::any_of(token.word->phrases.begin(), token.word->phrases.end(),
                                       [](const Phrase& entry) { return entry.cue != nullptr; });
    return opens_cue || token.word->cue ||
           token.is(that_word | auxiliary | preposition | clause_opener | adverb | calendar | hearer) ||
           (token.word->role && is_arabic());
  }

  std::uint32_t mark(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) tokens_[i].capital = true;
    if (last - first < 2) return last;
    short_names_.insert(key(last - 1));
    if (grammar_.short_name == ShortName::first_or_last) short_names_.insert(key(first));
    return last;
  }

  std::string_view body_;
  std::vector<Token>& tokens_;
  std::uint32_t count_;
  const Grammar& grammar_;
  const text::AliasTable& aliases_;
  std::unordered_set<std::string>& short_names_;
};

}  // namespace

void CaselessNames::mark(std::string_view body, Paragraph& paragraph) {
  Marker(body, paragraph, aliases_, short_names_).mark();
}

}  // namespace dateline::indexer::speech
