#include "searcher/query/lex.hpp"

#include <algorithm>
#include <utility>

#include "searcher/query/build.hpp"
#include "searcher/query/capitals.hpp"
#include "searcher/query/characters.hpp"
#include "searcher/query/words.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {

namespace {

constexpr std::size_t longest_fact = 1000;      // bytes
constexpr std::size_t longest_field_name = 64;  // bytes

bool is_bracket(char32_t c) { return c == U'(' || c == U')'; }

// Where `c` first stands, in either width.
std::size_t find(std::string_view text, char32_t c) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (operator_form(text::next_code_point(text, at)) == c) return begin;
  }
  return std::string_view::npos;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// The colon that divides two words; not those of 10:30 and of addresses.
std::size_t find_dividing_colon(std::string_view text) {
  if (text.find("://") != std::string_view::npos) return std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (operator_form(text::next_code_point(text, at)) != U':') continue;
    const bool in_number = begin > 0 && is_digit_at(text, begin - 1) && is_digit_at(text, at);
    if (!in_number) return begin;
  }
  return std::string_view::npos;
}

std::string_view behind_character(std::string_view text, std::size_t at) {
  text::next_code_point(text, at);
  return text.substr(at);
}

// What a fact is compared with: punctuation of the sentence around it is not part of it.
std::string_view fact_value(std::string_view written) {
  while (!written.empty() && (written.back() == ',' || written.back() == ';')) written.remove_suffix(1);
  return text::beginning(written, longest_fact);
}

class Lexer {
 public:
  Lexer(std::string_view query, Warnings& warnings)
      : query_(query), warnings_(warnings), is_prose_(is_prose_in_capitals(query)) {}

  std::vector<Token> tokens() {
    while (at_ < query_.size() && !full_) read_next();
    if (full_) warnings_.add({"The query is too long: only its first 1,000 words were read."});
    if (tokens_.empty() && !unsearchable_.empty())
      warnings_.add({"There is nothing to search for in ", named(unsearchable_), "."});
    return std::move(tokens_);
  }

 private:
  void read_next() {
    std::size_t next = at_;
    const char32_t c = operator_form(text::next_code_point(query_, next));
    if (is_blank(c)) {
      at_ = next;
      follows_a_word_ = false;
    } else if (is_bracket(c)) {
      add({c == U'(' ? TokenKind::open : TokenKind::close, {}, query_.substr(at_, next - at_)});
      at_ = next;
      follows_a_word_ = c == U')';
    } else if (const QuoteMark mark = quote_mark(c); mark.family != QuoteFamily::none) {
      read_quoted(mark, next);
    } else {
      read_run();
    }
  }

  // Quotation marks

  void read_quoted(const QuoteMark& mark, std::size_t inside) {
    if (!mark.opens || (follows_a_word_ && ends_at(inside))) {
      warnings_.add({"A quotation mark without its other half was ignored", place(inside), "."});
      at_ = inside;
      return;
    }
    const std::size_t end = closing_mark(mark.family, inside);
    const std::string_view text = trimmed(query_.substr(inside, end - inside));
    at_ = end;
    if (at_ < query_.size())
      text::next_code_point(query_, at_);
    else
      warnings_.add({"The quotation mark before ", named(text), " is never closed; the phrase was read to the end."});
    add_phrase(text);
    follows_a_word_ = true;
  }

  std::size_t closing_mark(QuoteFamily family, std::size_t at) const {
    while (at < query_.size()) {
      const std::size_t begin = at;
      const QuoteMark mark = quote_mark(text::next_code_point(query_, at));
      if (mark.family == family && mark.closes && !is_gershayim(query_, begin)) return begin;
    }
    return query_.size();
  }

  void add_phrase(std::string_view text) {
    Token token{TokenKind::leaf, make(NodeKind::phrase), text::beginning(text, longest_fact)};
    token.node.children = quoted_words(text);
    if (token.node.children.empty() && !follows_field_) {
      warnings_.add({"There are no words between the quotation marks", place(at_), "."});
      return;
    }
    read_slop(token.node);
    const std::size_t words = std::max<std::size_t>(1, token.node.children.size());
    add_leaf(std::move(token), words);
  }

