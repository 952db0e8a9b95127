// What the bulk writer makes of documents is what Xapian's own writer makes of them.
#include "schema/glass/bulk_writer.hpp"

#include <map>
#include <random>
#include <set>

#include "dateline/error.hpp"
#include "indexer/writing/segment_builder.hpp"
#include "schema/files.hpp"
#include "tests/indexer/writing/both_writers.hpp"
#include "tests/indexer/writing/documents_in_bytes.hpp"
#include "tests/indexer/writing/sample_articles.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document_batches.hpp"
#include "tests/support/seeds.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using schema::glass::BulkWriter;
using tests::DocumentContent;

namespace fs = std::filesystem;

namespace {

using tests::Batches;
using tests::difference_between;
using tests::write_in_bulk;

void require_same_from_both(const Batches& batches, unsigned threads = 1) {
  REQUIRE(tests::difference_of_writers(batches, threads) == "");
}

schema::Slot slot(std::uint32_t number) { return static_cast<schema::Slot>(number); }

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(engine_() % end); }
  std::string bytes(std::size_t count) {
    std::string made(count, '\0');
    for (char& c : made) c = static_cast<char>(engine_());
    return made;
  }

 private:
  std::mt19937 engine_;
};

// Words as frequent as in a language, some with positions, facts, values of a few slots.
DocumentContent random_document(Random& random) {
  std::map<std::string, tests::Posting> postings;
  const std::uint32_t words = random.below(8) == 0 ? 0 : random.below(200);
  for (std::uint32_t position = 0; position < words; ++position) {
    tests::Posting& posting = postings["w" + std::to_string(random.below(60) * random.below(60))];
    posting.wdf += 1 + random.below(3);
    if (random.below(4) > 0) posting.positions.push_back(position * 3);
  }
  if (random.below(9) > 0) postings["Qall"];
  postings["Q" + std::to_string(random.below(1'000'000))];
  DocumentContent content;
  for (auto& [term, posting] : postings) {
    content.postings.push_back(std::move(posting));
    content.postings.back().term = term;
  }
  for (std::uint32_t number : {0u, 2u, 14u})
    if (random.below(3) > 0) content.values.emplace_back(slot(number), random.bytes(1 + random.below(40)));
  content.data = random.bytes(random.below(3) == 0 ? random.below(9000) : random.below(300));
  std::set<std::pair<std::string, std::string>> forms;
  for (std::uint32_t i = random.below(5); i > 0; --i) {
    const std::string stem = std::to_string(random.below(300));
    forms.emplace("Z" + stem, stem + std::to_string(random.below(9)));
  }
  content.forms.assign(forms.begin(), forms.end());
  return content;
}

Batches random_batches(std::uint32_t seed, std::size_t batches, std::size_t documents) {
  Random random(seed);
  Batches made(batches);
  for (auto& batch : made)
    for (std::size_t i = 0; i < documents; ++i) batch.push_back(random_document(random));
  return made;
}

std::vector<std::uint32_t> rising(std::uint32_t count, std::uint32_t step, std::uint32_t first) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < count; ++i) positions.push_back(first + i * step + (i * 7919 % step));
  return positions;
}

}  // namespace

TEST_CASE("one batch, and many of them in any order from several threads") {
  require_same_from_both(random_batches(1, 1, 1));
  require_same_from_both(random_batches(2, 1, 700));
  require_same_from_both(random_batches(3, 30, 50));
  require_same_from_both(random_batches(4, 9, 300), 4);
}

TEST_CASE("documents that have nothing") {
  require_same_from_both({{DocumentContent{}}});
  require_same_from_both({{DocumentContent{}, DocumentContent{}}, {DocumentContent{}}});
  DocumentContent fact;
  fact.postings = {{"Q1", 0, {}}};
  require_same_from_both({{DocumentContent{}, fact, DocumentContent{}}, {fact, DocumentContent{}}});
}

TEST_CASE("terms with zero bytes, of the greatest length, and with any byte first") {
  Batches batches;
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    Random random(seed);
    std::set<std::string> terms{std::string("\0", 1),   std::string("\0\0", 2),   std::string("a\0b", 3),
                                std::string("a\0", 2),  std::string("a"),         std::string("a\xff"),
                                std::string(120, '\0'), std::string(245, 'x'),    std::string(245, '\xff'),
                                std::string("\xe0"),    std::string("\0\xe0", 2), std::string("\0\xd8", 2)};
    for (int i = 0; i < 256; ++i) terms.insert(std::string(1, static_cast<char>(i)) + random.bytes(random.below(100)));
    DocumentContent content;
    for (const auto& term : terms) content.postings.push_back({term, 1 + seed, {0, 7, 0x7fffffff}});
    batches.push_back({content, content});
  }
  require_same_from_both(batches);
}

