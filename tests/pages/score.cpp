#include "tests/pages/score.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "schema/days.hpp"

namespace dateline::tests {
namespace {

using Shingles = std::map<std::vector<std::string>, int>;

// Lower-case runs of letters and digits; Kana, Han and Hangul each by itself; other marks and blanks divide.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xE2 || byte == 0xC2) {  // curly marks, dashes, blanks that do not break
      finish();
      i += byte == 0xE2 ? 2 : 1;
    } else if (text.substr(i, 2) == "\xE3\x80" || text.substr(i, 2) == "\xEF\xBC") {  // marks of East Asia
      finish();
      i += 2;
    } else if (byte >= 0xE3 && byte <= 0xED) {
      finish();
      words.emplace_back(text.substr(i, 3));
      i += 2;
    } else if (byte >= 0x80 || byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')) {
      word += text[i];
    } else if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(byte | 0x20);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

Shingles shingles_of(std::string_view text) {
  constexpr std::size_t width = 4;
  const std::vector<std::string> words = words_of(text);
  Shingles shingles;
  if (words.empty()) return shingles;
  const std::size_t last = words.size() > width ? words.size() - width : 0;
  for (std::size_t i = 0; i <= last; ++i) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
    ++shingles[{begin, begin + static_cast<std::ptrdiff_t>(std::min(width, words.size() - i))}];
  }
  return shingles;
}

std::optional<std::string> optional_string(const nlohmann::json& row, const char* name) {
  const auto found = row.find(name);
  return found == row.end() || found->is_null() ? std::nullopt : std::optional(found->get<std::string>());
}

}  // namespace

std::map<std::string, PageGold> load_page_gold(const std::string& file) {
  std::ifstream stream(file);
  const nlohmann::json rows = nlohmann::json::parse(stream);
  std::map<std::string, PageGold> gold;
  for (const auto& [name, row] : rows.items())
    gold[name] = {optional_string(row, "title"), optional_string(row, "date"),
                  row.value("body", row.value("articleBody", std::string()))};
  return gold;
}

PageAnswer answer_of(const Article& article) {
  return {article.title, article.date ? std::optional(schema::to_string(*article.date)) : std::nullopt, article.body};
}

Overlap overlap_of(std::string_view gold, std::string_view read) {
  const Shingles wanted = shingles_of(gold), found = shingles_of(read);
  double shared = 0, of_wanted = 0, of_found = 0;
  for (const auto& [shingle, count] : wanted) {
    of_wanted += count;
    const auto at = found.find(shingle);
    if (at != found.end()) shared += std::min(count, at->second);
  }
  for (const auto& [shingle, count] : found) of_found += count;
  Overlap overlap;
  if (of_found > 0) overlap.precision = shared / of_found;
  if (of_wanted > 0) overlap.recall = shared / of_wanted;
  return overlap;
}

bool is_same_title(const std::optional<std::string>& gold, const std::optional<std::string>& read) {
  return gold.has_value() == read.has_value() && (!gold || words_of(*gold) == words_of(*read));
}

std::string PageScore::add(const std::string& file, const PageGold& gold, const PageAnswer& read) {
  ++pages_;
  std::string missed;
  const Overlap overlap = overlap_of(gold.body, read.body);
  precision_ += overlap.precision;
  recall_ += overlap.recall;
  if (overlap.f1() < 0.999) {
    char figures[80];
    std::snprintf(figures, sizeof figures, "body P %.3f R %.3f; ", overlap.precision, overlap.recall);
    missed += figures;
  }
  const bool title = is_same_title(gold.title, read.title), date = gold.date == read.date;
  titles_ += title;
  dates_ += date;
  if (!title)
    missed += "title is '" + read.title.value_or("(none)") + "', not '" + gold.title.value_or("(none)") + "'; ";
  if (!date) missed += "date is " + read.date.value_or("(none)") + ", not " + gold.date.value_or("(none)") + "; ";
  return missed.empty() ? missed : file + ": " + missed;
}

Overlap PageScore::body() const {
  const auto pages = static_cast<double>(std::max<std::size_t>(pages_, 1));
  return {precision_ / pages, recall_ / pages};
}

}  // namespace dateline::tests
