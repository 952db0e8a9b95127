// data/lexicons/dates/labels.tsv as words.cpp asks for it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/reading/dates/words.hpp"

namespace dateline::indexer {

struct LabelRow {
  DateLabel label = DateLabel::none;
  bool bare = false;   // a noun that means more than one thing: it must be all that its part of the line says
  bool other = false;  // says that the date is not one of printing
};

// Keys are date_key()s.
struct WordTables {
  std::unordered_map<std::string, WordKind> words;
  std::unordered_map<std::string, LabelRow> labels;
  std::vector<std::pair<std::string, LabelRow>> dense_labels;  // longest first
  std::vector<std::string> dense_words;                        // longest first
  std::vector<std::string> editions;
  std::unordered_set<std::string> spans, month_first_papers;
};

const WordTables& word_tables();

}  // namespace dateline::indexer
