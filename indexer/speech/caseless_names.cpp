// Names in scripts without capitals: what the alias table knows, and the words between a role and the clause that it
// introduces. They are marked as if they had capitals, so that every other rule holds for them, too.
#include "indexer/speech/caseless_names.hpp"

#include <algorithm>
#include <string>

namespace dateline::indexer::speech {
namespace {

class Marker {
 public:
  Marker(std::string_view body, Paragraph& paragraph, const text::AliasTable& aliases)
      : body_(body),
        tokens_(paragraph.tokens),
        aliases_(aliases),
        arabic_(paragraph.lexicon->grammar().order == WordOrder::verb_first) {}

  void mark() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].is(alias_start)) {
        if (const std::uint32_t words = known_name(i)) {
          mark(i, i + words);
          i += words - 1;
          continue;
        }
      }
      if (names_person(tokens_[i])) mark_behind_role(i + 1);
    }
  }

 private:
  static bool names_person(const Token& token) {
    if (!token.word->role) return false;
    const RoleKind kind = token.word->role->kind;
    return kind == RoleKind::office || kind == RoleKind::spokes || kind == RoleKind::military ||
           kind == RoleKind::religious;
  }

  // How many words of a full row begin here.
  std::uint32_t known_name(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;
    std::uint32_t end = i;
    while (end < tokens_.size() && end < i + longest && tokens_[end].is_word()) ++end;
    for (; end > i; --end)
      if (!aliases_.find(body_.substr(tokens_[i].begin, tokens_[end - 1].end - tokens_[i].begin)).empty())
        return end - i;
    return 0;
  }

  // "الرئيس التونسي قيس سعيد إن": behind the role and its adjectives, two or three words up to what bounds them.
  void mark_behind_role(std::uint32_t first) {
    while (first < tokens_.size() && (tokens_[first].word->role || (arabic_ && has_article(tokens_[first])))) ++first;
    std::uint32_t last = first;
    while (last < tokens_.size() && last < first + 4 && is_plain(tokens_[last])) ++last;
    const bool bounded = last < tokens_.size() && bounds(tokens_[last]);
    if (!bounded || last - first < 2 || last - first > 3) return;
    mark(first, last);
  }

  bool has_article(const Token& token) const {
    constexpr std::string_view al = "\u0627\u0644";
    return token.is_word() && body_.substr(token.begin, al.size()) == al;
  }

  static bool is_plain(const Token& token) {
    return token.is_word() && !token.digit && token.word->classes == 0 && !token.word->cue && !token.word->role;
  }

  static bool bounds(const Token& token) {
    return token.is(that_word | auxiliary) || token.word->cue || token.mark == ':' || token.mark == ',' ||
           token.mark == 0x060C || token.mark == '"' || token.mark == 0x00AB || token.mark == 0x201C;
  }

  void mark(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) tokens_[i].capital = true;
  }

  std::string_view body_;
  std::vector<Token>& tokens_;
  const text::AliasTable& aliases_;
  bool arabic_;
};

}  // namespace

void mark_caseless_names(std::string_view body, Paragraph& paragraph, const text::AliasTable& aliases) {
  Marker(body, paragraph, aliases).mark();
}

}  // namespace dateline::indexer::speech
