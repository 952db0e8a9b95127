// Archives of invented articles for the tests of searching.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/archive.hpp"
#include "indexer/writing/archive_writer.hpp"
#include "schema/stored_article.hpp"
#include "tests/support/temporary_directory.hpp"

namespace dateline::tests {

// An article in the making: news("a1").title("...").paragraph("...").said("...", "Ada Kowal")...
class News {
 public:
  explicit News(std::string id);
  News& title(std::string text);
  News& paragraph(const std::string& text);
  // A quotation that stands in the last paragraph; nobody named when `speaker` is empty.
  News& said(const std::string& words, const std::string& speaker = {}, const std::string& as_written = {});
  News& date(const std::string& iso);
  News& source(std::string name);
  News& byline(std::string name);
  News& tag(std::string name);
  News& language(std::string code);
  News& url(std::string address);
  News& input(std::string path);
  operator schema::StoredArticle() const { return article_; }

 private:
  std::uint32_t speaker_index(const std::string& name, const std::string& as_written);
  schema::StoredArticle article_;
};

inline News news(std::string id) { return News(std::move(id)); }

// About thirty articles in many languages.
std::vector<schema::StoredArticle> sample_news();

// Written in commits of `batch` articles each; 0: all in one.
void write_archive(const std::filesystem::path& folder, const std::vector<schema::StoredArticle>& articles,
                   std::size_t batch = 0);

// The ids that a query finds, sorted, full matches only.
std::vector<std::string> ids(const Archive& archive, const SearchRequest& request);

}  // namespace dateline::tests
