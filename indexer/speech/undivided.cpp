// Chinese, Japanese and Korean. Words are not divided, so cues and roles are looked for as substrings:
// X说：“…”   “…”X说   X说，…。   Xは「…」と述べた   Xは…と述べた   Xによると…   X는 "…"고 말했다   X는 …다고 말했다
#include "indexer/speech/undivided.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::indexer::speech {
namespace {

constexpr std::uint32_t window = 240;  // bytes looked at on each side: about eighty characters

struct Found {
  std::uint32_t begin = 0, end = 0;
  const Cue* cue = nullptr;
};

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Whether a mark of these scripts may begin with that byte: nearly no other letter of them does.
bool may_open_mark(char byte) {
  const auto lead = static_cast<unsigned char>(byte);
  return lead == 0xE2 || lead == 0xE3 || lead == 0xEF;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return starts_with(text, start); });
}

class UndividedAttributor {
 public:
  UndividedAttributor(const Reading& reading, std::uint32_t p, UndividedNames& names, std::vector<Attribution>& found)
      : body_(reading.body),
        paragraph_(reading.paragraphs[p]),
        lexicon_(*paragraph_.lexicon),
        verb_last_(lexicon_.grammar().order == WordOrder::verb_last),
        p_(p),
        names_(names),
        found_(found) {
    names_.at_paragraph(p);
  }

  void run() {
    std::size_t next = 0;
    for (std::uint32_t begin = paragraph_.begin; begin < paragraph_.end;) {
      const std::uint32_t end = sentence_end(begin, next);
      sentence(begin, end);
      begin = end;
    }
  }

 private:
  static constexpr std::uint32_t shortest = 6;  // characters: less is a term in marks

  // Behind the next full stop outside quotations. `next`: the first quotation that ends behind `begin`.
  std::uint32_t sentence_end(std::uint32_t begin, std::size_t& next) const {
    const auto& quotations = paragraph_.quotations;
    for (std::uint32_t i = begin; i < paragraph_.end; ++i) {
      while (next < quotations.size() && quotations[next].outer_end <= i) ++next;
      if (next < quotations.size() && i >= quotations[next].outer_begin) {
        i = quotations[next].outer_end - 1;
        // “……。”X说: the name may stand behind the mark; a new sentence begins where no verb does
        continue;
      }
      if (!may_open_mark(body_[i]) && static_cast<signed char>(body_[i]) < 0) continue;
      const std::string_view rest = body_.substr(i, paragraph_.end - i);
      if (may_open_mark(rest[0]) && starts_with_any(rest, {"。", "！", "？"})) return i + 3;
      if ((rest[0] == '.' || rest[0] == '!' || rest[0] == '?') && (rest.size() == 1 || rest[1] == ' ')) return i + 1;
    }
    return paragraph_.end;
  }

  void sentence(std::uint32_t begin, std::uint32_t end) {
    begin_ = begin;
    end_ = end;
    bool tied = false, any = false;
    speaker_.reset();
    const auto so_said = std::exchange(so_said_, std::nullopt);
    const auto& quotations = paragraph_.quotations;
    const auto first = std::lower_bound(quotations.begin(), quotations.end(), begin,
                                        [](const Quotation& q, std::uint32_t at) { return q.outer_begin < at; });
    for (auto quotation = first; quotation != quotations.end() && quotation->outer_begin < end; ++quotation) {
      const bool opens =
          !any && body_.substr(begin, quotation->outer_begin - begin).find_first_not_of(' ') == std::string_view::npos;
      any = true;
      tied =
          attribute(static_cast<std::size_t>(quotation - quotations.begin()), opens ? so_said : std::nullopt) || tied;
    }
    if (tied) return;
    if (verb_last_) {
      report_with_topic(any);
    } else {
      report_by_clauses(any);
    }
  }

  struct Said {
    Found cue;
    NameSpan name;
  };

