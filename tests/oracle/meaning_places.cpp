// Where in an article something stands.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>

#include "tests/oracle/meaning.hpp"

namespace dateline::oracle {
namespace {

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto& nfc = *icu::Normalizer2::getNFCInstance(status);
  std::string result;
  nfc.normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))), status)
      .toUTF8String(result);
  return result;
}

void sort(std::vector<Stretch>& stretches) {
  std::sort(stretches.begin(), stretches.end());
  stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
}

bool any_inside(const std::vector<Stretch>& stretches, const Stretch& unit) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& s) { return unit.holds(s); });
}

bool overlap(const Stretch& a, const Stretch& b) { return a.begin < b.end && b.begin < a.end; }

// One stretch of each operand, none overlapping another, with fewer than `distance` other words between them.
class Neighbours {
 public:
  Neighbours(const std::vector<std::vector<Stretch>>& operands, std::uint32_t distance, bool in_order)
      : operands_(operands), distance_(distance), in_order_(in_order) {}

  std::vector<Stretch> find() {
    choose();
    sort(found_);
    return std::move(found_);
  }

 private:
  void choose() {
    if (chosen_.size() == operands_.size()) return judge();
    for (const Stretch& next : operands_[chosen_.size()]) {
      const bool apart =
          std::none_of(chosen_.begin(), chosen_.end(), [&](const Stretch& s) { return overlap(s, next); });
      if (!apart || (in_order_ && !chosen_.empty() && next.begin < chosen_.back().end)) continue;
      chosen_.push_back(next);
      choose();
      chosen_.pop_back();
    }
  }

  void judge() {
    Stretch whole = chosen_.front();
    std::uint32_t words = 0;
    for (const Stretch& stretch : chosen_) {
      whole = {std::min(whole.begin, stretch.begin), std::max(whole.end, stretch.end)};
      words += stretch.end - stretch.begin;
    }
    if (whole.end - whole.begin - words < distance_) found_.push_back(whole);
  }

  const std::vector<std::vector<Stretch>>& operands_;
  std::uint32_t distance_;
  bool in_order_;
  std::vector<Stretch> chosen_, found_;
};

}  // namespace

const QueryWord& Meaning::read(const Expression& e) {
  const auto [word, is_new] = words_.try_emplace(&e);
  if (is_new) word->second = read_query_word(e.text, languages_of_script(e.text, languages_), analyzer_);
  return word->second;
}

const QueryWord& Meaning::read_plainly(const std::string& text) {
  const auto [word, is_new] = plain_words_.try_emplace(text);
  if (is_new) word->second = read_query_word(text, {}, analyzer_);
  return word->second;
}

std::vector<Stretch> Meaning::places_of(const Expression& leaf, const ReadArticle& article) {
  begin(article);
  if (leaf.form != Form::word || read(leaf).tokens.size() != 1) return stretches(leaf);
  std::vector<Stretch> places;
  for (const Word& word : article.words)
    if (is_form_of(word, read(leaf).tokens.front(), article)) places.push_back({word.position, word.position + 1});
  return places;
}

bool Meaning::is_part(const Word& word, const Expression& leaf, const ReadArticle& article) {
  const Stretch own{word.position, word.position + 1};
  const std::vector<Stretch> places = places_of(leaf, article);
  if (std::any_of(places.begin(), places.end(), [&](const Stretch& place) { return place.holds(own); })) return true;
  if (leaf.form != Form::word) return false;
  const auto& tokens = read(leaf).tokens;
  return std::any_of(tokens.begin(), tokens.end(), [&](const QueryToken& token) {
    return is_part_of(word, token, article) || stands_for(word.exact, token);
  });
}

bool Meaning::text_holds(const Expression& e, Lists lists, Zone zone) {
  const Stretch unit = zone == Zone::title  ? article_->title()
                       : zone == Zone::body ? article_->body()
                                            : article_->whole();
  if (e.form == Form::exact) return any_inside(written_stretches(e), unit);
  if (e.form == Form::word && zone != Zone::body && read(e).tokens.size() == 1) return has_form(e, unit);
  if (holds_in(e, unit)) return true;
  // Where one of several words is enough, so is a part of a word that has several.
  return lists != Lists::all && zone == Zone::article && has_part(e);
}

// One word of a whole article or title asks for no place.
bool Meaning::has_form(const Expression& e, const Stretch& unit) {
  const QueryToken& token = read(e).tokens.front();
  return std::any_of(article_->words.begin(), article_->words.end(), [&](const Word& word) {
    return unit.holds({word.position, word.position + 1}) && is_form_of(word, token, *article_);
  });
}

