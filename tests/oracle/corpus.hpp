// What the archive holds, as its public interface tells it.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dateline/archive.hpp"
#include "tests/oracle/read_article.hpp"
#include "text/names/alias_table.hpp"
#include "text/names/source_table.hpp"

namespace dateline::oracle {

struct Corpus {
  std::deque<ReadArticle> articles;
  std::vector<std::string> languages;                  // of articles, most articles first
  std::map<std::string, std::set<std::string>> forms;  // of each stem: the folded words that have it anywhere
  text::AliasTable aliases;
  text::SourceTable sources;
};

// `aliases` and `sources`: what the archive was made with.
Corpus read_corpus(const Archive& archive, std::string_view aliases, std::string_view sources);

// Those in whose script the word is written.
std::vector<std::string> languages_of_script(std::string_view word, const std::vector<std::string>& languages);

// A name as the set of its folded words.
std::set<std::string> name_words(std::string_view name);

}  // namespace dateline::oracle
