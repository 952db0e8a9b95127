#include "searcher/suggest/typed.hpp"

#include <algorithm>

#include "searcher/archive/segment_index.hpp"
#include "searcher/query/characters.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t longest_name = 5;  // words
constexpr std::size_t longest_run = 8;   // characters of an undivided script

bool is_character(std::string_view folded) {
  std::size_t at = 0;
  return text::is_undivided(text::character_class(static_cast<std::int32_t>(text::next_code_point(folded, at))));
}

std::size_t before_character(std::string_view text, std::size_t at) {
  return text::last_code_point_at(text.substr(0, at));
}

bool stands_after(std::string_view text, std::size_t at, std::string_view ascii) {
  return at > 0 && ascii.find(text[at - 1]) != std::string_view::npos;
}

// Where the value begins, with the quotation mark before it.
std::size_t with_mark(std::string_view text, std::size_t begin) {
  if (begin == 0) return begin;
  const std::size_t mark = before_character(text, begin);
  return quote_mark(first_character(text.substr(mark))).opens ? mark : begin;
}

// The words that end the text: one, or the characters of a run taken together.
std::vector<TypedWord> words_at_end(std::string_view text, std::size_t begin, text::Analyzer& analyzer) {
  const std::vector<text::Token>& tokens = analyzer.analyze(text.substr(begin), "").tokens;
  std::vector<TypedWord> words;
  std::string run;
  std::size_t end = text.size();
  for (auto token = tokens.rbegin(); token != tokens.rend() && words.size() < longest_run; ++token) {
    const bool character = is_character(token->exact);
    if (begin + token->end != end || (!words.empty() && !character)) break;
    run.insert(0, token->exact);
    end = begin + token->begin;
    words.insert(words.begin(), {end, run, character});
    if (!character) break;
  }
  return words;
}

// "dmitry pes", then "pes": words side by side may be one name. Inside of quotation marks, and behind a field of the
// text, a name is not offered.
std::vector<TypedName> names_at_end(const WrittenQuery& query) {
  std::vector<TypedName> names;
  const std::string_view text = query.text;
  std::size_t end = text.size();
  for (auto word = query.words.rbegin(); word != query.words.rend() && names.size() < longest_name; ++word) {
    const bool follows = text.substr(word->end, end - word->end).find_first_not_of(' ') == std::string_view::npos;
    const bool alone = word->begin == 0 || stands_after(text, word->begin, " (-");
    if (word->kind != WrittenKind::text || !follows || !alone) break;
    end = word->begin;
    names.insert(names.begin(), {word->begin, true, name_words(text.substr(word->begin))});
  }
  return names;
}

TypedName value_at_end(const WrittenQuery& query) {
  const std::string_view text = query.text;
  const std::size_t value = query.words.back().begin;
  TypedName name{with_mark(text, value), false, name_words(text.substr(value))};
  if (!stands_after(text, name.begin, ":")) return name;
  name.has_field = true;
  while (name.begin > 0 && !stands_after(text, name.begin, " (-")) --name.begin;
  return name;
}

}  // namespace

Typed read_typed(std::string_view text, text::Analyzer& analyzer) {
  WrittenQuery query = written_words(text);
  Typed typed;
  typed.text = query.text;
  if (query.words.empty() || query.words.back().end != typed.text.size()) return typed;
  typed.kind = query.words.back().kind;
  if (typed.kind == WrittenKind::text) {
    typed.words = words_at_end(typed.text, query.words.back().begin, analyzer);
    typed.names = names_at_end(query);
  } else {
    typed.names.push_back(value_at_end(query));
  }
  const auto has_no_words = [](const TypedName& name) { return name.words.empty(); };
  typed.names.erase(std::remove_if(typed.names.begin(), typed.names.end(), has_no_words), typed.names.end());
  return typed;
}

}  // namespace dateline::searcher
