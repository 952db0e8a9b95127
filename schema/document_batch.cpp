#include "schema/document_batch.hpp"

#include <algorithm>

namespace dateline::schema {

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
