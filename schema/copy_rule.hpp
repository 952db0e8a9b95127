// When are two articles copies of one story? A rule for two articles alone, whatever else an archive holds, so that
// groups do not depend on when an article came.
#pragma once

#include <cstddef>
#include <cstdint>

#include "schema/shingles.hpp"

namespace dateline::schema {

// The interval in which an article was printed: days as in the columns, no_day when it is not known.
struct PrintedOn {
  std::int32_t first_day, last_day;
};

// Whether two texts are worth comparing, from the numbers of their shingles and of the samples that their signatures
// share: a quarter of those that copies of their lengths could share. Where neither is so much longer that
// shared_by_copies() could not hold.
bool may_be_copies(std::size_t shared_samples, std::uint32_t shingles, std::uint32_t other_shingles);
// No two articles may be copies that share fewer samples.
inline constexpr std::size_t fewest_shared_samples = 2;

// How many shingles the two share when they are copies, else 0. They are when
//   half of the shorter text's shingles are in the longer one (nine tenths of a cut that was edited a little);
//   what they share is a fifth of all that they have together: a roundup is no copy of each of its items;
//   and, when they were printed days apart, four fifths of the shorter are in the longer: a report that comes back
//   every week tells new figures in old words.
std::size_t shared_by_copies(const ShingleSet& a, PrintedOn a_printed, const ShingleSet& b, PrintedOn b_printed);

}  // namespace dateline::schema
