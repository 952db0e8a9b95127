// Documents by themselves, and as the batch that a writer takes.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "schema/document.hpp"

namespace dateline::tests {

inline schema::DocumentBatch numbered(const std::vector<schema::DocumentContent>& documents) {
  schema::DocumentBatch batch;
  for (const auto& document : documents) batch.add(document);
  return batch;
}

// What a batch of this article alone holds.
inline schema::DocumentContent make_document(const schema::StoredArticle& article, text::Analyzer& analyzer) {
  schema::DocumentMaker maker(analyzer);
  maker.add(article);
  const schema::DocumentBatch batch = maker.take();
  const schema::BatchDocument& made = batch.documents().front();
  schema::DocumentContent content;
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