  bool attribute(std::size_t which, const std::optional<Said>& so_said) {
    const Quotation& quotation = paragraph_.quotations[which];
    const std::string_view said = body_.substr(quotation.begin, quotation.end - quotation.begin);
    Attribution made;
    made.begin = quotation.begin;
    made.end = quotation.end;
    made.paragraph = p_;
    const bool tied = (verb_last_ ? by_verb_behind(which, made) : by_verb_beside(quotation, made)) ||
                      (so_said && tie(made, so_said->cue, so_said->name, "so said before"));
    if (!tied && said.size() < shortest * 3) return false;
    if (tied) made.confidence = Confidence::medium;
    if (tied) names_.spoke({made.name_begin, made.name_end}, p_);
    found_.push_back(std::move(made));
    return tied;
  }

  static bool reports(const Cue& cue, int strength = 2) {
    return cue.cue_class != CueClass::noun && cue.cue_class != CueClass::according && cue.strength >= strength;
  }

  std::uint32_t trimmed(std::uint32_t begin, std::uint32_t end, std::initializer_list<std::string_view> marks) const {
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
    if (begin >= end) return false;
    auto at = static_cast<std::int32_t>(end);
    UChar32 letter = 0;
    U8_PREV(reinterpret_cast<const std::uint8_t*>(body_.data()), static_cast<std::int32_t>(begin), at, letter);
    for (const Substring* entry : lexicon_.cues_ending(static_cast<char32_t>(letter))) {
      if (!reports(*entry->cue) || entry->form.size() > end - begin) continue;
      if (body_.compare(end - entry->form.size(), entry->form.size(), entry->form) != 0) continue;
      found = {static_cast<std::uint32_t>(end - entry->form.size()), end, entry->cue};
      return true;
    }
    return false;
  }

  // The first cue in the text, the longest of those that begin there.
  bool first_cue(std::uint32_t begin, std::uint32_t end, Found& found, int strength = 2) const {
    if (begin >= end) return false;
    for (std::uint32_t i = begin; i < end;) {
      std::uint32_t next = i;
      UChar32 letter = 0;
      U8_NEXT(reinterpret_cast<const std::uint8_t*>(body_.data()), next, end, letter);
      for (const Substring* entry : lexicon_.cues_starting(static_cast<char32_t>(letter))) {
        if (!reports(*entry->cue, strength) || entry->form.size() > end - i) continue;
        if (body_.compare(i, entry->form.size(), entry->form) != 0) continue;
        found = {i, static_cast<std::uint32_t>(i + entry->form.size()), entry->cue};
        return true;
      }
      i = next;
    }
    return false;
  }

  bool tie(Attribution& made, const Found& cue, NameSpan name, std::string_view rule) const {
    made.entry = cue.cue;
    made.cue_begin = cue.begin;
    made.cue_end = cue.end;
    made.name_begin = name.begin;
    made.name_end = name.end;
    made.rule = rule;
    return true;
  }

  // From the last mark that ends a clause before `end`.
  std::uint32_t clause_begin(std::uint32_t end) const {
    const std::uint32_t limit = near(end);
    for (std::uint32_t i = end; i > limit; --i) {
      if ((static_cast<unsigned char>(body_[i - 1]) & 0xC0) == 0x80 && i != end) continue;
      const std::string_view rest = body_.substr(i - 1, 3);
      if (i - 1 + 3 <= end && may_open_mark(rest[0]) && starts_with_any(rest, {"，", "；", "”", "。", "：", "」"}))
        return i - 1 + 3;
    }
    return limit;
  }

