#include "schema/structure.hpp"

#include <random>

#include "tests/schema/damage.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::schema;

namespace {

Structure sample() {
  Structure structure;
  structure.body_begin = 6;
  structure.length = 300;
  structure.sentence_ends = {5, 20, 150, 300};
  structure.paragraph_ends = {5, 150, 300};
  structure.quotes = {{{8, 15}, 1, true}, {{15, 16}, 0, false}, {{200, 300}, 4000, true}};
  return structure;
}

Structure random_structure(std::mt19937& random) {
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  Structure structure;
  const auto ends = [&](std::uint32_t most) {
    std::vector<std::uint32_t> list;
    for (std::uint32_t at = 1 + below(most); at <= structure.length; at += 1 + below(most)) list.push_back(at);
    return list;
  };
  structure.length = below(100000);
  structure.body_begin = below(structure.length + 1);
  structure.sentence_ends = ends(1000);
  structure.paragraph_ends = ends(5000);
  for (std::uint32_t at = below(100); at + 300 < structure.length; at += 300 + below(1000))
    structure.quotes.push_back({{at, at + 1 + below(300)}, below(0xffffffff), below(2) == 0});
  return structure;
}

}  // namespace

TEST_CASE("a structure comes back as it was") {
  CHECK(decode_structure(encode(Structure())) == Structure());
  CHECK(decode_structure(encode(sample())) == sample());
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const Structure structure = random_structure(random);
    if (decode_structure(encode(structure)) != structure) FAIL(i);
  }
}

TEST_CASE("positions of a damaged structure stay within its length, or there is none") {
  std::size_t refused = 0, tried = 0;
  dateline::tests::for_each_damage(encode(sample()), [&](const std::string& bytes) {
    ++tried;
    const auto structure = decode_structure(bytes);
    if (!structure) {
      ++refused;
      return;
    }
    for (const auto end : structure->sentence_ends) CHECK(end <= structure->length);
    std::uint32_t before = 0;
    for (const auto& quote : structure->quotes) {
      CHECK(before <= quote.words.begin);
      CHECK(quote.words.begin < quote.words.end);
      CHECK(quote.words.end <= structure->length);
      before = quote.words.end;
    }
  });
  CHECK(refused > tried / 3);
  CHECK_FALSE(decode_structure(encode(sample()) + "x"));
}