TEST_CASE("counts, positions, values and data that are large") {
  DocumentContent content;
  content.postings = {{"huge", 0x7fffffff, {}},
                      {"long", 100'000, rising(100'000, 17, 3)},
                      {"longer", 300'000, rising(300'000, 1, 0)},
                      {"wide", 4, {0, 1, 0xfffffffe, 0xffffffff}}};
  content.values = {{slot(3), std::string(100'000, 'v')}, {slot(4), "small"}};
  content.data = Random(5).bytes(5'000'000);
  require_same_from_both({{content}, {DocumentContent{}, content}});
}

TEST_CASE("thousands of values, in slots whose keys sort otherwise than they do") {
  Random random(6);
  Batches batches(3);
  for (auto& batch : batches)
    for (int i = 0; i < 1500; ++i) {
      DocumentContent content;
      for (const std::uint32_t number : {0u, 1u, 127u, 128u, 129u, 255u, 256u, 300u, 16'384u, 70'000u, 0xfffffffeu})
        if (random.below(4) > 0) content.values.emplace_back(slot(number), random.bytes(random.below(30)));
      batch.push_back(std::move(content));
    }
  require_same_from_both(batches);
}

TEST_CASE("documents on both sides of where their keys grow longer") {
  DocumentContent content;
  content.postings = {{"Q", 0, {}}, {"often", 200, {3}}};
  content.values = {{slot(1), "v"}};
  content.data = "d";
  require_same_from_both(Batches(3, std::vector<DocumentContent>(0x8000 / 2, content)), 2);
}

TEST_CASE("Xapian can add to it") {
  const tests::TemporaryDirectory folder;
  write_in_bulk(folder.path(), random_batches(8, 2, 200));
  {
    Xapian::WritableDatabase database((folder / "bulk").string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    Xapian::Document document;
    document.add_posting("w0", 5);
    document.set_data("added");
    for (int i = 0; i < 300; ++i) database.add_document(document);
    database.commit();
  }
  REQUIRE(tests::unsound(folder / "bulk") == "");
  const Xapian::Database database((folder / "bulk").string());
  CHECK(database.get_doccount() == 700);
  CHECK(database.get_document(700).get_data() == "added");
}

TEST_CASE("documents that bytes spell") {
  using namespace std::string_literals;
  for (const std::string& bytes : {
           "d"s, "dbdb"s, "t\3catw\2p\1p\5t\4Qidav\1\2enx\7a storyf\4Zcat\4catsr\5dt\3dogw\1p\0"s,
           "t\1aw\1br\200\2bt\1ar\200\2"s,                         // a term of many documents in batches
           "t\3a\0bp\200\1w\1dv\200\1\1zv\0\1adX\200\100\4long"s,  // zero bytes, long slots, long data
           "t\4oftenP\377\177\3w\177r\2"s,                         // many positions
           "t\0"s, "t\377" + std::string(255, 'x'), "t\202" + std::string(130, '\0'),  // what neither takes
       }) {
    tests::write_seed(bytes);
    const Batches batches = tests::documents_in(bytes);
    REQUIRE(!batches.empty());
    require_same_from_both(batches, 2);
  }
}

TEST_CASE("no two databases have the same UUID") {
  const tests::TemporaryDirectory folder, other;
  write_in_bulk(folder.path(), random_batches(9, 1, 1));
  write_in_bulk(other.path(), random_batches(9, 1, 1));
  CHECK(Xapian::Database((folder / "bulk").string()).get_uuid() !=
        Xapian::Database((other / "bulk").string()).get_uuid());
}

TEST_CASE("a segment is the same by either writer") {
  const tests::TemporaryDirectory folder;
  for (const auto& [name, writer] :
       {std::pair("bulk", indexer::DatabaseWriter::bulk), {"api", indexer::DatabaseWriter::api}}) {
    indexer::SegmentBuilder builder(folder / name, {2, writer});
    for (int number = 0; number < 2500; ++number) builder.add(tests::numbered_article(number));
    CHECK(builder.finish().articles == 2500);
  }
  std::vector<Xapian::valueno> slots;
  for (Xapian::valueno number = 0; number < schema::slot_count; ++number) slots.push_back(number);
  const Xapian::Database api((folder / "api/db").string()), bulk((folder / "bulk/db").string());
  REQUIRE(difference_between(api, bulk, slots) == "");
  for (const std::string file : {"columns", "dictionaries"})
    CHECK((schema::read_file(folder / "api" / file) == schema::read_file(folder / "bulk" / file)));
}

TEST_CASE("what is refused, and what fails") {
  const tests::TemporaryDirectory folder;
  DocumentContent content;
  for (const std::string& term : {std::string(), std::string(246, 'x'), std::string(130, '\0')}) {
    content.postings = {{term, 1, {}}};
    BulkWriter writer(folder.path());
    writer.add(1, tests::numbered({content}));
    CHECK_THROWS_AS(writer.finish(folder / "db", 1), Error);
  }
  BulkWriter nowhere(folder / "no/such/folder");
  CHECK_THROWS_AS(nowhere.add(1, tests::numbered({content})), Error);
}
