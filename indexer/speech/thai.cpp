#include "indexer/speech/thai.hpp"

#include <unicode/utf8.h>

#include <algorithm>

namespace dateline::indexer::speech {
namespace {

constexpr std::string_view that = "ว่า";
constexpr std::uint32_t letter = 3;  // bytes of a Thai letter

// What may stand between a subject and its verb.
constexpr std::string_view adverbs[] = {"ยังได้", "ได้", "ยัง", "จึง", "ก็"};

// What may follow a verb that is joined to the name before it.
constexpr std::string_view behind_verbs[] = {that, "ย้ำ", "เพิ่มเติม", "เมื่อ", "ต่อ", "ด้วย", "ใน", "กับ", "ถึง", "ทันที", "อีก"};

constexpr std::string_view beside = "ด้าน";  // "as to": turns to another person

// What says of what or of where somebody is.
constexpr std::string_view complements[] = {"ของ", "แห่ง", "จาก", "ประจำ"};

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

char32_t first_letter(std::string_view text) {
  UChar32 c = 0;
  std::int32_t i = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
  return static_cast<char32_t>(c);
}

bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E4E && c != 0x0E3F; }

bool is_title(const Role& role) { return role.kind == RoleKind::honorific || role.kind == RoleKind::military; }

bool is_person(const Role& role) {
  return role.kind == RoleKind::office || role.kind == RoleKind::spokes || role.kind == RoleKind::profession ||
         is_title(role);
}

class ThaiAttributor {
 public:
  ThaiAttributor(const Reading& reading, std::uint32_t p, ThaiNames& names, std::vector<Attribution>& found)
      : body_(reading.body),
        paragraph_(reading.paragraphs[p]),
        lexicon_(*paragraph_.lexicon),
        aliases_(*reading.aliases),
        p_(p),
        names_(names),
        found_(found) {}

  void run() {
    const std::size_t first = found_.size();
    for (const Quotation& quotation : paragraph_.quotations) {
      Attribution made;
      made.begin = quotation.begin;
      made.end = quotation.end;
      made.paragraph = p_;
      found_.push_back(std::move(made));
    }
    quoted_ = first;
    const std::vector<Named> people = people_named();
    for (std::size_t i = 0; i < people.size(); ++i)
      speaks(people[i], i + 1 < people.size() ? people[i + 1].begin : paragraph_.end);
    drop_terms();
  }

 private:
  struct Named {
    NameSpan name;
    std::uint32_t begin = 0, end = 0;  // with the title
  };

  std::string_view text(std::uint32_t begin, std::uint32_t end) const { return body_.substr(begin, end - begin); }

  std::uint32_t next(std::uint32_t i) const {
    ++i;
    while (i < paragraph_.end && U8_IS_TRAIL(static_cast<std::uint8_t>(body_[i]))) ++i;
    return i;
  }

  std::uint32_t skip_blanks(std::uint32_t i) const {
    while (i < paragraph_.end && body_[i] == ' ') ++i;
    return i;
  }

  // Where the blank, the mark or the quotation is that ends what begins at `i`.
  std::uint32_t chunk_end(std::uint32_t i) const {
    while (i < paragraph_.end && body_[i] != ' ' && body_[i] != '"' && body_[i] != ',' && !in_quotation(i)) i = next(i);
    return i;
  }

  bool in_quotation(std::uint32_t i) const {
    const auto& quotations = paragraph_.quotations;
    if (quotations.empty()) return false;
    const auto behind = std::upper_bound(quotations.begin(), quotations.end(), i,
                                         [](std::uint32_t at, const Quotation& q) { return at < q.outer_begin; });
    return behind != quotations.begin() && i < std::prev(behind)->outer_end;
  }

  const Substring* role_at(std::uint32_t i, std::uint32_t end) const {
    if (i >= end) return nullptr;
    for (const Substring* entry : lexicon_.roles_starting(first_letter(text(i, end))))
      if (starts_with(text(i, end), entry->form)) return entry;
    return nullptr;
  }

  const Substring* cue_at(std::uint32_t i, std::uint32_t end) const {
    if (i >= end) return nullptr;
    for (const Substring* entry : lexicon_.cues_starting(first_letter(text(i, end))))
      if (starts_with(text(i, end), entry->form)) return entry;
    return nullptr;
  }

  std::uint32_t behind_adverbs(std::uint32_t i, std::uint32_t end) const {
    for (const std::string_view adverb : adverbs)
      if (starts_with(text(i, end), adverb)) return i + static_cast<std::uint32_t>(adverb.size());
    return i;
  }

  // Whether a verb begins here that what stands before may be joined to.
  bool verb_begins(std::uint32_t i, std::uint32_t end) const {
    i = behind_adverbs(i, end);
    const Substring* cue = cue_at(i, end);
    if (!cue) return false;
    const std::string_view rest = text(i + static_cast<std::uint32_t>(cue->form.size()), end);
    return rest.empty() || std::any_of(std::begin(behind_verbs), std::end(behind_verbs),
                                       [&](std::string_view start) { return starts_with(rest, start); });
  }