  // X说：“…” or “…”X说
  bool by_verb_beside(const Quotation& quotation, Attribution& made) {
    const std::uint32_t end = trimmed(begin_, quotation.outer_begin, {"：", ":", "，", ",", " "});
    Found cue;
    if (end < quotation.outer_begin && cue_ending(begin_, end, cue)) {
      const auto name = names_.subject(lexicon_, clause_begin(cue.begin), cue.begin);
      return name && tie(made, cue, *name, "name before verb");
    }
    std::uint32_t behind = quotation.outer_end;
    for (const std::string_view mark : {"，", ","})
      if (body_.substr(behind, mark.size()) == mark) behind += static_cast<std::uint32_t>(mark.size());
    std::uint32_t limit = std::min(end_, behind + window);
    for (std::uint32_t i = behind; i < limit; ++i)
      if (may_open_mark(body_[i]) && starts_with_any(body_.substr(i, 3), {"，", "。", "：", "“"})) limit = i;
    if (first_cue(behind, limit, cue) && cue.begin > behind)
      if (const auto name = names_.subject(lexicon_, behind, cue.begin))
        return tie(made, cue, *name, "name after the mark");
    return by_verb_far_ahead(quotation, made);
  }

  // X表示，中方“…”: the cue of the clause that the quotation stands in, or the one before.
  bool by_verb_far_ahead(const Quotation& quotation, Attribution& made) {
    for (std::uint32_t begin = near(quotation.outer_begin); begin < quotation.outer_begin;) {
      const std::uint32_t end = clause_end(begin, quotation.outer_begin);
      Found cue;
      if (first_cue(begin, end, cue) && cue.cue->strength == 3 && cue.begin > begin)
        if (const auto name = names_.subject(lexicon_, begin, cue.begin))
          return tie(made, cue, *name, "name before verb");
      begin = end + 3;
    }
    return false;
  }

  std::uint32_t clause_end(std::uint32_t begin, std::uint32_t limit) const {
    for (std::uint32_t i = begin; i < limit; ++i)
      if (may_open_mark(body_[i]) &&
          starts_with_any(body_.substr(i, 3), {"，", "；", "。", "“", "”", "：", "！", "？"}))
        return i;
    return limit;
  }

  // Xは「…」と述べた
  bool by_verb_behind(std::size_t which, Attribution& made) {
    Found cue;
    if (!cue_behind(which, cue)) return false;
    const std::uint32_t end = paragraph_.quotations[which].outer_begin;
    if (const auto name = topic(near(end), end)) {
      speaker_ = name;
      return tie(made, cue, *name, "topic before the mark");
    }
    if (speaker_) return tie(made, cue, *speaker_, "topic before the mark");
    const auto behind = topic_behind(which, cue.begin);
    return behind && tie(made, cue, *behind, "topic behind the mark");
  }

  // 「…」とXは述べた   "…" X는 이렇게 말했다
  std::optional<NameSpan> topic_behind(std::size_t which, std::uint32_t verb) {
    const auto& quotations = paragraph_.quotations;
    if (which + 1 < quotations.size() && quotations[which + 1].outer_begin < verb) return std::nullopt;
    const std::uint32_t begin = quotations[which].outer_end;
    const std::string_view between = body_.substr(begin, verb - begin);
    for (const std::string_view particle : {"と", " "})
      if (starts_with(between, particle)) return topic(begin + static_cast<std::uint32_t>(particle.size()), verb);
    return std::nullopt;
  }

  // The beginning of the sentence, or of what is looked at before `end`.
  std::uint32_t near(std::uint32_t end) const {
    std::uint32_t begin = std::max(begin_, end > window ? end - window : 0);
    while (begin < end && (static_cast<unsigned char>(body_[begin]) & 0xC0) == 0x80) ++begin;
    return begin;
  }

  // The verb behind a quotation, over the ones that follow in its sentence: "…"며 "…"고 말했다
  bool cue_behind(std::size_t which, Found& cue) const {
    constexpr std::uint32_t nearest = 48;  // bytes
    constexpr std::size_t most_followers = 3;
    const auto& quotations = paragraph_.quotations;
    std::uint32_t from = quotations[which].outer_end;
    for (std::size_t q = which + 1; q < quotations.size() && q <= which + most_followers; ++q) {
      if (quotations[q].outer_begin >= std::min(end_, from + nearest)) break;
      if (first_cue(from, quotations[q].outer_begin, cue)) return true;
      from = quotations[q].outer_end;
    }
    // "…"며 대책을 요구했다: the ending says that it was said
    const bool said = starts_with_any(body_.substr(from), {"며", "라며", "이라며", "면서", "라면서", "이라면서"});
    return first_cue(from, std::min(end_, from + window), cue, said ? 1 : 2) && cue.begin <= from + nearest;
  }

