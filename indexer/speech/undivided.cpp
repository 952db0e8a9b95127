// Chinese, Japanese and Korean. Words are not divided, so cues and roles are looked for as substrings, and only beside
// marks: X说：“…”   “…”X说   Xは「…」と述べた   X는 "…"고 말했다
#include "indexer/speech/undivided.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dateline::indexer::speech {
namespace {

constexpr std::size_t window = 120;  // bytes looked at on each side: about forty characters

bool ends_clause(char32_t c) {
  switch (c) {
    case U'。':
    case U'！':
    case U'？':
    case U'；':
    case U'”':
    case U'」':
    case U'』':
    case U'.':
    case U'!':
    case U'?':
    case U'"':
    case U'\n':
      return true;
    default:
      return false;
  }
}

struct Found {
  std::uint32_t begin = 0, end = 0;
  const Cue* cue = nullptr;
};

class UndividedAttributor {
 public:
  UndividedAttributor(const Reading& reading, std::uint32_t p, std::vector<Attribution>& found)
      : body_(reading.body), paragraph_(reading.paragraphs[p]), lexicon_(*paragraph_.lexicon), p_(p), found_(found) {}

  void run() {
    for (const Quotation& quotation : paragraph_.quotations) attribute(quotation);
  }

 private:
  static constexpr std::uint32_t shortest = 6;  // characters: less is a term in marks

  void attribute(const Quotation& quotation) {
    const std::string_view said = body_.substr(quotation.begin, quotation.end - quotation.begin);
    const bool is_long = said.size() >= shortest * 3;
    Attribution made;
    made.begin = quotation.begin;
    made.end = quotation.end;
    made.paragraph = p_;
    const bool tied = lexicon_.grammar().order == WordOrder::verb_last ? by_verb_behind(quotation, made)
                                                                       : by_verb_beside(quotation, made);
    if (!tied && !is_long) return;
    if (tied) {
      made.confidence = Confidence::medium;
    }
    found_.push_back(std::move(made));
  }

  // Text before the mark, back to the clause's beginning.
  std::uint32_t clause_begin(std::uint32_t end) const {
    const std::uint32_t limit = std::max(paragraph_.begin, end > window ? end - static_cast<std::uint32_t>(window) : 0);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(body_.data());
    auto at = static_cast<std::int32_t>(end);
    while (at > static_cast<std::int32_t>(limit)) {
      const std::int32_t after = at;
      UChar32 c = 0;
      U8_PREV(bytes, static_cast<std::int32_t>(paragraph_.begin), at, c);
      if (ends_clause(static_cast<char32_t>(c))) return static_cast<std::uint32_t>(after);
    }
    return static_cast<std::uint32_t>(at);
  }

  std::uint32_t window_end(std::uint32_t begin) const {
    std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(paragraph_.end, begin + window));
    while (end < body_.size() && end > begin && (static_cast<unsigned char>(body_[end]) & 0xC0) == 0x80) --end;
    return end;
  }

  std::uint32_t without_trailing(std::uint32_t begin, std::uint32_t end,
                                 std::initializer_list<std::string_view> marks) const {
    for (bool moved = true; moved;) {
      moved = false;
      for (const std::string_view mark : marks) {
        if (end - begin < mark.size() || body_.substr(end - mark.size(), mark.size()) != mark) continue;
        end -= static_cast<std::uint32_t>(mark.size());
        moved = true;
      }
    }
    return end;
  }

  bool cue_ending(std::uint32_t begin, std::uint32_t end, Found& found) const {
    for (const Substring& entry : lexicon_.cue_substrings()) {
      if (!reports(*entry.cue) || entry.form.size() > end - begin) continue;
      if (body_.substr(end - entry.form.size(), entry.form.size()) != entry.form) continue;
      found = {static_cast<std::uint32_t>(end - entry.form.size()), end, entry.cue};
      return true;
    }
    return false;
  }