  // The letters of a name from `i` on, up to a blank or the verb.
  std::uint32_t name_word(std::uint32_t i) const {
    constexpr std::uint32_t longest = 24 * letter;
    const std::uint32_t begin = i, end = chunk_end(i);
    while (i < end && is_thai(first_letter(text(i, end))) && !verb_begins(i, end)) {
      i = next(i);
      if (i > begin + longest) return begin;
    }
    return i;
  }

  std::vector<Named> people_named() {
    std::vector<Named> people;
    for (std::uint32_t i = paragraph_.begin; i < paragraph_.end;) {
      i = skip_blanks(i);
      if (i >= paragraph_.end) break;
      std::uint32_t behind = in_quotation(i) ? next(i) : std::max(chunk_end(i), next(i));
      if (!in_quotation(i))
        if (auto named = named_at(i)) {
          behind = std::max(named->end, next(i));
          people.push_back(*named);
        }
      i = behind;
    }
    return people;
  }

  // Titles and roles, and the name behind them.
  std::optional<Named> named_at(std::uint32_t begin) {
    std::uint32_t i = begin;
    bool titled = false;
    for (const Substring* role = role_at(i, paragraph_.end); role && is_person(*role->role);
         role = role_at(i, paragraph_.end)) {
      titled = is_title(*role->role);
      i = skip_blanks(i + static_cast<std::uint32_t>(role->form.size()));
    }
    if (i >= paragraph_.end || in_quotation(i)) return std::nullopt;
    const char32_t letter_here = first_letter(text(i, paragraph_.end));
    for (const auto rows : {aliases_.user_rows_starting(letter_here), lexicon_.aliases_starting(letter_here)})
      for (const text::Alias* row : rows)
        if ((row->full || titled) && starts_with(text(i, paragraph_.end), row->alias)) {
          const auto end = static_cast<std::uint32_t>(i + row->alias.size());
          if (row->kind != text::AliasKind::person && i > begin && !titled)  // whose spokesman: the name stands behind
            if (const auto named = named_at(skip_blanks(end))) return Named{named->name, begin, named->end};
          return Named{{i, end}, begin, end};
        }
    if (titled) return titled_name(begin, i);
    if (names_.empty() && begin != paragraph_.begin) return std::nullopt;
    if (const std::uint32_t end = name_word(i); end > i && verb_begins(end, chunk_end(end)))
      if (const auto known = names_.find(text(i, end)); known != names_.end()) return Named{known->second, begin, end};
    return begin == paragraph_.begin ? name_before_role(begin) : std::nullopt;
  }

  // "นาเดซดา โอเลนโควา โฆษก...": two words that open the paragraph, and what that person is.
  std::optional<Named> name_before_role(std::uint32_t begin) {
    constexpr std::uint32_t longest_word = 16 * letter;
    const std::uint32_t first =
        starts_with(text(begin, paragraph_.end), beside) ? begin + static_cast<std::uint32_t>(beside.size()) : begin;
    const std::uint32_t first_end = name_word(first), last = skip_blanks(first_end), end = name_word(last);
    const std::uint32_t behind = skip_blanks(end);
    if (last != first_end + 1 || behind != end + 1 || role_at(last, paragraph_.end)) return std::nullopt;
    if (first_end - first < 2 * letter || first_end - first > longest_word || end - last > longest_word ||
        end - last < 2 * letter)
      return std::nullopt;
    const Substring* role = role_at(behind, paragraph_.end);
    if (!role || !is_person(*role->role) || is_title(*role->role)) return std::nullopt;
    names_.emplace(text(first, first_end), NameSpan{first, end});
    names_.emplace(text(last, end), NameSpan{first, end});
    return Named{{first, end}, begin, end};
  }

  // First name and surname; a first name met before is the same person's.
  std::optional<Named> titled_name(std::uint32_t begin, std::uint32_t first) {
    const std::uint32_t first_end = name_word(first);
    if (first_end < first + 2 * letter) return std::nullopt;
    const std::string_view first_name = text(first, first_end);
    const auto known = names_.find(first_name);
    std::uint32_t end = first_end;
    if (const std::uint32_t surname = skip_blanks(first_end);
        surname == first_end + 1 && !role_at(surname, paragraph_.end) && !verb_begins(surname, chunk_end(surname)) &&
        behind_adverbs(surname, paragraph_.end) == surname && !in_quotation(surname)) {
      const std::uint32_t surname_end = name_word(surname);
      if (surname_end >= surname + 2 * letter) end = surname_end;
    }
    if (known != names_.end()) {
      const bool in_full = end > first_end && text(first, end) == text(known->second.begin, known->second.end);
      return Named{known->second, begin, in_full ? end : first_end};
    }
    names_.emplace(first_name, NameSpan{first, end});
    return Named{{first, end}, begin, end};
  }