  // The speaker whom a particle marks as the topic, the first that is one.
  std::optional<NameSpan> topic(std::uint32_t begin, std::uint32_t end) {
    const bool japanese = lexicon_.grammar().code == "ja";
    constexpr int most_tries = 6;
    int tried = 0;
    for (std::uint32_t i = begin; i < end && tried < most_tries; ++i) {
      if ((static_cast<unsigned char>(body_[i]) & 0xC0) == 0x80) continue;
      const std::string_view rest = body_.substr(i, end - i);
      if (japanese ? !starts_with_any(rest, {"は", "が", "も"})
                   : !starts_with_any(rest, {"은", "는", "이", "가", "도"}) || !bounded(i + 3, end))
        continue;
      ++tried;
      if (const auto name = names_.subject(lexicon_, phrase_begin(begin, i), i)) return name;
    }
    return std::nullopt;
  }

  bool bounded(std::uint32_t at, std::uint32_t end) const {
    return at >= end || body_[at] == ' ' || body_[at] == '"' || body_[at] == ',';
  }

  // Back to the comma before: "これに先立ち、Xは"
  std::uint32_t phrase_begin(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = body_.substr(begin, end - begin);
    std::uint32_t from = begin;
    for (const std::string_view mark : {"、", "，", ", ", "「", "」", "\""})
      if (const std::size_t at = text.rfind(mark); at != std::string_view::npos)
        from = std::max(from, static_cast<std::uint32_t>(begin + at + mark.size()));
    return from;
  }

  void add_report(const Found& cue, NameSpan name, std::uint32_t begin, std::uint32_t end, std::string_view rule) {
    constexpr std::uint32_t shortest_clause = 12;  // bytes
    while (begin < end && (body_[begin] == ' ' || starts_with_any(body_.substr(begin, 3), {"，", "：", "、"})))
      begin += body_[begin] == ' ' ? 1 : 3;
    if (end < begin + shortest_clause) return;
    Attribution made;
    made.begin = begin;
    made.end = end;
    made.direct = false;
    made.paragraph = p_;
    made.confidence = Confidence::medium;
    tie(made, cue, name, rule);
    names_.spoke(name, p_);
    found_.push_back(std::move(made));
  }

  std::uint32_t said_end() const { return trimmed(begin_, end_, {"。", "！", "？", ".", " "}); }

  // X表示，…。
  void report_by_clauses(bool has_quotation) {
    for (std::uint32_t begin = begin_; begin < end_;) {
      const std::uint32_t end = clause_end(begin, end_);
      Found cue;
      if (first_cue(begin, end, cue) && cue.begin > begin && cue.cue->cue_class != CueClass::order)
        if (const auto name = names_.subject(lexicon_, begin, cue.begin)) {
          names_.spoke(*name, p_);
          if (!has_quotation) add_report(cue, *name, cue.end, said_end(), "name before verb");
          return;
        }
      begin = end + 3;
    }
    notice_subject();
  }

  // Of whom the sentence tells, where "she" begins the next: that person is meant, and not who spoke before.
  void notice_subject() {
    if (end_ < paragraph_.end && !starts_with_any(body_.substr(end_), {"她", "他"})) return;
    const std::uint32_t limit = std::min(end_, begin_ + window);
    if (const auto name = names_.subject(lexicon_, begin_, clause_end(begin_, limit))) names_.spoke(*name, p_);
  }

