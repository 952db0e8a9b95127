// What is read from the pages is what Xapian's own iterators say.
#include <fstream>
#include <random>

#include <xapian.h>

#include "dateline/error.hpp"
#include "schema/files.hpp"
#include "schema/glass/reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using dateline::tests::TemporaryDirectory;
using schema::glass::PostingList;
using schema::glass::Reader;

namespace {

constexpr std::uint32_t any_article = UINT32_MAX;

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(engine_() % end); }

 private:
  std::mt19937 engine_;
};

struct Made {
  TemporaryDirectory folder;
  std::filesystem::path path = folder.path() / "compact";
};

// Compacted as segments are; `fill` adds the documents.
template <class Fill>
std::unique_ptr<Made> make_database(Fill&& fill) {
  auto made = std::make_unique<Made>();
  Xapian::WritableDatabase database((made->folder.path() / "plain").string(), Xapian::DB_CREATE);
  fill(database);
  database.commit();
  database.compact(made->path.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  return made;
}

PostingList postings_by_xapian(const Xapian::Database& database, const std::string& term) {
  PostingList list;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
    list.articles.push_back(*posting - 1);
    list.counts.push_back(posting.get_wdf());
  }
  return list;
}

std::vector<std::uint32_t> positions_by_xapian(const Xapian::Database& database, Xapian::docid document,
                                               const std::string& term) {
  return {database.positionlist_begin(document, term), database.positionlist_end(document, term)};
}

// Up to any one of them, between two and beyond the last.
void check_beginnings(const Reader& reader, const std::string& term, std::uint32_t article,
                      const std::vector<std::uint32_t>& positions, Random& random) {
  Reader::Positions reading(reader, term);
  const std::uint32_t needed = positions[random.below(positions.size())] + static_cast<std::uint32_t>(random.below(2));
  std::vector<std::uint32_t> found;
  reading.of(article, 0, found, needed);
  const auto behind = std::upper_bound(positions.begin(), positions.end(), needed);
  REQUIRE(found.size() >= static_cast<std::size_t>(behind - positions.begin()));
  REQUIRE(found.size() <= positions.size());
  REQUIRE(std::equal(found.begin(), found.end(), positions.begin()));
}

void check_equal(const std::filesystem::path& path) {
  const Xapian::Database database(path.string());
  const auto reader = Reader::open(path);
  REQUIRE(reader);
  std::vector<std::pair<std::string, std::uint32_t>> walked;
  reader->for_each_term("", [&](const std::string& term, std::uint32_t frequency) {
    walked.emplace_back(term, frequency);
    return true;
  });
  Reader::Lists lists(*reader);
  PostingList again;
  Random random(1);
  std::size_t terms = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++terms) {
    const PostingList expected = postings_by_xapian(database, *term);
    const PostingList list = reader->postings(*term, any_article);
    INFO("term " << *term);
    REQUIRE(reader->frequency(*term) == term.get_termfreq());
    REQUIRE(list.articles == expected.articles);
    REQUIRE(list.counts == expected.counts);
    lists.read(*term, any_article, again);
    REQUIRE(again.articles == expected.articles);
    REQUIRE(terms < walked.size());
    REQUIRE(walked[terms] == std::pair(*term, term.get_termfreq()));
    Reader::Positions positions(*reader, *term);
    for (const std::uint32_t article : list.articles) {
      std::vector<std::uint32_t> found;
      positions.of(article, random.below(3), found);
      REQUIRE(found == positions_by_xapian(database, article + 1, *term));
      if (!found.empty()) check_beginnings(*reader, *term, article, found, random);
    }
  }
  REQUIRE(terms > 0);
  REQUIRE(terms == walked.size());
  const std::uint32_t articles = database.get_lastdocid();
  for (std::uint32_t article = 0; article < articles; ++article) {
    std::string data;
    if (reader->document(article, data)) REQUIRE(data == database.get_document(article + 1).get_data());
  }
  const auto lengths = reader->lengths(articles);
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document)
    REQUIRE(lengths[*document - 1] == database.get_doclength(*document));
}

}  // namespace

