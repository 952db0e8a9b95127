// Articles compressed with what others have in common with them.
#include <filesystem>
#include <fstream>
#include <vector>

#include "dateline/error.hpp"
#include "schema/dictionary_training.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"
#include "schema/segment_dictionaries.hpp"
#include "schema/stored_article.hpp"
#include "tests/schema/damage.hpp"
#include "tests/schema/random_article.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::schema;

namespace {

std::vector<StoredArticle> articles(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<StoredArticle> made(count);
  for (StoredArticle& article : made) article = tests::random_article(random);
  return made;
}

constexpr std::uint32_t number = 2;

std::unique_ptr<const TrainedDictionary> train(const std::vector<StoredArticle>& from) {
  std::vector<const StoredArticle*> pointers;
  for (const StoredArticle& article : from) pointers.push_back(&article);
  return TrainedDictionary::train(pointers, number);
}

// As a segment has it: learnt, written, opened.
struct Learnt {
  explicit Learnt(unsigned seed) : writing(train(articles(seed, 300))) {
    REQUIRE(writing);
    write_dictionaries({"", "another", writing->content()}, folder / "dictionaries");
    reading = std::make_unique<SegmentDictionaries>(folder / "dictionaries");
  }

  tests::TemporaryDirectory folder;
  std::unique_ptr<const TrainedDictionary> writing;
  std::unique_ptr<const SegmentDictionaries> reading;
};

// The message and the remedy of the damage that `read` reports.
template <class Read>
std::string damage(Read&& read) {
  try {
    read();
    return "none";
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::archive_damaged);
    return std::string(error.what()) + " " + error.remedy();
  }
}

bool mentions(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("with a dictionary articles come back as they were, and take less room") {
  const Learnt learnt(1);
  std::size_t with = 0, without = 0;
  for (const StoredArticle& article : articles(2, 300)) {
    const std::string bytes = encode(article, learnt.writing.get());
    REQUIRE(decode_article(bytes, learnt.reading.get()) == article);
    REQUIRE(decode_head(bytes) == decode_head(encode(article)));
    with += bytes.size();
    without += encode(article).size();
  }
  CHECK(with < without * 9 / 10);
}

TEST_CASE("what was compressed without a dictionary is read beside one") {
  const Learnt learnt(1);
  for (const StoredArticle& article : articles(3, 20))
    CHECK(decode_article(encode(article), learnt.reading.get()) == article);
}

TEST_CASE("the same articles give the same dictionary, of few articles there is none") {
  const Learnt one(1), same(1), other(2);
  const auto bytes = [](const Learnt& learnt) { return read_file(learnt.folder / "dictionaries"); };
  CHECK((bytes(one) == bytes(same)));
  CHECK((bytes(one) != bytes(other)));
  CHECK_FALSE(train({}));
  CHECK_FALSE(train(articles(1, 1)));
}

TEST_CASE("an article is not read without its dictionary, nor by another") {
  const Learnt learnt(1), other(2);
  for (const StoredArticle& article : articles(4, 50)) {
    const std::string bytes = encode(article, learnt.writing.get());
    CHECK(damage([&] { decode_article(bytes); }) != "none");
    CHECK(damage([&] { decode_article(bytes, other.reading.get()); }) != "none");
  }
}

TEST_CASE("a number that no dictionary has is damage") {
  const Learnt learnt(1);
  const StoredArticle article = articles(7, 1).front();
  std::string bytes = encode(article, learnt.writing.get());
  char& numbered = bytes.at(2 + static_cast<unsigned char>(bytes[0]));
  for (const char wrong : {'\0', '\1', '\3', '\x7F', '\xFF'}) {
    numbered = wrong;
    CHECK(damage([&] { decode_article(bytes, learnt.reading.get()); }) != "none");
  }
}

TEST_CASE("a dictionary that is missing or damaged is named, with the remedy, when an article needs it") {
  const Learnt learnt(1);
  const StoredArticle article = articles(5, 1).front();
  const std::string bytes = encode(article, learnt.writing.get());
  const auto file = learnt.folder / "dictionaries";
  const std::string whole = read_file(file);

  std::filesystem::remove(file);
  const SegmentDictionaries missing(file);
  CHECK(decode_article(encode(article), &missing) == article);
  const std::string words = damage([&] { decode_article(bytes, &missing); });
  CHECK(mentions(words, file.string() + " is missing"));
  CHECK(mentions(words, "check --repair"));

  for (std::size_t at = 0; at < whole.size(); at += 97) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write(file, damaged);
    const std::string said = damage([&] { decode_article(bytes, std::make_unique<SegmentDictionaries>(file).get()); });
    if (!mentions(said, file.string() + " is damaged")) FAIL(at << " " << said);
  }
  for (const std::string& cut : {std::string(), whole.substr(0, 15), whole.substr(0, whole.size() / 2)}) {
    write(file, cut);
    CHECK(mentions(damage([&] { SegmentDictionaries(file).find(number); }), "is damaged"));
  }
}

TEST_CASE("a dictionary stays when its file is removed") {
  const Learnt learnt(1);
  std::filesystem::remove(learnt.folder / "dictionaries");
  const StoredArticle article = articles(6, 1).front();
  CHECK(decode_article(encode(article, learnt.writing.get()), learnt.reading.get()) == article);
}

TEST_CASE("damaged articles with a dictionary are refused or read, never worse") {
  const Learnt learnt(1);
  std::mt19937 random(11);
  StoredArticle article = tests::random_article(random);
  while (article.quotes.empty()) article = tests::random_article(random);
  tests::for_each_damage(encode(article, learnt.writing.get()), [&](const std::string& bytes) {
    try {
      if (inconsistency(decode_article(bytes, learnt.reading.get()))) FAIL("an inconsistent article was read");
    } catch (const Error& error) {
      if (error.code() != ErrorCode::archive_damaged) FAIL(error.what());
    }
  });
}

TEST_CASE("how an article is compressed is on disk for ever") {
  const Learnt learnt(1);
  const auto encoding = [](const std::string& bytes) { return bytes.at(1 + static_cast<unsigned char>(bytes[0])); };
  CHECK(encoding(encode(StoredArticle())) == 1);
  const std::string with = encode(StoredArticle(), learnt.writing.get());
  CHECK(encoding(with) == 2);
  CHECK(with.at(2 + static_cast<unsigned char>(with[0])) == number);
  const std::string file = read_file(learnt.folder / "dictionaries");
  CHECK(file.substr(0, 12) == "DATELINEDICT");
  const auto contents = unpack(unseal("DICT", file).value());
  CHECK(contents == std::vector<std::string_view>{"", "another", learnt.writing->content()});
}
