#include "searcher/suggest/spelling.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/archive/segment_index.hpp"
#include "searcher/query/written.hpp"
#include "searcher/suggest/name_spelling.hpp"
#include "searcher/suggest/replacement.hpp"
#include "searcher/suggest/word_spelling.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t few_hits = 5;        // with as many, nobody asks whether something else was meant
constexpr std::size_t most_corrected = 5;  // words of a query
constexpr std::size_t most_examined = 20;  // words and names of a query: a hostile one is not compared with everything

// A word of the query where it stands.
struct Word {
  std::size_t begin = 0, end = 0;
  std::string folded;
};

class Respelling {
 public:
  Respelling(const State& state, const schema::Snapshot::Lease& lease, text::Analyzer& analyzer, const Lists& lists,
             std::string_view query, bool finds_nothing)
      : analyzer_(analyzer),
        words_(state, lease, analyzer),
        names_(state, lists),
        query_(written_words(query)),
        finds_nothing_(finds_nothing) {}

  // Empty: nothing was replaced.
  std::optional<std::string> run() {
    // What is excluded is not missed.
    auto& words = query_.words;
    words.erase(std::remove_if(words.begin(), words.end(), [](const WrittenWords& word) { return word.excluded; }),
                words.end());
    correct_text();
    for (const WrittenWords& name : words)
      if (name.kind != WrittenKind::text) correct_name(name);
    if (replacements_.empty()) return std::nullopt;
    std::sort(replacements_.begin(), replacements_.end(),
              [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    return replaced(query_.text, replacements_);
  }

 private:
  std::string_view typed(std::size_t begin, std::size_t end) const {
    return std::string_view(query_.text).substr(begin, end - begin);
  }

  std::vector<Word> words_in(const WrittenWords& written) const {
    std::vector<Word> words;
    for (const text::Token& token : analyzer_.analyze(typed(written.begin, written.end), "").tokens)
      words.push_back({written.begin + token.begin, written.begin + token.end, std::string(token.exact)});
    return words;
  }

  void correct_text() {
    std::vector<Word> words;
    for (const WrittenWords& written : query_.words) {
      if (written.kind != WrittenKind::text) continue;
      for (Word& word : words_in(written)) words.push_back(std::move(word));
    }
    for (std::size_t i = 0; i < words.size() && replacements_.size() < most_corrected; ++i) {
      if (i + 1 < words.size() && correct_blank_between(words[i], words[i + 1]))
        ++i;
      else
        correct(words[i]);
    }
  }

  // "cease fire", where the archive writes "ceasefire". Words that it has are left alone unless nothing was found.
  bool correct_blank_between(const Word& left, const Word& right) {
    const bool has_blank_between = left.end < right.begin && is_blank(typed(left.end, right.begin));
    if (!has_blank_between || !is_correctable(left.folded + right.folded)) return false;
    if (!words_.has(left.folded + right.folded)) return false;
    if (!finds_nothing_ && words_.is_known(left.folded) && words_.is_known(right.folded)) return false;
    replace(left.begin, right.end, words_.as_written(left.folded + right.folded));
    return true;
  }

  static bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

  // The nearest first; a blank that was left out is as near as one letter.
  void correct(const Word& word) {
    if (!is_correctable(word.folded) || ++examined_ > most_examined) return;
    if (const auto nearest = words_.nearest(word.folded, 1)) {
      replace(word.begin, word.end, words_.as_written(*nearest));
    } else if (const auto halves = stands_alone(word) ? words_.divided(word.folded) : std::nullopt) {
      replace(word.begin, word.end, words_.as_written(halves->first) + " " + words_.as_written(halves->second));
    } else if (const auto near = words_.nearest(word.folded, 2)) {
      replace(word.begin, word.end, words_.as_written(*near));
    }
  }

  // Behind a colon only the first of two words would stay in the field; inside a longer word a blank tears it.
  bool stands_alone(const Word& word) const {
    constexpr std::string_view around = " \"()";
    const std::string& text = query_.text;
    return (word.begin == 0 || around.find(text[word.begin - 1]) != std::string_view::npos) &&
           (word.end == text.size() || around.find(text[word.end]) != std::string_view::npos);
  }

  // Only as a whole a name is known or not; what is corrected of it must be one that is.
  void correct_name(const WrittenWords& written) {
    if (++examined_ > most_examined || names_.is_known(written.kind, typed(written.begin, written.end))) return;
    std::vector<Replacement> corrected;
    for (const Word& word : words_in(written)) {
      const NameWords folded = name_words(typed(word.begin, word.end));
      if (folded.size() != 1 || replacements_.size() + corrected.size() >= most_corrected) continue;
      if (const auto nearest = names_.nearest(written.kind, folded.front()))
        corrected.push_back(replacement(word.begin, word.end, *nearest));
    }
    std::vector<Replacement> within = corrected;
    for (Replacement& replacement : within) {
      replacement.begin -= written.begin;
      replacement.end -= written.begin;
    }
    if (names_.is_known(written.kind, replaced(typed(written.begin, written.end), within)))
      replacements_.insert(replacements_.end(), corrected.begin(), corrected.end());
  }

  Replacement replacement(std::size_t begin, std::size_t end, const std::string& spelling) const {
    return {begin, end, in_case_of(typed(begin, end), spelling)};
  }

  void replace(std::size_t begin, std::size_t end, const std::string& spelling) {
    replacements_.push_back(replacement(begin, end, spelling));
  }

  text::Analyzer& analyzer_;
  WordSpelling words_;
  NameSpelling names_;
  WrittenQuery query_;
  bool finds_nothing_;
  std::size_t examined_ = 0;
  std::vector<Replacement> replacements_;
};

}  // namespace

std::optional<std::string> spelling_suggestion(const State& state, text::Analyzer& analyzer, const Lists& lists,
                                               const SearchAnswer& answer) {
  if (answer.total >= few_hits) return std::nullopt;
  const schema::Snapshot::Lease lease = state.snapshot().lease();
  return Respelling(state, lease, analyzer, lists, answer.query, answer.total == 0).run();
}

}  // namespace dateline::searcher