TEST_CASE("postings and positions of random documents") {
  Random random(7);
  const auto made = make_database([&](Xapian::WritableDatabase& database) {
    for (int i = 0; i < 3000; ++i) {
      Xapian::Document document;
      const std::uint32_t words = random.below(60);
      for (std::uint32_t position = 0; position < words; ++position) {
        const std::uint32_t rank = random.below(40) * random.below(40);
        document.add_posting("w" + std::to_string(rank), position * (random.below(5) == 0 ? 1000 : 1),
                             1 + random.below(3));
      }
      document.add_boolean_term("Qall");
      std::string data;
      for (std::uint32_t bytes = random.below(i % 100 == 0 ? 20'000 : 500); bytes > 0; --bytes)
        data += static_cast<char>(random.below(256));
      document.set_data(data);
      database.add_document(document);
    }
  });
  check_equal(made->path);
}

TEST_CASE("lists are read in any order, of terms that are there and of others") {
  const auto made = make_database([&](Xapian::WritableDatabase& database) {
    for (int i = 0; i < 300; ++i) {
      Xapian::Document document;
      for (int word = 0; word < 3000; word += 1 + i % 7) document.add_term("w" + std::to_string(word * 7));
      database.add_document(document);
    }
  });
  const Xapian::Database database(made->path.string());
  const auto reader = Reader::open(made->path);
  REQUIRE(reader);
  for (int i = 0; i < 1000; ++i) {  // a beginning may fall between two leaves
    const std::string beginning = "w" + std::to_string(i);
    std::vector<std::string> walked;
    reader->for_each_term(beginning, [&](const std::string& term, std::uint32_t) {
      walked.push_back(term);
      return true;
    });
    const std::vector<std::string> expected(database.allterms_begin(beginning), database.allterms_end(beginning));
    REQUIRE(walked == expected);
  }
  Reader::Lists lists(*reader);
  Random random(3);
  PostingList list;
  for (int i = 0; i < 5000; ++i) {
    const std::string term = (random.below(20) == 0 ? "x" : "w") + std::to_string(random.below(22'000));
    lists.read(term, any_article, list);
    INFO(term);
    REQUIRE(list.articles == postings_by_xapian(database, term).articles);
  }
}

TEST_CASE("terms with zero bytes, of the greatest length, and with all bytes") {
  const auto made = make_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    for (const std::string& term :
         {std::string("\0", 1), std::string("a\0b", 3), std::string("a\0", 2), std::string("a"), std::string("a\xff"),
          std::string(120, '\0'), std::string(245, 'x'), std::string("\xe0"), std::string("\0\xe0", 2)})
      for (Xapian::termpos position : {0u, 1u, 7u, 0x7fffffffu}) document.add_posting(term, position);
    database.add_document(document);
  });
  check_equal(made->path);
}

TEST_CASE("documents on both sides of each length of a key, in several chunks") {
  const auto made = make_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    document.add_posting("often", 3, 200);
    document.add_boolean_term("Q");
    for (std::uint32_t base :
         {1u, 0x7fffu - 900, 0x8000u, 0x3fffffu - 500, 0x400000u, 0x1fffffffu - 5, 0x20000000u, 0xfffffff0u}) {
      const std::uint32_t count = base < 0x10000000 ? 900 : 5;
      for (std::uint32_t i = 0; i < count; ++i) database.replace_document(base + i, document);
    }
  });
  const Xapian::Database database(made->path.string());
  const auto reader = Reader::open(made->path);
  REQUIRE(reader);
  for (const char* term : {"often", "Q"}) {
    const PostingList expected = postings_by_xapian(database, term), list = reader->postings(term, any_article);
    CHECK(list.articles == expected.articles);
    CHECK(list.counts == expected.counts);
  }
  Reader::Positions positions(*reader, "often");
  for (const std::uint32_t article : reader->postings("often", any_article).articles) {
    std::vector<std::uint32_t> found;
    positions.of(article, 1, found);
    REQUIRE(found == std::vector<std::uint32_t>{3});
  }
}

