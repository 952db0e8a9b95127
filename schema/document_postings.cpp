#include "schema/document_postings.hpp"

namespace dateline::schema {

void DocumentPostings::move_to(BatchDocument& document) {
  std::vector<std::uint32_t> next;  // of each posting: where its next position goes
  next.reserve(postings_.size());
  std::uint32_t end = 0;
  for (const NumberedPosting& posting : postings_) {
    next.push_back(end);
    end += posting.positions;
    place_and_1_[posting.term] = 0;
  }
  document.positions.resize(end);
  for (const Occurrence& occurrence : occurrences_) document.positions[next[occurrence.place]++] = occurrence.position;
  document.postings = postings_;
  postings_.clear();
  occurrences_.clear();
}

}  // namespace dateline::schema
