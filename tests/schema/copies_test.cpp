// Shingles, signatures, and the rule for copies of one story.
#include <algorithm>
#include <numeric>
#include <random>

#include "schema/columns.hpp"
#include "schema/copy_rule.hpp"
#include "schema/days.hpp"
#include "schema/document.hpp"
#include "schema/shingles.hpp"
#include "schema/signature.hpp"
#include "tests/schema/damage.hpp"
#include "tests/schema/stories.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document_batches.hpp"

using namespace dateline;
using namespace dateline::schema;
using tests::told;

namespace {

const PrintedOn undated{no_day, no_day};

ShingleSet shingles(const std::vector<std::string>& lines) {
  text::ExactWords words;
  return shingles_of(told("x", "", lines), words);
}

std::optional<Signature> signature_of(const StoredArticle& article) {
  text::Analyzer analyzer;
  for (const auto& [slot, value] : tests::make_document(article, analyzer).values)
    if (slot == Slot::signature) return decode_signature(value);
  return std::nullopt;
}

ShingleSet random_set(std::mt19937_64& random, std::size_t size) {
  ShingleSet set(size);
  std::generate(set.begin(), set.end(), std::ref(random));
  return set;
}

Signature signed_set(ShingleSet set) {
  const auto signature = sign(set);
  REQUIRE(signature);
  return *signature;
}

bool is_candidate(const Signature& a, const Signature& b) {
  CHECK(shared_samples(a, b) == shared_samples(b, a));
  return may_be_copies(shared_samples(a, b), a.shingles, b.shingles);
}

// A set and one `times` as long, that have `shared` of the shorter in common.
std::pair<ShingleSet, ShingleSet> overlapping(std::mt19937_64& random, std::size_t size, double times, double shared) {
  const ShingleSet first = random_set(random, size);
  ShingleSet second = random_set(random, static_cast<std::size_t>(times * static_cast<double>(size)));
  std::copy_n(first.begin(), static_cast<std::size_t>(shared * static_cast<double>(size)), second.begin());
  return {first, second};
}

std::size_t shared(std::size_t a, std::size_t b, std::size_t common, PrintedOn a_printed = undated,
                   PrintedOn b_printed = undated) {
  ShingleSet first(a), second(b);
  std::iota(first.begin(), first.end(), std::uint64_t{0});
  std::iota(second.begin(), second.end(), std::uint64_t{a - common});
  return shared_by_copies(first, a_printed, second, b_printed);
}

PrintedOn on(int year, int month, int day) { return {to_day(year, month, day), to_day(year, month, day)}; }

}  // namespace

TEST_CASE("a shingle is four words or six characters, however they are written and divided") {
  CHECK(shingles({"one two three"}).empty());
  CHECK(shingles({"one two three four"}).size() == 1);
  CHECK(shingles({"one two three four five"}).size() == 2);
  CHECK(shingles({"One two, THREE", "“four” fivé"}) == shingles({"one two three four five"}));
  CHECK(shingles({"one two three four"}) != shingles({"one two four three"}));
  CHECK(shingles({"onetwo three four five"}) != shingles({"one twothree four five"}));
  CHECK(shingles({"東京都知事"}).empty());
  CHECK(shingles({"東京都知事は"}).size() == 1);
  CHECK(shingles({"東京", "都知事は、七月"}).size() == 3);
  CHECK(shingles({"東京都 知事は"}) == shingles({"東京都知事は"}));
  CHECK(shingles({"a b c d a b c d"}).size() == 4);  // abcd bcda cdab dabc
}

TEST_CASE("a signature holds the smallest shingles, and comes back as it was") {
  std::mt19937_64 random(1);
  for (const std::size_t size : {20u, 31u, 32u, 33u, 64u, 65u, 1000u}) {
    ShingleSet set = random_set(random, size);
    const Signature signature = signed_set(set);
    CHECK(signature.shingles == size);
    std::sort(set.begin(), set.end());
    REQUIRE(signature.samples.size() == std::min(size, signature_samples));
    for (std::size_t i = 0; i < signature.samples.size(); ++i) CHECK(signature.samples[i] == set[i] >> 32);
    CHECK(decode_signature(encode(signature)) == signature);
    set.insert(set.end(), set.begin(), set.begin() + 20);
    CHECK(signed_set(set) == signature);
  }
  CHECK_FALSE(sign(random_set(random, fewest_shingles - 1)));
  CHECK_FALSE(sign(ShingleSet(1000, 7u)));
}