bool Meaning::has_part(const Expression& e) {
  if (e.form != Form::word && e.form != Form::prefix && e.form != Form::fuzzy) return false;
  const QueryWord& word = read(e);
  if (word.tokens.size() < 2 || (e.form != Form::word && !word.tokens.back().is_character)) return false;
  for (const auto& piece : word.pieces)
    if (article_->pieces.count(piece) > 0) return true;
  return std::any_of(word.tokens.begin(), word.tokens.end(), [&](const QueryToken& token) {
    if (token.is_character && !word.pieces.empty()) return false;  // a character says little
    return std::any_of(article_->words.begin(), article_->words.end(),
                       [&](const Word& own) { return is_part_of(own, token, *article_); });
  });
}

bool Meaning::holds_in(const Expression& e, const Stretch& unit) {
  const auto child_holds = [&](const Expression& child) { return holds_in(child, unit); };
  const auto in_one_of = [&](const std::vector<Stretch>& units) {
    return std::any_of(units.begin(), units.end(), [&](const Stretch& one) {
      const Stretch part{std::max(one.begin, unit.begin), std::min(one.end, unit.end)};
      return part.begin < part.end && std::all_of(e.children.begin(), e.children.end(),
                                                  [&](const Expression& child) { return holds_in(child, part); });
    });
  };
  const bool one_is_enough = e.form == Form::any || (e.form == Form::list && any_of_list_);
  if (one_is_enough) return std::any_of(e.children.begin(), e.children.end(), child_holds);
  switch (e.form) {
    case Form::list:
    case Form::all:
      return std::all_of(e.children.begin(), e.children.end(), child_holds);
    case Form::negation:
      return !holds_in(e.children.front(), unit);
    case Form::sentence:
      return in_one_of(article_->sentences);
    case Form::paragraph:
      return in_one_of(article_->paragraphs);
    default:
      return any_inside(stretches(e), unit);
  }
}

const std::vector<Stretch>& Meaning::stretches(const Expression& e) {
  const auto known = stretches_.find(&e);
  if (known != stretches_.end()) return known->second;
  std::vector<Stretch> found = find_stretches(e);
  return stretches_.emplace(&e, std::move(found)).first->second;
}

std::vector<Stretch> Meaning::find_stretches(const Expression& e) {
  switch (e.form) {
    case Form::word:
      return word_stretches(e);
    case Form::exact:
      return phrase_stretches({e.text});  // beside other words case and accents are not compared
    case Form::prefix:
    case Form::fuzzy:
      return expanded_stretches(e);
    case Form::phrase:
      return phrase_stretches(e.words);
    case Form::near:
    case Form::ordered:
      return near_stretches(e);
    case Form::list:
    case Form::all:
      if (e.form == Form::all || !any_of_list_) return joint_stretches(e, {article_->whole()});
      break;
    case Form::sentence:
      return joint_stretches(e, article_->sentences);
    case Form::paragraph:
      return joint_stretches(e, article_->paragraphs);
    case Form::any:
      break;
    default:
      return {};
  }
  std::vector<Stretch> found;
  for (const Expression& child : e.children) {
    const std::vector<Stretch>& some = stretches(child);
    found.insert(found.end(), some.begin(), some.end());
  }
  sort(found);
  return found;
}

// Runs of `length` neighbouring words that all fit: fits(word, number in the run).
template <class Fits>
std::vector<Stretch> Meaning::runs(std::size_t length, Fits&& fits) const {
  std::vector<Stretch> found;
  const std::vector<Word>& words = article_->words;
  for (std::size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    const std::uint32_t first = words[i].position;
    bool fit = true;
    for (std::size_t k = 0; k < length && fit; ++k) fit = words[i + k].position == first + k && fits(words[i + k], k);
    if (fit) found.push_back({first, static_cast<std::uint32_t>(first + length)});
  }
  return found;
}

bool Meaning::stands_for(const std::string& exact, const QueryToken& token) {
  if (exact == token.exact) return true;
  const auto [known, is_new] = forms_.try_emplace({&token, exact});
  if (is_new) known->second = languages_where(exact, token);
  return std::any_of(known->second.begin(), known->second.end(),
                     [&](const std::set<std::string>& languages) { return has_language(*article_, languages); });
}

