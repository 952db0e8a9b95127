#include "schema/document_batch.hpp"

#include <algorithm>

namespace dateline::schema {

void DocumentBatch::add(const DocumentContent& document) {
  BatchDocument added;
  for (const Posting& posting : document.postings) {
    added.postings.push_back(
        {terms_.number(posting.term), posting.wdf, static_cast<std::uint32_t>(posting.positions.size())});
    added.positions.insert(added.positions.end(), posting.positions.begin(), posting.positions.end());
  }
  added.values = document.values;
  added.data = document.data;
  documents_.push_back(std::move(added));
  for (const auto& [stem, exact] : document.forms) add_form(terms_.number(stem), terms_.number(exact));
}

std::vector<std::pair<std::string_view, std::string_view>> DocumentBatch::forms() const {
  auto numbers = forms_;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<std::pair<std::string_view, std::string_view>> spelled;
  spelled.reserve(numbers.size());
  for (const auto& [stem, exact] : numbers) spelled.emplace_back(terms_[stem], terms_[exact]);
  std::sort(spelled.begin(), spelled.end());
  return spelled;
}

}  // namespace dateline::schema
