// The postings of one document, as its words come.
#pragma once

#include <cstdint>
#include <vector>

#include "schema/document_batch.hpp"

namespace dateline::schema {

class DocumentPostings {
 public:
  // 0 for a boolean term.
  void add(std::uint32_t term, std::uint32_t weight) { postings_[place_of(term)].wdf += weight; }
  // Positions rise from call to call.
  void add_at(std::uint32_t term, std::uint32_t weight, std::uint32_t position) {
    const std::uint32_t place = place_of(term);
    postings_[place].wdf += weight;
    ++postings_[place].positions;
    occurrences_.push_back({place, position});
  }

  // Begins to fetch what add() of the term will look at.
  void await(std::uint32_t term) const {
    if (term < place_and_1_.size()) __builtin_prefetch(&place_and_1_[term]);
  }

  // Moves them into the document; the next document's may follow.
  void move_to(BatchDocument& document);

 private:
  struct Occurrence {
    std::uint32_t place = 0;  // in postings_
    std::uint32_t position = 0;
  };

  std::uint32_t place_of(std::uint32_t term) {
    if (term >= place_and_1_.size()) place_and_1_.resize(2 * std::size_t{term} + 1, 0);
    std::uint32_t& known = place_and_1_[term];
    if (known == 0) {
      postings_.push_back({term, 0, 0});
      known = static_cast<std::uint32_t>(postings_.size());
    }
    return known - 1;
  }

  std::vector<std::uint32_t> place_and_1_;  // by term; 0: it has no posting yet
  std::vector<NumberedPosting> postings_;
  std::vector<Occurrence> occurrences_;
};

}  // namespace dateline::schema
