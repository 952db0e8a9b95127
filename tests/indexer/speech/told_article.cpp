#include "tests/indexer/speech/told_article.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace dateline::tests {
namespace {

std::vector<std::string> split_at_bars(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('|', begin), text.size());
    names.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

void read_header(const std::string& line, ToldArticle& article) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string::npos) throw std::runtime_error(article.file + ": no header: " + line);
  const std::string key = line.substr(0, colon), value = line.substr(colon + 2);
  if (key == "title") article.title = value;
  if (key == "speaker") article.speakers.push_back(split_at_bars(value));
  if (key == "also") article.also.push_back(value);
}

ToldArticle read_told_article(const std::filesystem::path& path) {
  ToldArticle article;
  article.file = path.stem().string();
  article.language = article.file.substr(0, article.file.find('-'));
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line) && !line.empty()) read_header(line, article);
  while (std::getline(in, line)) article.lines += (article.lines.empty() ? "" : "\n") + line;
  return article;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<ToldArticle> read_told_articles(const std::filesystem::path& folder) {
  std::vector<ToldArticle> articles;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) articles.push_back(read_told_article(entry));
  std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
  return articles;
}

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  wrong += other.wrong;
  missed += other.missed;
  complaints.insert(complaints.end(), other.complaints.begin(), other.complaints.end());
  return *this;
}

Tally compare_speakers(const ToldArticle& article, const std::set<std::string>& found) {
  Tally tally;
  for (const auto& names : article.speakers) {
    const bool is_found =
        std::any_of(names.begin(), names.end(), [&](const std::string& name) { return found.count(name) != 0; });
    ++(is_found ? tally.right : tally.missed);
    if (!is_found) tally.complaints.push_back(article.file + " -" + names.front());
  }
  for (const std::string& name : found) {
    const bool speaks = std::any_of(article.speakers.begin(), article.speakers.end(),
                                    [&](const auto& names) { return contains(names, name); });
    if (speaks || contains(article.also, name)) continue;
    ++tally.wrong;
    tally.complaints.push_back(article.file + " +" + name);
  }
  return tally;
}

}  // namespace dateline::tests
