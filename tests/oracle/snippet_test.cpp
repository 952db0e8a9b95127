// What holds for the snippets of any query and article, checked without the code that makes them.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>

#include "tests/oracle/archives.hpp"
#include "tests/oracle/generator.hpp"
#include "tests/support/catch.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

using namespace dateline;
using namespace dateline::oracle;

namespace {

const std::string ellipsis = "…";

const Corpus& corpus() {
  static const Corpus read = read_corpus(*archives().old, archives().aliases, archives().sources);
  return read;
}

// Bytes of the body.
struct Piece {
  std::size_t begin = 0, end = 0;
  bool holds(std::size_t at) const { return begin <= at && at < end; }
  bool divided_at(std::size_t at) const { return begin < at && at < end; }
};

std::size_t code_points(const std::string& text, const Piece& piece) {
  return text::count_code_points(std::string_view(text).substr(piece.begin, piece.end - piece.begin));
}

// An article's body, with everything that must not be cut.
class Body {
 public:
  explicit Body(const ReadArticle& article) : article_(article), text_(article.article.body) {
    std::replace(text_.begin(), text_.end(), '\n', ' ');
    for (std::size_t i = 0; i < article.texts.size(); ++i)
      if (article.text_begins[i] != std::string::npos) add_paragraph(i);
    for (const Word& word : article.words)
      if (article.text_begins[word.text] != std::string::npos) words_.push_back({piece_of(word), &word});
    find_clusters();
  }

  const std::string& text() const { return text_; }
  const std::vector<Piece>& sentences() const { return sentences_; }
  const std::vector<Piece>& dictionary_words() const { return dictionary_words_; }
  const std::vector<Piece>& quotations() const { return quotations_; }
  const std::vector<std::pair<Piece, const Word*>>& words() const { return words_; }
  bool divides_cluster(std::size_t at) const { return at < text_.size() && !clusters_[at]; }

  Piece piece_of(const Word& word) const {
    const std::size_t begin = article_.text_begins[word.text];
    return {begin + word.begin, begin + word.end};
  }

 private:
  void add_paragraph(std::size_t number) {
    const std::string& text = article_.texts[number];
    const std::size_t offset = article_.text_begins[number];
    std::size_t begin = 0;
    for (const std::uint32_t end : text::sentence_ends(text, article_.text_languages[number])) {
      sentences_.push_back(trimmed({offset + begin, offset + end}));
      begin = end;
    }
    text::Analyzer analyzer;
    const text::Analysis& analysis = analyzer.analyze(text, article_.text_languages[number]);
    for (const text::Span& span : analysis.spans)
      if (span.family == text::Family::stem) dictionary_words_.push_back({offset + span.begin, offset + span.end});
    add_quotations(text, offset);
  }

  Piece trimmed(Piece piece) const {
    const auto is_blank = [&](std::size_t at) { return text_[at] == ' ' || text_[at] == '\t'; };
    const auto ends_wide = [&] { return piece.end - piece.begin >= 3 && text_.compare(piece.end - 3, 3, "　") == 0; };
    while (piece.begin < piece.end && is_blank(piece.begin)) ++piece.begin;
    while (piece.begin + 3 <= piece.end && text_.compare(piece.begin, 3, "　") == 0) piece.begin += 3;
    while (piece.begin < piece.end && (is_blank(piece.end - 1) || ends_wide())) piece.end -= ends_wide() ? 3 : 1;
    return piece;
  }

  // The outermost pairs of marks that cannot be anything else.
  void add_quotations(const std::string& text, std::size_t offset) {
    static const std::vector<std::pair<std::string, std::string>> marks = {
        {"“", "”"}, {"„", "“"}, {"«", "»"}, {"「", "」"}, {"『", "』"}};
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at + 1;
      for (const auto& [open, close] : marks) {
        if (text.compare(at, open.size(), open) != 0) continue;
        const std::size_t end = text.find(close, at + open.size());
        if (end == std::string::npos || text.find(open, at + open.size()) < end) continue;
        quotations_.push_back({offset + at, offset + end + close.size()});
        next = end + close.size();
        break;
      }
      at = next;
    }
  }