// Places know neither the languages of their paragraphs nor accents. A word is there what the archive knows it to be
// anywhere, in those languages of the article in which it has that stem without its accents too; in all, if in none.
std::vector<std::set<std::string>> Meaning::languages_where(const std::string& exact, const QueryToken& token) {
  std::vector<std::set<std::string>> found;
  const auto analysed = [&](const std::string& language) -> const text::Token& {
    return analyzer_.analyze(exact, language).tokens.front();
  };
  for (const Reading& stem : token.stems) {
    const auto forms = corpus_.forms.find(stem.term);
    if (forms == corpus_.forms.end() || forms->second.count(exact) == 0) continue;
    std::set<std::string> knowing, meant;
    for (const std::string& language : languages_of_script(exact, languages_))
      if (analysed(language).stem == stem.term) knowing.insert(language);
    std::set_intersection(knowing.begin(), knowing.end(), stem.languages.begin(), stem.languages.end(),
                          std::inserter(meant, meant.end()));
    if (knowing.empty()) meant = stem.languages;
    if (!meant.empty() || knowing.empty()) found.push_back(std::move(meant));
  }
  for (const Reading& prefix : token.prefixes) {
    const std::string language = prefix.languages.empty() ? "" : *prefix.languages.begin();
    if (analysed(language).prefix == prefix.term) found.push_back(prefix.languages);
  }
  return found;
}

std::vector<Stretch> Meaning::word_stretches(const Expression& e) {
  const QueryWord& word = read(e);
  return runs(word.tokens.size(),
              [&](const Word& own, std::size_t k) { return stands_for(own.exact, word.tokens[k]); });
}

std::vector<Stretch> Meaning::phrase_stretches(const std::vector<std::string>& words) {
  std::vector<std::string> tokens;  // empty: any word
  for (const std::string& word : words) {
    if (word == "*") {
      tokens.emplace_back();
      continue;
    }
    for (const QueryToken& token : read_plainly(word).tokens) tokens.push_back(token.exact);
  }
  return runs(tokens.size(),
              [&](const Word& own, std::size_t k) { return tokens[k].empty() || own.exact == tokens[k]; });
}

std::vector<Stretch> Meaning::expanded_stretches(const Expression& e) {
  const QueryWord& word = read_plainly(e.text);
  const auto fits_last = [&](const Word& own) {
    const std::string& asked = word.tokens.back().exact;
    if (own.exact == asked) return true;
    if (word.tokens.back().is_character) return false;
    if (e.form == Form::prefix) return own.exact.compare(0, asked.size(), asked) == 0;
    return same_first_letter(own.exact, asked) &&
           edits_between(own.exact, asked) <= std::min(e.number, most_edits(asked));
  };
  return runs(word.tokens.size(), [&](const Word& own, std::size_t k) {
    return k + 1 == word.tokens.size() ? fits_last(own) : own.exact == word.tokens[k].exact;
  });
}

std::vector<Stretch> Meaning::written_stretches(const Expression& e) const {
  text::Analyzer analyzer;
  const std::size_t length = analyzer.analyze(e.text, "").tokens.size();
  const std::string asked = composed(e.text);
  std::vector<Stretch> found;
  for (const Stretch& run : runs(length, [](const Word&, std::size_t) { return true; })) {
    const auto first = std::find_if(article_->words.begin(), article_->words.end(),
                                    [&](const Word& word) { return word.position == run.begin; });
    const Word& last = *(first + static_cast<std::ptrdiff_t>(length) - 1);
    const std::string& text = article_->texts[first->text];
    if (composed(std::string_view(text).substr(first->begin, last.end - first->begin)) == asked) found.push_back(run);
  }
  return found;
}

std::vector<Stretch> Meaning::near_stretches(const Expression& e) {
  std::vector<std::vector<Stretch>> operands;
  for (const Expression& child : e.children) operands.push_back(stretches(child));
  return Neighbours(operands, static_cast<std::uint32_t>(e.number), e.form == Form::ordered).find();
}

// As a part of something longer, what has to stand together stands where any of it does.
std::vector<Stretch> Meaning::joint_stretches(const Expression& e, const std::vector<Stretch>& units) {
  std::vector<Stretch> found;
  for (const Stretch& unit : units) {
    const bool together = std::all_of(e.children.begin(), e.children.end(),
                                      [&](const Expression& child) { return holds_in(child, unit); });
    if (!together) continue;
    for (const Expression& child : e.children)
      for (const Stretch& stretch : stretches(child))
        if (unit.holds(stretch)) found.push_back(stretch);
  }
  sort(found);
  return found;
}

}  // namespace dateline::oracle
