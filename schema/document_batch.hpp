// Documents that are written together: a term that many of them have is spelled once, and numbered.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/term_numbers.hpp"
#include "schema/terms.hpp"

namespace dateline::schema {

// A document of a batch.
struct NumberedPosting {
  std::uint32_t term = 0;
  std::uint32_t wdf = 0;
  std::uint32_t positions = 0;  // how many
};

struct BatchDocument {
  std::vector<NumberedPosting> postings;  // each term once, in any order
  std::vector<std::uint32_t> positions;   // of the first posting, of the second ...
  Values values;
  std::string data;
};

class DocumentBatch {
 public:
  void add(BatchDocument document) { documents_.push_back(std::move(document)); }
  void add_form(std::uint32_t stem, std::uint32_t exact) { forms_.emplace_back(stem, exact); }

  TermNumbers& terms() { return terms_; }
  const TermNumbers& terms() const { return terms_; }
  std::vector<BatchDocument>& documents() { return documents_; }
  const std::vector<BatchDocument>& documents() const { return documents_; }

  // Sorted, each once. Views of terms().
  std::vector<std::pair<std::string_view, std::string_view>> forms() const;

 private:
  TermNumbers terms_;
  std::vector<BatchDocument> documents_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> forms_;
};

// Calls each(posting, its positions) for the postings of a document.
template <class Each>
void for_each_posting(const BatchDocument& document, Each&& each) {
  std::span<const std::uint32_t> rest = document.positions;
  for (const NumberedPosting& posting : document.postings) {
    each(posting, rest.first(posting.positions));
    rest = rest.subspan(posting.positions);
  }
}

}  // namespace dateline::schema