  void find_clusters() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(text_);
    iterator->setText(text);
    clusters_.resize(text_.size());
    std::size_t byte = 0;
    for (std::int32_t at = iterator->first(), next; (next = iterator->next()) != icu::BreakIterator::DONE; at = next) {
      clusters_[byte] = true;
      std::string cluster;
      text.tempSubStringBetween(at, next).toUTF8String(cluster);
      byte += cluster.size();
    }
  }

  const ReadArticle& article_;
  std::string text_;  // line ends are blanks, as snippets show them
  std::vector<Piece> sentences_, dictionary_words_, quotations_;
  std::vector<std::pair<Piece, const Word*>> words_;
  std::vector<bool> clusters_;  // whether one begins at that byte
};

struct Shown {
  Piece piece;  // of the body
  bool cut_before = false, cut_behind = false;
  std::vector<Piece> marks;  // of the body
};

// The piece of the body that a snippet shows, behind `from`.
std::optional<Shown> locate(const Body& body, const Snippet& snippet, std::size_t from) {
  for (const bool before : {true, false}) {
    for (const bool behind : {true, false}) {
      std::string text = snippet.text;
      if (before && text.rfind(ellipsis, 0) != 0) continue;
      if (before) text.erase(0, ellipsis.size());
      const bool ends =
          text.size() >= ellipsis.size() && text.compare(text.size() - ellipsis.size(), ellipsis.size(), ellipsis) == 0;
      if (behind && !ends) continue;
      if (behind) text.erase(text.size() - ellipsis.size());
      const std::size_t at = body.text().find(text, from);
      if (at == std::string::npos) continue;
      Shown shown{{at, at + text.size()}, before, behind, {}};
      for (const Range& range : snippet.highlights) {
        const auto byte = [&](std::size_t code_point) {
          std::size_t offset = 0;
          for (std::size_t i = 0; i < code_point; ++i) text::next_code_point(snippet.text, offset);
          return at + offset - (before ? ellipsis.size() : 0);
        };
        shown.marks.push_back({byte(range.first), byte(range.second)});
      }
      return shown;
    }
  }
  return std::nullopt;
}

class Checker {
 public:
  Checker(const ReadArticle& article, const Body& body, const Expression& query, std::size_t length)
      : article_(article), body_(body), length_(length), meaning_(query, corpus(), Match::any) {
    if (query.form == Form::list)
      for (const Expression& child : query.children) leaves_.push_back(&child);
    else
      leaves_.push_back(&query);
  }

  // What is wrong with the snippets, one line each.
  std::string check(const std::vector<Snippet>& snippets, std::size_t most) {
    if (snippets.size() > most) say("more than were asked for");
    std::size_t from = 0;
    for (const Snippet& snippet : snippets) {
      if (snippet.field != "body") say("a field " + snippet.field);
      const std::optional<Shown> found = locate(body_, snippet, from);
      if (!found) {
        say("not a piece of the body behind the one before: " + snippet.text);
        return wrong_;
      }
      from = found->piece.end;
      check_cuts(*found);
      check_length(snippet, *found);
      check_marks(snippet, *found);
      shown_.push_back(*found);
    }
    check_coverage(most);
    return wrong_;
  }

 private:
  void say(const std::string& what) { wrong_ += "\n  " + what; }

  std::string quoted(const Piece& piece) const {
    return "“" + body_.text().substr(piece.begin, piece.end - piece.begin) + "”";
  }

  void check_cuts(const Shown& shown) {
    for (const std::size_t cut : {shown.piece.begin, shown.piece.end}) {
      if (body_.divides_cluster(cut)) say("a character is divided in " + quoted(shown.piece));
      for (const auto& [piece, word] : body_.words())
        if (piece.divided_at(cut)) say("a word is divided: " + quoted(piece) + " in " + quoted(shown.piece));
      for (const Piece& piece : body_.dictionary_words())
        if (piece.divided_at(cut) && code_points(body_.text(), piece) + 2 <= length_)
          say("a dictionary word is divided: " + quoted(piece) + " in " + quoted(shown.piece));
      for (const Piece& piece : body_.quotations())
        if (piece.divided_at(cut) && code_points(body_.text(), piece) + 2 <= length_ && !is_across(piece, shown.marks))
          say("a quotation is divided: " + quoted(piece) + " in " + quoted(shown.piece));
    }
  }