  // The verb of the person, behind what says who that is.
  void speaks(const Named& person, std::uint32_t limit) {
    constexpr int most_chunks = 4;
    std::uint32_t i = skip_blanks(person.end);
    bool has_role = false;
    for (int chunk = 0; chunk < most_chunks && i < limit && !in_quotation(i); ++chunk) {
      const std::uint32_t end = std::min(chunk_end(i), limit), verb = behind_adverbs(i, end);
      if (const Substring* cue = cue_at(verb, end)) return said(person, verb, *cue, limit);
      const Substring* role = role_at(i, end);
      const bool complement = std::any_of(std::begin(complements), std::end(complements),
                                          [&](std::string_view start) { return starts_with(text(i, end), start); });
      if (!role && !has_role && !complement) return;
      if (role && !is_person(*role->role)) return;
      for (std::uint32_t k = i; k < end; k = next(k))  // โฆษกรัฐบาลกล่าวว่า
        if (verb_begins(k, end)) {
          const std::uint32_t joined = behind_adverbs(k, end);
          return said(person, joined, *cue_at(joined, end), limit);
        }
      has_role = true;
      i = skip_blanks(end);
    }
  }

  void said(const Named& person, std::uint32_t verb, const Substring& cue, std::uint32_t limit) {
    constexpr std::uint32_t farthest = 20 * letter;
    const auto behind = static_cast<std::uint32_t>(verb + cue.form.size());
    std::uint32_t near = std::min(limit, behind + farthest);
    for (std::uint32_t i = behind; i < near; i = next(i))
      if (in_quotation(i)) near = i;
    const std::size_t at = text(behind, near).find(that);
    const bool opens = at != std::string_view::npos;
    std::uint32_t begin = opens ? static_cast<std::uint32_t>(behind + at + that.size()) : behind;
    while (begin < limit && (body_[begin] == ' ' || body_[begin] == ':')) ++begin;
    const auto& quotations = paragraph_.quotations;
    const auto after = std::lower_bound(quotations.begin(), quotations.end(), person.begin,
                                        [](const Quotation& q, std::uint32_t from) { return q.outer_begin < from; });
    if (after != quotations.end() && after->outer_begin == begin) return tie(quoted(after), person, verb, behind, cue);
    if (opens && cue.cue->strength >= 2) return add_report(person, verb, behind, cue, begin);
    if (after != quotations.begin() && skip_blanks(std::prev(after)->outer_end) == person.begin)
      tie(quoted(std::prev(after)), person, verb, behind, cue);
  }

  Attribution& quoted(std::vector<Quotation>::const_iterator quotation) {
    return found_[quoted_ + static_cast<std::size_t>(quotation - paragraph_.quotations.begin())];
  }

  static void tie(Attribution& made, const Named& person, std::uint32_t verb, std::uint32_t verb_end,
                  const Substring& cue) {
    made.entry = cue.cue;
    made.cue_begin = verb;
    made.cue_end = verb_end;
    made.name_begin = person.name.begin;
    made.name_end = person.name.end;
    made.rule = "name before verb";
    made.confidence = Confidence::medium;
  }

  // What is said ends at a blank: nothing tells sentences from clauses.
  void add_report(const Named& person, std::uint32_t verb, std::uint32_t verb_end, const Substring& cue,
                  std::uint32_t begin) {
    constexpr std::uint32_t shortest = 8 * letter;
    std::uint32_t end = chunk_end(begin);
    while (end < paragraph_.end && end - begin < shortest && body_[end] == ' ') end = chunk_end(skip_blanks(end));
    if (end < begin + shortest / 2) return;
    Attribution made;
    made.begin = begin;
    made.end = end;
    made.direct = false;
    made.paragraph = p_;
    tie(made, person, verb, verb_end, cue);
    found_.push_back(std::move(made));
  }

  // Words in marks that nobody is seen to say are terms when they are few.
  void drop_terms() {
    constexpr std::uint32_t shortest = 16 * letter;
    const auto is_term = [&](const Attribution& made) {
      return made.direct && !made.entry && made.end - made.begin < shortest;
    };
    found_.erase(std::remove_if(found_.begin() + static_cast<std::ptrdiff_t>(quoted_), found_.end(), is_term),
                 found_.end());
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const Lexicon& lexicon_;
  const text::AliasTable& aliases_;
  std::uint32_t p_;
  ThaiNames& names_;
  std::vector<Attribution>& found_;
  std::size_t quoted_ = 0;  // where this paragraph's quotations begin in found_
};

}  // namespace

void attribute_thai(const Reading& reading, std::uint32_t paragraph, ThaiNames& names,
                    std::vector<Attribution>& found) {
  ThaiAttributor(reading, paragraph, names, found).run();
}

}  // namespace dateline::indexer::speech