  // Xは…と述べた, X는 …다고 말했다, Xによると…
  void report_with_topic(bool has_quotation) {
    if (has_quotation) return;
    if (report_by_according()) return;
    Found cue;
    if (!cue_at_end(cue)) return;
    const auto name = topic(begin_, std::min(cue.begin, begin_ + window));
    if (!name) return;
    if (says_so(cue)) {
      so_said_ = Said{cue, *name};
      return;
    }
    std::uint32_t begin = name->end;
    if (begin < begin_ || begin >= cue.begin) begin = begin_;
    add_report(cue, *name, behind_topic(begin, cue.begin), cue.begin, "topic of the sentence");
  }

  // X는 이렇게 말했다. "…"   Xはこう述べた。「…」
  bool says_so(const Found& cue) const {
    constexpr std::uint32_t nearest = 20;  // bytes before the verb
    const std::uint32_t from = std::max(begin_, cue.begin > nearest ? cue.begin - nearest : 0);
    const std::string_view before = body_.substr(from, cue.begin - from);
    for (const std::string_view so : {"이렇게", "다음과 같이", "こう", "次のように", "このように"})
      if (before.find(so) != std::string_view::npos) return true;
    return false;
  }

  std::uint32_t behind_topic(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (starts_with_any(body_.substr(i, 3), {"は", "が", "も", "은", "는", "이", "가", "도"}) &&
          (lexicon_.grammar().code == "ja" || bounded(i + 3, end)))
        return i + 3;
    return begin;
  }

  // The verb that ends the sentence, with the particle that ends what was said: と述べた, 고 밝혔다.
  bool cue_at_end(Found& cue) const {
    constexpr std::uint32_t farthest = 42;  // bytes
    const std::uint32_t end = said_end();
    std::uint32_t from = std::max(begin_, end > farthest ? end - farthest : 0);
    while (from < end && (static_cast<unsigned char>(body_[from]) & 0xC0) == 0x80) ++from;
    if (!first_cue(from, end, cue)) return false;
    const std::string_view before = body_.substr(begin_, cue.begin - begin_);
    const std::string_view form = body_.substr(cue.begin, cue.end - cue.begin);
    if (says_so(cue)) return true;
    const auto ends = [&](std::string_view ending) {
      return before.size() > ending.size() && before.substr(before.size() - ending.size()) == ending;
    };
    if (lexicon_.grammar().code == "ja")
      return ends("と") || ends("との") || ends("を") || ends("よう") || starts_with(form, "と") ||
             (before.find("考え") != std::string_view::npos);
    return ends("고 ") || ends("고") || starts_with(form, "고") || starts_with(form, "라고");
  }

  bool report_by_according() {
    const std::string_view text = body_.substr(begin_, std::min(end_ - begin_, window));
    for (const Substring& entry : lexicon_.cue_substrings()) {
      if (entry.cue->cue_class != CueClass::according) continue;
      const std::size_t at = text.find(entry.form);
      if (at == std::string_view::npos || at == 0) continue;
      const auto cue_begin = static_cast<std::uint32_t>(begin_ + at);
      const Found cue{cue_begin, static_cast<std::uint32_t>(cue_begin + entry.form.size()), entry.cue};
      const auto name = names_.subject(lexicon_, phrase_begin(begin_, cue_begin), cue_begin);
      if (name) add_report(cue, *name, cue.end, said_end(), "according to");
      return true;
    }
    return false;
  }

  std::string_view body_;
  const Paragraph& paragraph_;
  const Lexicon& lexicon_;
  bool verb_last_;
  std::uint32_t p_;
  UndividedNames& names_;
  std::vector<Attribution>& found_;
  std::uint32_t begin_ = 0, end_ = 0;  // of the sentence
  std::optional<NameSpan> speaker_;    // of the quotation before in it
  std::optional<Said> so_said_;        // by the sentence before
};

}  // namespace

void attribute_undivided(const Reading& reading, std::uint32_t paragraph, UndividedNames& names,
                         std::vector<Attribution>& found) {
  UndividedAttributor(reading, paragraph, names, found).run();
}

}  // namespace dateline::indexer::speech
