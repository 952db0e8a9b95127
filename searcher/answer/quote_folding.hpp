// Quotations that copies of one story have alike are one: by the same speaker, of as many words, said or reported. The
// texts are not compared: copies differ in their marks and blanks, and two quotations of one speaker that are as long
// are both counted when one article has both.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "schema/columns.hpp"
#include "schema/structure.hpp"

namespace dateline::searcher {

struct QuoteLikeness {
  std::string speaker;  // id; empty for nobody named
  std::uint32_t words = 0;
  bool direct = true;
  friend auto operator<=>(const QuoteLikeness&, const QuoteLikeness&) = default;
};

QuoteLikeness likeness_of(const schema::QuotePositions& quote, const schema::Columns& columns, std::uint32_t article);

class QuoteFolding {
 public:
  // Takes out of `matching`, one a quotation of the structure, those that an earlier article of the story has.
  void fold(std::uint32_t story, const schema::Structure& structure, const schema::Columns& columns,
            std::uint32_t article, std::vector<bool>& matching);

 private:
  std::map<std::uint32_t, std::map<QuoteLikeness, std::uint32_t>> seen_;  // by story: how many of each
};

}  // namespace dateline::searcher
