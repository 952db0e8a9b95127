// Documents by themselves, and as the batch that a writer takes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "schema/document.hpp"

namespace dateline::tests {

// A document by itself, its terms spelled.
struct Posting {
  std::string term;
  std::uint32_t wdf = 0;                 // 0 for boolean terms
  std::vector<std::uint32_t> positions;  // rising; only exact terms of Zone::whole have any
};

struct DocumentContent {
  std::vector<Posting> postings;  // by term, each once
  schema::Values values;
  std::string data;
  // (stem term, exact word): the inflections behind a stem, each once.
  std::vector<std::pair<std::string, std::string>> forms;
};

inline void add(const DocumentContent& document, schema::DocumentBatch& batch) {
  schema::BatchDocument added;
  for (const Posting& posting : document.postings) {
    added.postings.push_back(
        {batch.terms().number(posting.term), posting.wdf, static_cast<std::uint32_t>(posting.positions.size())});
    added.positions.insert(added.positions.end(), posting.positions.begin(), posting.positions.end());
  }
  added.values = document.values;
  added.data = document.data;
  batch.add(std::move(added));
  for (const auto& [stem, exact] : document.forms)
    batch.add_form(batch.terms().number(stem), batch.terms().number(exact));
}

inline schema::DocumentBatch numbered(const std::vector<DocumentContent>& documents) {
  schema::DocumentBatch batch;
  for (const auto& document : documents) add(document, batch);
  return batch;
}

// What a batch of this article alone holds.
inline DocumentContent make_document(const schema::StoredArticle& article, text::Analyzer& analyzer) {
  schema::DocumentMaker maker(analyzer);
  maker.add(article);
  const schema::DocumentBatch batch = maker.take();
  const schema::BatchDocument& made = batch.documents().front();
  DocumentContent content;
  schema::for_each_posting(made, [&](const schema::NumberedPosting& posting, auto positions) {
    content.postings.push_back(
        {std::string(batch.terms()[posting.term]), posting.wdf, {positions.begin(), positions.end()}});
  });
  std::sort(content.postings.begin(), content.postings.end(),
            [](const auto& a, const auto& b) { return a.term < b.term; });
  content.values = made.values;
  content.data = made.data;
  for (const auto& [stem, exact] : batch.forms()) content.forms.emplace_back(stem, exact);
  return content;
}

}  // namespace dateline::tests