  // A phrase half inside and half outside of a quotation, which both need not fit.
  static bool is_across(const Piece& quotation, const std::vector<Piece>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](const Piece& mark) {
      return (mark.begin < quotation.begin && mark.end > quotation.begin) ||
             (mark.begin < quotation.end && mark.end > quotation.end);
    });
  }

  // Not longer than asked unless it is a single word; whole sentences unless one does not fit.
  void check_length(const Snippet& snippet, const Shown& shown) {
    const auto words = std::count_if(body_.words().begin(), body_.words().end(),
                                     [&](const auto& entry) { return shown.piece.holds(entry.first.begin); });
    if (text::count_code_points(snippet.text) > length_ && words > 1)
      say("longer than " + std::to_string(length_) + ": " + snippet.text);
    if (shown.cut_before || shown.cut_behind) {
      for (const Piece& sentence : body_.sentences()) {
        const bool all_of_it = sentence.begin <= shown.piece.begin && shown.piece.end <= sentence.end;
        if (all_of_it && code_points(body_.text(), sentence) <= length_ && !shares_quotation(sentence))
          say("a sentence is cut that would have fitted: " + quoted(sentence));
      }
      return;
    }
    const auto& sentences = body_.sentences();
    const auto begins = [&](const Piece& s) { return s.begin == shown.piece.begin; };
    const auto ends = [&](const Piece& s) { return s.end == shown.piece.end; };
    if (std::none_of(sentences.begin(), sentences.end(), begins)) say("begins in a sentence: " + snippet.text);
    if (std::none_of(sentences.begin(), sentences.end(), ends)) say("ends in a sentence: " + snippet.text);
  }

  // With its neighbour, so that they are cut as one.
  bool shares_quotation(const Piece& sentence) const {
    return std::any_of(body_.quotations().begin(), body_.quotations().end(), [&](const Piece& quotation) {
      return quotation.divided_at(sentence.begin) || quotation.divided_at(sentence.end);
    });
  }

  void check_marks(const Snippet& snippet, const Shown& shown) {
    std::size_t before = 0;
    const std::size_t length = text::count_code_points(snippet.text);
    for (const Range& range : snippet.highlights) {
      if (range.first >= range.second || range.first < before || range.second > length)
        say("marks that are empty, out of order or outside: " + snippet.text);
      before = range.second;
    }
    for (const Piece& mark : shown.marks) {
      if (body_.divides_cluster(mark.begin) || body_.divides_cluster(mark.end))
        say("a mark divides a character: " + quoted(mark));
      check_mark(mark);
    }
    for (const Expression* leaf : leaves_) check_all_marked(*leaf, shown);
  }

  // Nothing but what was asked for is marked, in whole words.
  void check_mark(const Piece& mark) {
    bool any = false;
    for (const auto& [piece, word] : body_.words()) {
      if (piece.end <= mark.begin || piece.begin >= mark.end) continue;
      any = true;
      if (piece.begin < mark.begin || piece.end > mark.end) say("a part of a word is marked: " + quoted(mark));
      const bool meant = std::any_of(leaves_.begin(), leaves_.end(), [&, own = word](const Expression* leaf) {
        return meaning_.is_part(*own, *leaf, article_);
      });
      if (!meant) say("marked without having been asked for: " + quoted(piece) + " in " + quoted(mark));
    }
    if (!any) say("a mark without a word: " + quoted(mark));
  }

  // Of what is shown, every place of a word or phrase is marked.
  void check_all_marked(const Expression& leaf, const Shown& shown) {
    for (const Piece& place : places(leaf)) {
      if (place.begin < shown.piece.begin || place.end > shown.piece.end) continue;
      const bool marked = std::any_of(shown.marks.begin(), shown.marks.end(), [&](const Piece& mark) {
        return mark.begin <= place.begin && place.end <= mark.end;
      });
      if (!marked && !marked_in_parts(place, shown)) say("not marked: " + quoted(place) + " in " + quoted(shown.piece));
    }
  }

  // "vice-president": the hyphen need not be.
  bool marked_in_parts(const Piece& place, const Shown& shown) const {
    return std::all_of(body_.words().begin(), body_.words().end(), [&](const auto& entry) {
      const Piece& word = entry.first;
      if (word.begin < place.begin || word.end > place.end) return true;
      return std::any_of(shown.marks.begin(), shown.marks.end(),
                         [&](const Piece& mark) { return mark.begin <= word.begin && word.end <= mark.end; });
    });
  }

  // With as many snippets as words, a word is shown that has a sentence which it shares with no other (two snippets are
  // never of one sentence).
  void check_coverage(std::size_t most) {
    if (leaves_.size() > most) return;
    for (const Expression* leaf : leaves_) {
      const std::vector<Piece> all = places(*leaf);
      const bool has_own =
          std::any_of(all.begin(), all.end(), [&](const Piece& place) { return is_alone(place, *leaf); });
      const bool is_shown = std::any_of(all.begin(), all.end(), [&](const Piece& place) {
        return std::any_of(shown_.begin(), shown_.end(), [&](const Shown& shown) {
          return shown.piece.begin <= place.begin && place.end <= shown.piece.end;
        });
      });
      if (has_own && !is_shown) say("never shown: " + quoted(all.front()));
    }
  }

  bool is_alone(const Piece& place, const Expression& leaf) {
    if (code_points(body_.text(), place) + 2 > length_) return false;
    for (const Piece& sentence : body_.sentences()) {
      if (place.begin < sentence.begin || place.end > sentence.end) continue;
      return std::none_of(leaves_.begin(), leaves_.end(), [&](const Expression* other) {
        const std::vector<Piece> others = places(*other);
        return other != &leaf && std::any_of(others.begin(), others.end(), [&](const Piece& piece) {
                 return piece.begin < sentence.end && piece.end > sentence.begin;
               });
      });
    }
    return false;
  }

  // Of the body.
  std::vector<Piece> places(const Expression& leaf) {
    std::vector<Piece> found;
    for (const Stretch& stretch : meaning_.places_of(leaf, article_)) {
      if (stretch.begin < article_.body_begin) continue;
      Piece place{SIZE_MAX, 0};
      for (const auto& [piece, word] : body_.words()) {
        if (word->position < stretch.begin || word->position >= stretch.end) continue;
        place = {std::min(place.begin, piece.begin), std::max(place.end, piece.end)};
      }
      found.push_back(place);
    }
    return found;
  }

  const ReadArticle& article_;
  const Body& body_;
  std::size_t length_;
  Meaning meaning_;
  std::vector<const Expression*> leaves_;
  std::vector<Shown> shown_;
  std::string wrong_;
};

