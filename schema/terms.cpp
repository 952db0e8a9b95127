#include "schema/terms.hpp"

#include <algorithm>
#include <iterator>

#include "schema/stored_article.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace dateline::schema {
namespace {

// In the order of Field. S, Z, T and B are taken by zone and families.
constexpr FieldRow rows[] = {
    {Field::key, "", "Q", ValueForm::as_is, "hash of the article's key, 16 hexadecimal digits; one an article"},
    {Field::date_day, "date", "D", ValueForm::digits, "YYYYMMDD; only articles dated to the day"},
    {Field::date_month, "", "M", ValueForm::digits, "YYYYMM; articles dated to the day or month"},
    {Field::date_year, "", "Y", ValueForm::digits, "YYYY; every dated article"},
    {Field::language, "lang", "L", ValueForm::lower,
     "language of the article and of its paragraphs, whole tag and primary subtag"},
    {Field::source, "source", "O", ValueForm::folded, "name of publisher or agency"},
    {Field::speaker, "speaker", "W", ValueForm::as_is, "id of a person or body quoted"},
    {Field::site, "site", "H", ValueForm::lower, "host of the url without www., and each domain above it"},
    {Field::path, "path", "P", ValueForm::as_is, "the input's path as recorded; also with the member behind it"},
    {Field::tag, "tag", "K", ValueForm::folded, "a tag"},
    {Field::byline_word, "by", "A", ValueForm::as_is, "folded word of the byline"},
    {Field::id, "id", "I", ValueForm::as_is, "the shown id"},
};

constexpr std::string_view title_prefix = "S";

constexpr std::size_t hash_digits = 16;

struct FamilyRow {
  text::Family family;
  std::string_view prefix, name;
};

// In the order of text::Family.
constexpr FamilyRow family_rows[] = {{text::Family::exact, "", "words"},
                                     {text::Family::stem, "Z", "stems"},
                                     {text::Family::prefix, "T", "beginnings of words"},
                                     {text::Family::bigram, "B", "pairs of characters"},
                                     {text::Family::gram, "G", "parts of words"}};

std::string_view family_prefix(text::Family family) { return family_rows[static_cast<std::size_t>(family)].prefix; }

std::string in_form(std::string_view value, ValueForm form) {
  std::string out;
  switch (form) {
    case ValueForm::folded:
      return text::fold(value);
    case ValueForm::lower:
      std::transform(value.begin(), value.end(), std::back_inserter(out),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
      return out;
    case ValueForm::digits:
      std::copy_if(value.begin(), value.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
      return out;
    case ValueForm::as_is:
      break;
  }
  return std::string(value);
}

const FieldRow& row_of(Field field) { return rows[static_cast<std::size_t>(field)]; }

}  // namespace

std::span<const FieldRow> fields() { return rows; }

std::string_view prefix_of(Field field) { return row_of(field).prefix; }

std::string_view part_of(std::string_view term) {
  if (term.starts_with(title_prefix)) return "words of titles";
  for (const FamilyRow& row : family_rows)
    if (!row.prefix.empty() && term.starts_with(row.prefix)) return row.name;
  for (const FieldRow& row : rows)
    if (term.starts_with(row.prefix)) return "facts";
  return family_rows[static_cast<std::size_t>(text::Family::exact)].name;
}

std::string term(Field field, std::string_view value) {
  std::string term(prefix_of(field));
  const std::string formed = in_form(value, row_of(field).form);
  const std::size_t zero = formed.find('\0');
  if (term.size() + formed.size() <= longest_term && zero == std::string::npos) return term += formed;
  const std::size_t room = longest_term - term.size() - hash_digits;
  term += text::beginning(std::string_view(formed).substr(0, zero), room);
  return term += hex16(hash64(formed));
}

std::string term(text::Family family, Zone zone, std::string_view word) {
  std::string term;
  word = text::beginning(word, longest_word);
  const std::string_view prefix = family_prefix(family);
  term.reserve(title_prefix.size() + prefix.size() + word.size());
  if (zone == Zone::title) term += title_prefix;
  term += prefix;
  return term += word;
}

}  // namespace dateline::schema
