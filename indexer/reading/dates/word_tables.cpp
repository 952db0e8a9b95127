#include "indexer/reading/dates/word_tables.hpp"

#include <algorithm>
#include <array>

#include "indexer/reading/letters.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

bool is_dense_text(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_dense(text::next_code_point(text, at)) && text.find(' ') == std::string_view::npos;
}

WordKind word_kind_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, WordKind>, 6> kinds{{{"word", WordKind::beside},
                                                                        {"joint", WordKind::joint},
                                                                        {"month", WordKind::month_word},
                                                                        {"relative", WordKind::relative},
                                                                        {"month-first", WordKind::month_first},
                                                                        {"day-first", WordKind::day_first}}};
  for (const auto& [text, kind] : kinds)
    if (text == name) return kind;
  return WordKind::none;
}

void add_row(WordTables& all, std::string_view kind, std::string_view text) {
  const std::string key(text);
  if (const WordKind word = word_kind_named(kind); word != WordKind::none) {
    WordKind& known = all.words[key];
    known = std::max(known, word);
    if (is_dense_text(key)) all.dense_words.push_back(key);
    return;
  }
  if (kind == "span") {
    all.spans.insert(key);
    return;
  }
  if (kind == "month-first paper") {
    all.month_first_papers.insert(key);
    return;
  }
  if (kind == "edition") {
    all.editions.push_back(key);
    return;
  }
  const bool bare = kind.ends_with(" noun");
  const bool other = kind == "other";
  const LabelRow row{other                         ? DateLabel::none
                     : kind.starts_with("updated") ? DateLabel::updated
                                                   : DateLabel::published,
                     bare, other};
  all.labels.emplace(key, row);
  if (is_dense_text(key)) all.dense_labels.emplace_back(key, row);
}

}  // namespace

const WordTables& word_tables() {
  static const WordTables loaded = [] {
    WordTables all;
    text::for_each_row(text::data_file("lexicons/dates/labels.tsv"),
                       [&](std::size_t, const std::vector<std::string_view>& row) {
                         if (row.size() >= 3) add_row(all, row[1], row[2]);
                       });
    std::stable_sort(all.dense_labels.begin(), all.dense_labels.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    std::stable_sort(all.dense_words.begin(), all.dense_words.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return all;
  }();
  return loaded;
}

}  // namespace dateline::indexer
