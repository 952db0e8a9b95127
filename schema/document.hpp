// Articles become the content of Xapian documents, for any writer: terms, positions, values, data.
#pragma once

#include <cstdint>
#include <memory>

#include "schema/document_batch.hpp"
#include "schema/stored_article.hpp"
#include "text/analyzer.hpp"

namespace dateline::schema {

// Title words count this often in the weight of a text term.
inline constexpr std::uint32_t title_weight = 3;

// Makes one batch after the other. One a thread: the analyzer is the calling thread's, and outlives it.
class DocumentMaker {
 public:
  explicit DocumentMaker(text::Analyzer& analyzer);
  ~DocumentMaker();
  DocumentMaker(const DocumentMaker&) = delete;
  DocumentMaker& operator=(const DocumentMaker&) = delete;

  // The next document of the batch, its data compressed with the dictionary if there is one. Throws
  // invalid_request for an article whose spans point nowhere; it is left out.
  void add(const StoredArticle& article, const TrainedDictionary* dictionary = nullptr);
  // What was added since the last call.
  DocumentBatch take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::schema