  // The first cue in the text, the longest of those that begin there.
  bool first_cue(std::uint32_t begin, std::uint32_t end, Found& found) const {
    const std::string_view text = body_.substr(begin, end - begin);
    std::size_t best = std::string_view::npos;
    for (const Substring& entry : lexicon_.cue_substrings()) {
      if (!reports(*entry.cue)) continue;
      const std::size_t at = text.find(entry.form);
      if (at == std::string_view::npos || (best != std::string_view::npos && at >= best)) continue;
      best = at;
      found = {static_cast<std::uint32_t>(begin + at), static_cast<std::uint32_t>(begin + at + entry.form.size()),
               entry.cue};
    }
    return best != std::string_view::npos;
  }

  static bool reports(const Cue& cue) {
    return cue.cue_class != CueClass::noun && cue.cue_class != CueClass::according && cue.strength >= 2;
  }

  void tie(Attribution& made, const Found& cue, std::string_view rule) const {
    made.entry = cue.cue;
    made.cue_begin = cue.begin;
    made.cue_end = cue.end;
    made.rule = rule;
  }

  // X说：“…” or “…”X说
  bool by_verb_beside(const Quotation& quotation, Attribution& made) const {
    const std::uint32_t begin = clause_begin(quotation.outer_begin);
    const std::uint32_t end = without_trailing(begin, quotation.outer_begin, {"：", ":", "，", ",", " "});
    Found cue;
    if (end < quotation.outer_begin && cue_ending(begin, end, cue)) {
      if (name_in(begin, cue.begin, made)) {
        tie(made, cue, "name before verb");
        return true;
      }
      return false;
    }
    std::uint32_t behind = quotation.outer_end;
    for (const std::string_view mark : {"，", ","})
      if (body_.substr(behind, mark.size()) == mark) behind += static_cast<std::uint32_t>(mark.size());
    std::uint32_t limit = window_end(behind);
    for (std::uint32_t i = behind; i < limit; ++i)
      if (std::string_view at = body_.substr(i, 3); at == "，" || at == "。" || at == "：" || at == "“") limit = i;
    if (!first_cue(behind, limit, cue) || cue.begin == behind || !name_in(behind, cue.begin, made)) return false;
    tie(made, cue, "name after the mark");
    return true;
  }

  // Xは「…」と述べた
  bool by_verb_behind(const Quotation& quotation, Attribution& made) const {
    Found cue;
    std::uint32_t limit = window_end(quotation.outer_end);
    for (std::uint32_t i = quotation.outer_end; i < limit; ++i)
      if (std::string_view at = body_.substr(i, 3); at == "。" || at == "「" || body_[i] == '.' || body_[i] == '"')
        limit = i;
    if (!first_cue(quotation.outer_end, limit, cue) || cue.begin > quotation.outer_end + 36) return false;
    const std::uint32_t begin = clause_begin(quotation.outer_begin);
    const std::uint32_t end = without_trailing(begin, quotation.outer_begin, {"、", "，", ",", " "});
    std::uint32_t topic = 0;
    for (const std::string_view particle : {"は", "が", "은", "는", "이", "가"}) {
      const std::size_t at = body_.substr(begin, end - begin).rfind(particle);
      if (at == std::string_view::npos) continue;
      const std::size_t behind = begin + at + particle.size();
      const bool bounded =
          behind >= end || body_[behind] == ' ' || body_.substr(behind, 3) == "、" || lexicon_.grammar().code == "ja";
      if (bounded) topic = std::max(topic, static_cast<std::uint32_t>(begin + at));
    }
    if (topic <= begin || !name_in(begin, topic, made)) return false;
    tie(made, cue, "topic before the mark");
    return true;
  }

  // The name that ends the text: by the alias table, else what stands directly before or behind a person's role.
  bool name_in(std::uint32_t begin, std::uint32_t end, Attribution& made) const {
    const std::string_view text = body_.substr(begin, end - begin);
    return known_name(begin, text, made) || named_by_role(begin, text, made);
  }

  bool known_name(std::uint32_t begin, std::string_view text, Attribution& made) const {
    std::size_t best_end = 0, best_begin = 0;
    bool person = false;
    for (const text::Alias* row : rows()) {
      const std::size_t at = text.rfind(row->alias);
      if (at == std::string_view::npos) continue;
      const std::size_t row_end = at + row->alias.size();
      const bool row_person = row->kind == text::AliasKind::person;
      if (person && !row_person) continue;
      if ((row_person && !person) || row_end > best_end || (row_end == best_end && at < best_begin)) {
        best_begin = at;
        best_end = row_end;
        person = row_person;
      }
    }
    constexpr std::size_t farthest = 36;  // bytes between the name and what follows: a role, a day, hearers
    if (best_end == 0 || text.size() - best_end > farthest) return false;
    if (!person && has_person_role(text)) return false;  // a spokesman of the body, whose name we do not know
    set_name(made, begin + best_begin, begin + best_end);
    return true;
  }