  // Blanks and marks of other families divide the words.
  std::vector<Node> quoted_words(std::string_view text) {
    std::vector<Node> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size() && words.size() <= most_words;) {
      const std::size_t end = at;
      const char32_t c = at < text.size() ? text::next_code_point(text, at) : (++at, U' ');
      const bool divides = is_blank(c) || (quote_mark(c).family != QuoteFamily::none && !is_gershayim(text, end));
      if (!divides) continue;
      add_quoted_word(words, text.substr(begin, end - begin));
      begin = at;
    }
    while (!words.empty() && words.back().kind == NodeKind::everything) words.pop_back();
    return words;
  }

  void add_quoted_word(std::vector<Node>& words, std::string_view written) {
    if (written.size() <= 3 && operator_form(first_character(written)) == U'*') {
      if (!words.empty()) words.push_back(make(NodeKind::everything));
    } else if (has_content(written)) {
      words.push_back(make(NodeKind::word, std::string(read_quoted_word(written, warnings_))));
    }
  }

  // "a b"~5, as Lucene's users write it, is "a" NEAR/5 "b".
  void read_slop(Node& phrase) {
    if (at_ >= query_.size() || query_[at_] != '~') return;
    std::size_t end = at_ + 1;
    while (is_digit_at(query_, end) && end < at_ + 5) ++end;
    const std::string_view digits = query_.substr(at_ + 1, end - at_ - 1);
    const auto distance =
        digits.empty() ? std::optional<Node>{} : read_operator("NEAR/" + std::string(digits), warnings_);
    if (!distance || phrase.children.size() < 2 || follows_field_) {
      warnings_.add({"The ~ behind quotation marks was ignored", place(at_), "."});
    } else {
      phrase = near_words(*distance, std::move(phrase.children));
    }
    at_ = end;
  }

  static Node near_words(Node near, std::vector<Node> words) {
    for (Node& word : words) {
      if (word.kind == NodeKind::everything) continue;
      Node phrase = make(NodeKind::phrase);
      phrase.children.push_back(std::move(word));
      near.children.push_back(std::move(phrase));
    }
    if (near.children.size() > 1) return near;
    Node only = std::move(near.children.front());
    return only;
  }

  // Runs: what stands between blanks, brackets and quotation marks

  void read_run() {
    const std::size_t begin = at_;
    at_ = end_of_run();
    const std::string_view run = query_.substr(begin, at_ - begin);
    read_run(run);
    const char32_t last = operator_form(first_character(run.substr(text::last_code_point_at(run))));
    follows_a_word_ = last != U'-' && last != U':' && last != U'=';
  }

  std::size_t end_of_run() const {
    std::size_t at = at_;
    while (at < query_.size()) {
      const std::size_t begin = at;
      const char32_t c = operator_form(text::next_code_point(query_, at));
      if (is_blank(c) || is_bracket(c)) return begin;
      if (quote_mark(c).family != QuoteFamily::none && !is_gershayim(query_, begin)) return begin;
    }
    return at;
  }

  void read_run(std::string_view run) {
    if (auto found = read_operator(run, warnings_)) return add_operator(std::move(*found), run);
    const bool excludes = take_minus(run);
    if (run == "=" && opens_at(at_)) {
      warnings_.add({"A = stands before one word; quotation marks are enough for the exact words", place(at_), "."});
      return;
    }
    if (is_stars(run)) return add_leaf({TokenKind::leaf, make(NodeKind::everything), run}, 1);
    if (take_exact(run)) return;
    while (has_content(run) && !full_) {
      run = from_content(run);
      if (take_field(run)) return;
      if (!take_word(run)) return;
      if (excludes && has_content(run)) add({TokenKind::exclude, {}, run});
    }
    if (unsearchable_.empty()) unsearchable_ = run;
  }

  // Any number of minus signs: each turns the meaning round.
  bool take_minus(std::string_view& run) {
    bool excludes = false;
    std::string_view rest = run;
    while (take(rest, '-')) excludes = !excludes;
    const bool before_mark = (rest.empty() || rest == "=") && opens_at(at_);
    if (!before_mark && (rest.empty() || (!is_stars(rest) && !has_content(rest)))) return false;
    if (excludes) add({TokenKind::exclude, {}, run.substr(0, run.size() - rest.size())});
    run = rest;
    return excludes;
  }

  static bool is_stars(std::string_view run) {
    if (run.empty()) return false;
    while (take(run, '*')) {
    }
    return run.empty();
  }

  bool take_exact(std::string_view run) {
    if (!take(run, '=') || !has_content(run)) return false;
    add_leaf({TokenKind::leaf, read_word(run, true, warnings_).node(), run}, 1);
    return true;
  }

  std::string_view from_content(std::string_view run) {
    bool star = false;
    while (!is_content(first_character(run)))
      if (!take(run, '*'))
        run = behind_character(run, 0);
      else
        star = true;
    if (star) warnings_.add({"A * stands at the end of a word; the one before ", named(run), " was ignored."});
    return run;
  }

  // name:value, to the end of the run. A name without a value is left to be a word.
  bool take_field(std::string_view& run) {
    const std::size_t colon = find(text::beginning(run, longest_field_name), U':');
    const FieldName* field = colon == std::string_view::npos ? nullptr : find_field(run.substr(0, colon));
    if (!field) return false;
    std::string_view value = behind_character(run, colon);
    if (value.empty() && !opens_at(at_)) {
      warnings_.add({named(run), " has no value: it stands directly behind the colon."});
      run = run.substr(0, colon);
      return false;
    }
    add_field(*field, run, value);
    return true;
  }

  void add_field(const FieldName& field, std::string_view written, std::string_view value) {
    Token token{TokenKind::field, {}, written, &field};
    const bool literal = field.kind == NodeKind::id || field.kind == NodeKind::path;
    if (!literal) {
      std::string_view rest = value;
      const bool excludes = take(rest, '-') && (has_content(rest) || (rest.empty() && opens_at(at_)));
      if (excludes) add({TokenKind::exclude, {}, written}), value = rest;
    }
    const bool exact = (field.is_text() || field.kind == NodeKind::speaker) && take(value, '=');
    token.exact = exact && field.kind == NodeKind::speaker;
    if (value.empty() && opens_at(at_)) {
      add(std::move(token));
      follows_field_ = true;
      return;
    }
    if (!has_content(value)) {
      warnings_.add({named(written), " has no value that can be searched for and was left out."});
      return drop_exclusion();
    }
    if (!literal && !field.is_text()) value = without_stars(value);
    Token leaf{TokenKind::leaf, make(NodeKind::word), field.is_text() ? value : fact_value(value)};
    if (field.is_text()) leaf.node = read_word(value, exact, warnings_).node();
    add(std::move(token));
    add_leaf(std::move(leaf), 1);
  }

  std::string_view without_stars(std::string_view value) {
    if (value.back() != '*') return value;
    warnings_.add(
        {"A * means nothing behind ", named(value.substr(0, value.find('*'))), " and was ignored: facts are whole."});
    while (value.back() == '*') value.remove_suffix(1);
    return value;
  }

  // What it stood before was left out.
  void drop_exclusion() {
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::exclude) tokens_.pop_back();
  }

  // The first word of the run; false when that was all of it.
  bool take_word(std::string_view& run) {
    const Word word = read_word(run, false, warnings_);
    const std::size_t colon = find_dividing_colon(word.text);
    if (colon == std::string_view::npos) {
      add_word(word, run);
      const bool like_a_field =
          operator_form(first_character(run.substr(text::last_code_point_at(run)))) == U':' && opens_at(at_);
      if (like_a_field) warnings_.add({named(word.text), " is no field and was read as a word."});
      return false;
    }
    const std::string_view first = word.text.substr(0, colon);
    add_word(read_word(first, false, warnings_), first);
    const std::size_t offset = static_cast<std::size_t>(word.text.data() - run.data());
    const std::string_view rest = behind_character(run, offset + colon);
    warnings_.add({named(first), " is no field; ", named(run), " was read as words."});
    run = rest;
    return true;
  }

  void add_word(const Word& word, std::string_view written) {
    if (word.kind == NodeKind::word)
      if (auto found = read_operator(word.text, warnings_)) return add_operator(std::move(*found), word.text);
    add_leaf({TokenKind::leaf, word.node(), written}, 1);
  }

  void add_operator(Node node, std::string_view written) {
    if (is_prose_ && is_a_word(written)) return add_as_word(written);
    const TokenKind kind = node.kind == NodeKind::all        ? TokenKind::both
                           : node.kind == NodeKind::any      ? TokenKind::either
                           : node.kind == NodeKind::negation ? TokenKind::exclude
                                                             : TokenKind::proximity;
    if (kind != TokenKind::proximity) node = {};
    add({kind, std::move(node), written});
  }

  static bool is_a_word(std::string_view written) {
    return std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // In small letters, so that the printed query is read as this one was.
  void add_as_word(std::string_view written) {
    warnings_.add({"The query is all in capitals: ", named(written), " was read as a word."});
    std::string word(written);
    for (char& c : word) c = static_cast<char>(c + ('a' - 'A'));
    add_leaf({TokenKind::leaf, make(NodeKind::word, std::move(word)), written}, 1);
  }

  // Tokens

  void add_leaf(Token token, std::size_t words) {
    words_ += words;
    if (words_ > most_words) {
      full_ = true;
      return;
    }
    add(std::move(token));
  }

  void add(Token token) {
    if (tokens_.size() >= most_tokens) full_ = true;
    if (full_) return;
    follows_field_ = false;
    tokens_.push_back(std::move(token));
  }

  // Surroundings

  // Whether a bracket or quotation mark opens at `at`.
  bool opens_at(std::size_t at) const {
    if (at >= query_.size()) return false;
    const char32_t c = operator_form(first_character(query_.substr(at)));
    return c == U'(' || quote_mark(c).opens;
  }

  bool ends_at(std::size_t at) const {
    if (at >= query_.size()) return true;
    const char32_t c = operator_form(first_character(query_.substr(at)));
    return is_blank(c) || c == U')';
  }

  // " before “…”", to name the place of what has no words itself by those behind it.
  std::string place(std::size_t behind) const {
    const std::string_view rest = trimmed(query_.substr(behind));
    return rest.empty() ? " at the end" : " before " + named(rest);
  }

  std::string_view query_;
  Warnings& warnings_;
  bool is_prose_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::string_view unsearchable_;  // the first run without letters or digits
  bool follows_a_word_ = false;    // no blank between, so that a quotation mark here closes rather than opens
  bool follows_field_ = false;     // the value comes now
  bool full_ = false;
};

}  // namespace

std::vector<Token> lex(std::string_view query, Warnings& warnings) { return Lexer(query, warnings).tokens(); }

}  // namespace dateline::searcher