TEST_CASE("a damaged signature is refused or another signature") {
  std::mt19937_64 random(2);
  const std::string whole = encode(signed_set(random_set(random, 100)));
  tests::for_each_damage(whole, [&](const std::string& bytes) {
    const auto read = decode_signature(bytes);
    if (read) CHECK(read->samples.size() <= signature_samples);
  });
  CHECK_FALSE(decode_signature(""));
  CHECK_FALSE(decode_signature(whole.substr(0, whole.size() - 1)));
  CHECK_FALSE(decode_signature(whole + "1234"));
}

TEST_CASE("signatures find copies, whole and cut down, and little else") {
  std::mt19937_64 random(3);
  const auto found = [&](std::size_t size, double times, double common) {
    int candidates = 0;
    for (int i = 0; i < 1000; ++i) {
      const auto [a, b] = overlapping(random, size, times, common);
      candidates += is_candidate(signed_set(a), signed_set(b));
    }
    return candidates;
  };
  CHECK(found(300, 1, 1) == 1000);
  CHECK(found(300, 1, 0.5) >= 990);
  CHECK(found(300, 2, 1) == 1000);
  CHECK(found(300, 2, 0.7) >= 998);
  CHECK(found(300, 2, 0.5) >= 970);  // as little as there may be
  CHECK(found(300, 3, 1) >= 998);
  CHECK(found(300, 4, 1) >= 990);
  CHECK(found(30, 2, 0.9) >= 998);
  CHECK(found(300, 1, 0.02) <= 5);
  CHECK(found(300, 2, 0.02) <= 10);
  CHECK(found(300, 8, 1) == 0);  // are_copies() would not hold
}

TEST_CASE("what two texts must have in common") {
  CHECK(shared(100, 100, 50) == 50);
  CHECK(shared(100, 100, 49) == 0);
  CHECK(shared(100, 200, 50) == 50);
  CHECK(shared(100, 250, 50) == 0);  // less than a fifth of all
  CHECK(shared(100, 500, 100) == 100);
  CHECK(shared(100, 501, 100) == 0);
  CHECK(shared(20, 20, 20) == 20);
  CHECK(shared(19, 19, 19) == 0);
  CHECK(shared(30, 30, 19) == 0);
  CHECK(shared(0, 0, 0) == 0);
}

TEST_CASE("a report that comes back days later has to be the same in most of it") {
  CHECK(shared(100, 100, 60, on(2024, 3, 1), on(2024, 3, 6)) == 60);
  CHECK(shared(100, 100, 60, on(2024, 3, 1), on(2024, 3, 7)) == 0);
  CHECK(shared(100, 100, 60, on(2024, 3, 7), on(2024, 3, 1)) == 0);
  CHECK(shared(100, 100, 80, on(2024, 3, 1), on(2025, 3, 1)) == 80);
  CHECK(shared(100, 100, 60, on(2024, 3, 1), undated) == 60);
  CHECK(shared(100, 100, 60, on(2024, 3, 1), {to_day(2024, 1, 1), to_day(2024, 12, 31)}) == 60);
}

TEST_CASE("stories are known when they are told again, and told from others") {
  text::ExactWords words;
  const auto tellings = tests::all_tellings();
  REQUIRE(tellings.size() == 60);
  std::vector<ShingleSet> sets;
  for (const tests::Telling& telling : tellings) sets.push_back(shingles_of(telling.article, words));
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    for (std::size_t j = 0; j < tellings.size(); ++j) {
      if (i == j) continue;
      const tests::Telling &a = tellings[i], &b = tellings[j];
      const bool expected = a.story == b.story && a.kind != "other" && b.kind != "other";
      INFO(a.article.id << " and " << b.article.id << ", " << sets[i].size() << " and " << sets[j].size()
                        << " shingles");
      CHECK((shared_by_copies(sets[i], undated, sets[j], undated) > 0) == expected);
      if (!expected) continue;
      const auto first = signature_of(a.article), second = signature_of(b.article);
      REQUIRE((first && second));
      CHECK(is_candidate(*first, *second));
    }
  }
}

TEST_CASE("texts that are short, or that nobody read, have no signature") {
  const std::string words =
      "the harbour of Selm was closed on Friday because of the storm that had come over night from "
      "the north and that nobody at the port could remember the like of";
  CHECK(signature_of(told("x", "Storm", {words})));
  CHECK_FALSE(signature_of(told("x", words, {words.substr(0, 60)})));  // the title is not counted
  StoredArticle given = told("x", "Storm", {words});
  given.as_given = true;
  CHECK_FALSE(signature_of(given));
}
