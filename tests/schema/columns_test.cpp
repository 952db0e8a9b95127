#include "schema/columns.hpp"

#include <fstream>

#include "dateline/error.hpp"
#include "schema/article_values.hpp"
#include "schema/columns_writer.hpp"
#include "schema/days.hpp"
#include "schema/files.hpp"
#include "tests/schema/damage.hpp"
#include "tests/schema/random_article.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace dateline;
using namespace dateline::schema;

namespace {

std::vector<std::string_view> names(std::span<const std::uint32_t> ordinals, const Dictionary& dictionary) {
  std::vector<std::string_view> list;
  for (const auto ordinal : ordinals) list.push_back(dictionary[ordinal]);
  return list;
}

StoredArticle harbour() {
  StoredArticle article;
  article.key = "a";
  article.id = "harbour-1";
  article.input = "harbour.jsonl";
  article.member = ":1";
  article.text = "The pier is closed.";
  article.paragraphs = {{{0, 19}}};
  article.language = "en";
  article.content_hash = 77;
  article.date = Date{2024, 10, 1, DatePrecision::month};
  article.sources = {"The Quay", "Coast Wire"};
  article.byline = "Ada Pryce";
  article.tags = {"ports"};
  article.speakers = {{"Jonas Wirth", "jonas-wirth", SpeakerKind::person, {"Jonas Wirth", "Wirth"}, ""},
                      {"witnesses", "witnesses", SpeakerKind::group, {"witnesses"}, ""}};
  article.quotes = {{0, 8, 0, true, "", "", Confidence::high},
                    {0, 8, 1, true, "", "", Confidence::high},
                    {9, 12, std::nullopt, true, "", "", Confidence::low}};
  return article;
}

StoredArticle plain() {
  StoredArticle article;
  article.key = "b";
  article.sources = {"Coast Wire"};
  article.speakers = {{"Jonas Wirth", "jonas-wirth", SpeakerKind::person, {"Wirth"}, ""}};
  return article;
}

void write(const std::vector<StoredArticle>& articles, const std::filesystem::path& file) {
  ColumnsWriter writer;
  for (const auto& article : articles) writer.add(make_values(article, Structure()));
  writer.write(file);
}

}  // namespace

TEST_CASE("columns hold the facts of each article") {
  const tests::TemporaryDirectory folder;
  write({harbour(), plain()}, folder / "columns");
  const auto columns = Columns::open(folder / "columns");
  REQUIRE(columns->articles() == 2);
  CHECK(columns->first_day()[0] == to_day(2024, 10, 1));
  CHECK(columns->last_day()[0] == to_day(2024, 10, 31));
  CHECK(columns->first_day()[1] == no_day);
  CHECK(columns->languages()[columns->language()[0]] == "en");
  CHECK(columns->language()[1] == no_ordinal);
  CHECK(columns->key_hash()[1] == hash64("b"));
  CHECK(columns->content_hash()[0] == 77);
  CHECK(columns->quotes()[0] == 3);
  CHECK(columns->unknown_quotes()[0] == 2);  // nobody's and the anonymous group's
  CHECK(columns->text_bytes()[0] == 19);
  CHECK(names(columns->sources_of()[0], columns->sources()) == std::vector<std::string_view>{"The Quay", "Coast Wire"});
  CHECK(names(columns->sources_of()[1], columns->sources()) == std::vector<std::string_view>{"Coast Wire"});
  CHECK(names(columns->bylines_of()[0], columns->bylines()) == std::vector<std::string_view>{"Ada Pryce"});
  CHECK(columns->bylines_of()[1].empty());
  CHECK(names(columns->tags_of()[0], columns->tags()) == std::vector<std::string_view>{"ports"});
  CHECK(columns->shown_id(0) == "harbour-1");
  CHECK(columns->shown_id(1) == hex16(hash64("b")));
  CHECK(columns->input(0) == "harbour.jsonl:1");
  CHECK(decode_structure(columns->structure(1)) == Structure());
  REQUIRE(columns->speaker_count() == 2);
  const SpeakerColumn speaker = columns->speaker(columns->speakers_of()[0][0]);
  CHECK(speaker.id == "jonas-wirth");
  CHECK(speaker.name == "Jonas Wirth");
  CHECK(speaker.spellings == std::vector<std::string_view>{"Wirth", "Jonas Wirth"});  // most frequent first
  CHECK(columns->speaker(columns->speakers_of()[0][1]).kind == SpeakerKind::group);
  CHECK(columns->speaker_quotes_of()[0].size() == 2);
  CHECK(columns->speaker_quotes_of()[0][0] == 1);
  CHECK(columns->speaker_quotes_of()[1][0] == 0);
}

TEST_CASE("columns of no article can be opened") {
  const tests::TemporaryDirectory folder;
  write({}, folder / "columns");
  const auto columns = Columns::open(folder / "columns");
  CHECK(columns->articles() == 0);
  CHECK(columns->sources().size() == 0);
}

TEST_CASE("a damaged columns file is refused or harmless") {
  const tests::TemporaryDirectory folder;
  std::mt19937 random(2);
  std::vector<StoredArticle> articles{harbour(), plain()};
  for (int i = 0; i < 5; ++i) articles.push_back(tests::random_article(random));
  write(articles, folder / "columns");
  const std::string whole = read_file(folder / "columns");
  std::size_t refused = 0;
  tests::for_each_damage(
      whole,
      [&](const std::string& bytes) {
        std::ofstream(folder / "damaged", std::ios::binary) << bytes;
        try {
          const auto columns = Columns::open(folder / "damaged");
          std::size_t read = 0;
          for (std::uint32_t i = 0; i < columns->articles(); ++i) {
            read += columns->input(i).size() + columns->structure(i).size() + columns->shown_id(i).size();
            for (const auto ordinal : columns->speakers_of()[i]) read += columns->speaker(ordinal).spellings.size();
            for (const auto name : names(columns->tags_of()[i], columns->tags())) read += name.size();
            for (const auto quotes : columns->speaker_quotes_of()[i]) read += quotes;
          }
          CHECK(read + 1 > 0);
        } catch (const Error& error) {
          ++refused;
          if (error.code() != ErrorCode::archive_damaged && error.code() != ErrorCode::format_unknown)
            FAIL(error.what());
        }
      },
      1000);
  CHECK(refused > 500);  // every cut, and most changes of the table
}