// The sample corpus: real shapes of text, where the made articles have none.
std::vector<const ReadArticle*> sample_articles() {
  std::vector<const ReadArticle*> articles;
  for (const ReadArticle& article : corpus().articles)
    if (article.article.path && article.words.size() > 20) articles.push_back(&article);
  return articles;
}

}  // namespace

TEST_CASE("snippets of random queries in the sample corpus") {
  constexpr std::size_t pairs = 5'000;
  const char* given = std::getenv("DATELINE_ORACLE_SEED");
  const unsigned seed = given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 1u;
  std::mt19937 random(seed);
  Generator generator(corpus(), archives().gone, archives().aliases, seed);
  const std::vector<const ReadArticle*> articles = sample_articles();
  std::map<const ReadArticle*, std::unique_ptr<Body>> bodies;
  std::map<std::string, std::size_t> languages;
  std::size_t with_marks = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    const ReadArticle& article = *articles[random() % articles.size()];
    auto& body = bodies[&article];
    if (!body) body = std::make_unique<Body>(article);
    const Expression query = generator.words_of(article);
    SearchRequest request;
    request.query = "(" + print(query, random) + ") id:\"" + article.article.id + "\"";
    request.match = Match::any;
    request.snippets = random() % 4;
    request.snippet_length = 60 + random() % 240;
    const SearchAnswer answer = archives().old->search(request);
    if (answer.hits.empty()) continue;  // all words were misspelt
    REQUIRE(answer.hits.size() == 1);
    const std::vector<Snippet>& snippets = answer.hits.front().snippets;
    const std::string wrong = Checker(article, *body, query, request.snippet_length).check(snippets, request.snippets);
    if (!wrong.empty())
      FAIL_CHECK(request.query << " [" << article.article.language.value_or("?") << "] " << request.snippets
                               << " snippets of " << request.snippet_length << wrong);
    ++languages[article.article.language.value_or("?")];
    with_marks += std::any_of(snippets.begin(), snippets.end(), [](const Snippet& s) { return !s.highlights.empty(); });
  }
  for (const char* language : {"ar", "he", "fa", "zh", "ja", "th", "ko", "hi", "ru"}) CHECK(languages[language] > 50);
  CHECK(with_marks > pairs / 2);
}
