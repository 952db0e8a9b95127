#include "schema/structure.hpp"

#include <limits>

#include "schema/record.hpp"

namespace dateline::schema {
namespace {

// On disk for ever: body_begin, length, the two lists of ends, the quotations; all varints. Ends are stored as their
// distance from the one before, quotations as (distance from the end of the one before, length, speaker * 2 + direct).

void put_ends(std::string& out, const std::vector<std::uint32_t>& ends) {
  put_varint(out, ends.size());
  std::uint32_t before = 0;
  for (const std::uint32_t end : ends) {
    put_varint(out, end - before);
    before = end;
  }
}

// Adds to a position, staying within the article.
bool advance(std::uint32_t& position, std::uint32_t by, std::uint32_t length) {
  if (by > length - position) return false;
  position += by;
  return true;
}

bool take_ends(std::string_view& in, std::uint32_t length, std::vector<std::uint32_t>& ends) {
  std::uint32_t count = 0;
  if (!take_varint(in, count) || count > in.size()) return false;  // every end takes a byte at least
  ends.reserve(count);
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t step = 0;
    if (!take_varint(in, step) || step == 0 || !advance(end, step, length)) return false;
    ends.push_back(end);
  }
  return true;
}

bool take_quotes(std::string_view& in, std::uint32_t length, std::vector<QuotePositions>& quotes) {
  std::uint32_t count = 0;
  if (!take_varint(in, count) || count > in.size() / 3) return false;  // three bytes each at least
  quotes.reserve(count);
  std::uint32_t position = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    QuotePositions quote;
    std::uint32_t gap = 0, words = 0;
    std::uint64_t who = 0;
    if (!take_varint(in, gap) || !take_varint(in, words) || !take_varint(in, who) || words == 0) return false;
    if (who >> 1 > std::numeric_limits<std::uint32_t>::max()) return false;
    if (!advance(position, gap, length)) return false;
    quote.words.begin = position;
    if (!advance(position, words, length)) return false;
    quote.words.end = position;
    quote.speaker = static_cast<std::uint32_t>(who >> 1);
    quote.direct = who & 1;
    quotes.push_back(quote);
  }
  return true;
}

}  // namespace

std::string encode(const Structure& structure) {
  std::string out;
  put_varint(out, structure.body_begin);
  put_varint(out, structure.length);
  put_ends(out, structure.sentence_ends);
  put_ends(out, structure.paragraph_ends);
  put_varint(out, structure.quotes.size());
  std::uint32_t before = 0;
  for (const auto& quote : structure.quotes) {
    put_varint(out, quote.words.begin - before);
    put_varint(out, quote.words.end - quote.words.begin);
    put_varint(out, std::uint64_t{quote.speaker} << 1 | static_cast<std::uint64_t>(quote.direct));
    before = quote.words.end;
  }
  return out;
}

std::optional<Structure> decode_structure(std::string_view bytes) {
  Structure structure;
  const bool whole = take_varint(bytes, structure.body_begin) && take_varint(bytes, structure.length) &&
                     structure.body_begin <= structure.length &&
                     take_ends(bytes, structure.length, structure.sentence_ends) &&
                     take_ends(bytes, structure.length, structure.paragraph_ends) &&
                     take_quotes(bytes, structure.length, structure.quotes) && bytes.empty();
  if (!whole) return std::nullopt;
  return structure;
}

}  // namespace dateline::schema
