#include "tests/searcher/news.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace std::chrono_literals;

namespace {

Archive sample(const tests::TemporaryDirectory& folder) {
  tests::write_archive(folder.path() / "archive", tests::sample_news(), 7);
  return Archive::open(folder.path() / "archive");
}

}  // namespace

TEST_CASE("hits handed out one by one are those of one long page") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  for (const char* query : {"", "strait", "speaker:* strait", "no_such_word"})
    for (const std::size_t offset : {0u, 3u})
      for (const bool group : {true, false}) {
        SearchRequest request{.query = query, .offset = offset, .group = group};
        std::vector<std::string> streamed, listed;
        const SearchAnswer rest =
            archive.for_each_hit(request, [&](const Hit& hit) { return streamed.push_back(hit.id), true; });
        request.limit = 1'000;
        const SearchAnswer whole = archive.search(request);
        for (const Hit& hit : whole.hits) listed.push_back(hit.id);
        CHECK(streamed == listed);
        CHECK(rest.total == whole.total);
        CHECK(rest.interpreted == whole.interpreted);
        CHECK(rest.hits.empty());
      }
}

TEST_CASE("handing out hits ends when it is told to") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  std::size_t seen = 0;
  archive.for_each_hit({}, [&](const Hit&) { return ++seen < 3; });
  CHECK(seen == 3);
}

TEST_CASE("what the receiver of hits throws comes out, and nothing is begun again") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  std::size_t seen = 0;
  const auto refuse = [&](const Hit&) -> bool {
    ++seen;
    throw Error(ErrorCode::io_failure, "the pipe is gone");
  };
  CHECK_THROWS_AS(archive.for_each_hit({}, refuse), Error);
  CHECK(seen == 1);
}

TEST_CASE("a search, a list of quotations and similar articles can be stopped") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  const auto is_cancelled = [](const Error& error) { return error.code() == ErrorCode::cancelled; };
  const auto stopped = [&](auto&& work) {
    try {
      work();
    } catch (const Error& error) {
      return is_cancelled(error);
    }
    return false;
  };
  const std::string id = archive.search({}).hits.front().id;
  const StopCheck at_once = [] { return true; };
  CHECK(stopped([&] { archive.search({.query = "strait", .stop = at_once}); }));
  CHECK(stopped([&] { archive.search({.query = "strait", .stop = stop_after(0s)}); }));
  CHECK(stopped([&] { archive.quotes({.query = "", .stop = at_once}); }));
  CHECK(stopped([&] { archive.similar({.id = id, .stop = at_once}); }));
  CHECK(stopped([&] { archive.for_each_hit({.stop = at_once}, [](const Hit&) { return true; }); }));

  CHECK(archive.search({.query = "strait", .stop = stop_after(1h)}).total == archive.search({.query = "strait"}).total);
}

TEST_CASE("a stop in the middle of an answer ends it there") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  std::size_t seen = 0;
  const SearchRequest request{.stop = [&] { return seen == 2; }};
  CHECK_THROWS_AS(archive.for_each_hit(request, [&](const Hit&) { return ++seen, true; }), Error);
  CHECK(seen == 2);
}

TEST_CASE("a refresh says once that something was committed") {
  const tests::TemporaryDirectory folder;
  const Archive archive = sample(folder);
  CHECK_FALSE(archive.refresh());
  tests::write_archive(folder.path() / "archive", {tests::news("new").title("Ferries run again")});
  CHECK(archive.search({.query = "ferries"}).hits.front().id == "new");  // a search takes it up, too
  CHECK(archive.refresh());
  CHECK_FALSE(archive.refresh());
}