TEST_CASE("terms are walked from a beginning to its end, or until it is enough") {
  const auto made = make_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    for (const char* term : {"a", "ab", "abc", "abd", "ac", "b"}) document.add_term(term);
    database.add_document(document);
  });
  const auto reader = Reader::open(made->path);
  const auto walk = [&](const char* beginning, std::size_t most) {
    std::string seen;
    reader->for_each_term(beginning, [&](const std::string& term, std::uint32_t) {
      seen += term + " ";
      return --most > 0;
    });
    return seen;
  };
  CHECK(walk("ab", 99) == "ab abc abd ");
  CHECK(walk("aba", 99) == "");
  CHECK(walk("ac", 99) == "ac ");
  CHECK(walk("b", 99) == "b ");
  CHECK(walk("c", 99) == "");
  CHECK(walk("", 2) == "a ab ");
}

TEST_CASE("documents that Xapian compressed are left to it") {
  const auto made = make_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    document.set_data(std::string(5000, 'a'));
    database.add_document(document);
    document.set_data("short");
    database.add_document(document);
  });
  const auto reader = Reader::open(made->path);
  std::string data;
  CHECK_FALSE(reader->document(0, data));
  CHECK(reader->document(1, data));
  CHECK(data == "short");
  CHECK_FALSE(reader->document(2, data));
}

TEST_CASE("a term, an article or a table that is not there") {
  const auto made = make_database([](Xapian::WritableDatabase& database) {
    Xapian::Document document;
    document.add_term("b");
    database.add_document(document);
  });
  const auto reader = Reader::open(made->path);
  REQUIRE(reader);
  for (const char* term : {"a", "b0", "c", ""}) {
    CHECK(reader->frequency(term) == 0);
    CHECK(reader->postings(term, any_article).articles.empty());
  }
  std::vector<std::uint32_t> found;
  Reader::Positions positions(*reader, "b");
  positions.of(0, 0, found);
  positions.of(77, 5, found);
  CHECK(found.empty());
}

TEST_CASE("a database of another format is left to Xapian") {
  const auto made = make_database([](Xapian::WritableDatabase& database) { database.add_document({}); });
  std::string bytes = schema::read_file(made->path / "iamglass");
  bytes[15] = static_cast<char>(bytes[15] + 1);
  std::ofstream(made->path / "iamglass", std::ios::binary) << bytes;
  CHECK_FALSE(Reader::open(made->path));
}

// The checksum of a segment finds damage; until it is asked, reading a damaged page may be wrong but stays inside it.
TEST_CASE("damaged pages are refused or misread, never followed out of the file") {
  Random random(11);
  const auto made = make_database([&](Xapian::WritableDatabase& database) {
    for (int i = 0; i < 400; ++i) {
      Xapian::Document document;
      for (std::uint32_t position = 0; position < 30; ++position)
        document.add_posting("w" + std::to_string(random.below(300)), position);
      database.add_document(document);
    }
  });
  const char* files[] = {"postlist.glass", "position.glass"};
  std::size_t refused = 0;
  for (int round = 0; round < 400; ++round) {
    const auto file = made->path / files[round % 2];
    const std::string whole = schema::read_file(file);
    std::string broken = whole;
    for (int i = 0; i < 3; ++i) broken[random.below(broken.size())] ^= static_cast<char>(1 << random.below(8));
    if (round % 20 == 0) broken.resize(random.below(broken.size()));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << broken;
    try {
      const auto reader = Reader::open(made->path);
      for (int word = 0; word < 300; ++word) {
        const std::string term = "w" + std::to_string(word);
        Reader::Positions positions(*reader, term);
        std::vector<std::uint32_t> found;
        for (const std::uint32_t article : reader->postings(term, 400).articles) positions.of(article, 1, found);
      }
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::archive_damaged);
      ++refused;
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << whole;
  }
  CHECK(refused > 0);
}

TEST_CASE("sortable numbers sort as they do, on both sides of each length") {
  std::string before;
  for (const std::uint32_t border : {1u, 0x80u, 0x8000u, 0x400000u, 0x20000000u, 0xffffffffu})
    for (const std::uint32_t number : {border - 1, border}) {
      std::string bytes;
      schema::glass::append_sortable_number(number, bytes);
      CHECK((number == 0 || before < bytes));
      const auto* at = reinterpret_cast<const schema::glass::Byte*>(bytes.data());
      const auto* end = at + bytes.size();
      CHECK(schema::glass::read_sortable_number(at, end) == number);
      CHECK(at == end);
      before = bytes;
    }
}