  bool has_person_role(std::string_view text) const {
    return std::any_of(lexicon_.role_substrings().begin(), lexicon_.role_substrings().end(),
                       [&](const Substring& entry) {
                         return is_person(*entry.role) && text.find(entry.form) != std::string_view::npos;
                       });
  }

  const std::vector<const text::Alias*>& rows() const { return lexicon_.alias_rows(); }

  static bool is_person(const Role& role) {
    return role.kind == RoleKind::office || role.kind == RoleKind::spokes || role.kind == RoleKind::military ||
           role.kind == RoleKind::religious || role.kind == RoleKind::honorific;
  }

  // 发言人毛宁: two to four characters behind the role. 高市早苗首相, 이재명 대통령: before it.
  bool named_by_role(std::uint32_t begin, std::string_view text, Attribution& made) const {
    for (const Substring& entry : lexicon_.role_substrings()) {
      if (!is_person(*entry.role)) continue;
      const std::size_t at = text.rfind(entry.form);
      if (at == std::string_view::npos) continue;
      if (lexicon_.grammar().code == "zh") {
        const std::size_t name = at + entry.form.size();
        if (!plain_name(text.substr(name), 2, 4)) return false;
        set_name(made, begin + name, begin + text.size());
        return true;
      }
      if (at + entry.form.size() != text.size()) return false;
      const auto [from, to] = name_before(text, at);
      if (from == to) return false;
      set_name(made, begin + from, begin + to);
      return true;
    }
    return false;
  }

  static std::vector<std::pair<UChar32, std::size_t>> letters(std::string_view text) {
    std::vector<std::pair<UChar32, std::size_t>> found;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
      const std::int32_t start = i;
      UChar32 c = 0;
      U8_NEXT(bytes, i, size, c);
      found.emplace_back(c, static_cast<std::size_t>(start));
    }
    return found;
  }

  static bool is_han(UChar32 c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005; }
  static bool is_katakana(UChar32 c) { return (c >= 0x30A1 && c <= 0x30FE); }
  static bool is_hangul(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

  static bool plain_name(std::string_view text, std::size_t least, std::size_t most) {
    const auto found = letters(text);
    return found.size() >= least && found.size() <= most &&
           std::all_of(found.begin(), found.end(), [](const auto& l) { return is_han(l.first); });
  }

  // The run of one script that ends at `end`: katakana of any length, two to four kanji, or a Korean word of two to
  // four.
  static std::pair<std::size_t, std::size_t> name_before(std::string_view text, std::size_t end) {
    std::string_view head = text.substr(0, end);
    while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
    const auto found = letters(head);
    if (found.empty()) return {0, 0};
    const UChar32 last = found.back().first;
    const auto same = [last](UChar32 c) {
      return is_katakana(last) ? is_katakana(c) : is_hangul(last) ? is_hangul(c) : is_han(last) && is_han(c);
    };
    std::size_t first = found.size();
    while (first > 0 && same(found[first - 1].first)) --first;
    const std::size_t length = found.size() - first;
    const bool katakana = is_katakana(last);
    if (length < 2 || (!katakana && length > 4)) return {0, 0};
    return {found[first].second, head.size()};
  }

  void set_name(Attribution& made, std::size_t begin, std::size_t end) const {
    made.name_begin = static_cast<std::uint32_t>(begin);
    made.name_end = static_cast<std::uint32_t>(end);
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const Lexicon& lexicon_;
  std::uint32_t p_;
  std::vector<Attribution>& found_;
};

}  // namespace

void attribute_undivided(const Reading& reading, std::uint32_t paragraph, std::vector<Attribution>& found) {
  UndividedAttributor(reading, paragraph, found).run();
}

}  // namespace dateline::indexer::speech
