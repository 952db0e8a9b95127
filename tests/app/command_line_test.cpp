#include "app/command_line.hpp"

#include <cstdlib>

#include "app/commands/commands.hpp"
#include "app/commands/search.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::app;

namespace {

using Words = std::vector<std::string>;

struct SearchLine {
  GlobalOptions global;
  SearchOptions search;
};

// `dateline ARGUMENTS...`, where only `search` exists and nothing is run.
SearchLine parsed(const Words& arguments) {
  SearchLine line;
  const std::vector<Command> commands = {{"search", "", "", [&](OptionSet& set) -> Run {
                                            declare_search(set, line.search);
                                            return [](Session&) { return ExitCode::done; };
                                          }}};
  const Parsed result = parse(arguments, commands);
  line.global = std::get<Invocation>(result).global;
  return line;
}

struct Refusal {
  std::string what, remedy;
};

Refusal refused(const Words& arguments) {
  try {
    parse(arguments, all_commands());
  } catch (const UsageError& error) {
    return {error.what(), error.remedy()};
  }
  return {"taken", ""};
}

}  // namespace

TEST_CASE("options of every command stand before or behind it") {
  const Words rows[] = {{"-a", "news", "search", "tide", "--json", "-q"},
                        {"search", "tide", "-a", "news", "--format", "json", "-q"},
                        {"--format=json", "-q", "search", "--archive=news", "tide"},
                        {"-q", "search", "-anews", "--format", "csv", "tide", "--json"}};
  for (const Words& row : rows) {
    const SearchLine line = parsed(row);
    CHECK(line.global.archive == "news");
    CHECK(line.global.format == Format::json);
    CHECK(line.global.quiet);
    CHECK(line.search.words == Words{"tide"});
  }
}

TEST_CASE("the archive is named by the option, else the environment, else it is here") {
  unsetenv("DATELINE_ARCHIVE");
  CHECK(parsed({"search"}).global.archive == "./archive.dateline");
  setenv("DATELINE_ARCHIVE", "/somewhere", 1);
  CHECK(parsed({"search"}).global.archive == "/somewhere");
  CHECK(parsed({"search", "-a", "x"}).global.archive == "x");
  unsetenv("DATELINE_ARCHIVE");
}

TEST_CASE("search takes its options") {
  const SearchRequest request = parsed({"search",
                                        "-n",
                                        "25",
                                        "--offset",
                                        "50",
                                        "--sort",
                                        "oldest",
                                        "--match",
                                        "any",
                                        "--source",
                                        "AFP",
                                        "--source",
                                        "Reuters",
                                        "--speaker",
                                        "Mara",
                                        "--lang",
                                        "ru",
                                        "--from",
                                        "2024",
                                        "--to",
                                        "2024-04",
                                        "--facet",
                                        "source,date",
                                        "--facet",
                                        "tag",
                                        "--facet-limit",
                                        "5",
                                        "--no-group",
                                        "--snippets",
                                        "3",
                                        "--snippet-length",
                                        "100",
                                        "--explain",
                                        "tide"})
                                    .search.request;
  CHECK(request.limit == 25);
  CHECK(request.offset == 50);
  CHECK(request.sort == Sort::oldest);
  CHECK(request.match == Match::any);
  CHECK(request.sources == Words{"AFP", "Reuters"});
  CHECK(request.speakers == Words{"Mara"});
  CHECK(request.languages == Words{"ru"});
  CHECK(request.from == "2024");
  CHECK(request.to == "2024-04");
  CHECK(request.facets == std::vector<Facet>{Facet::source, Facet::date, Facet::tag});
  CHECK(request.facet_limit == 5);
  CHECK_FALSE(request.group);
  CHECK(request.snippets == 3);
  CHECK(request.snippet_length == 100);
  CHECK(request.explain);
}

TEST_CASE("what is not said stays as the library has it") {
  const SearchRequest request = parsed({"search", "tide"}).search.request;
  CHECK(request.limit == 10);
  CHECK(request.group);
  CHECK_FALSE(request.sort);
  CHECK(parsed({"search"}).global.format == Format::text);
}

TEST_CASE("of contrary options the last one holds") {
  CHECK(parsed({"search", "--no-group", "--group"}).search.request.group);
  CHECK_FALSE(parsed({"search", "--group", "--no-group"}).search.request.group);
  CHECK(parsed({"search", "-n", "3", "-n", "4"}).search.request.limit == 4);
  CHECK(parsed({"search", "--json", "--format", "csv"}).global.format == Format::csv);
}

TEST_CASE("a query reaches the library as it was typed") {
  const std::pair<Words, Words> rows[] = {
      {{"search", "[tide,moon]"}, {"[tide,moon]"}},
      {{"search", "{}"}, {"{}"}},
      {{"search", ""}, {""}},
      {{"search", "\"maximum restraint\"", "-"}, {"\"maximum restraint\"", "-"}},
      {{"search", "--", "-fleet", "--json"}, {"-fleet", "--json"}},
      {{"search", "tide", "-n", "3", "moon"}, {"tide", "moon"}},
      {{"search", "--source", "AFP", "tide"}, {"tide"}},
      {{"search", "search", "help"}, {"search", "help"}},
  };
  for (const auto& [arguments, words] : rows) CHECK(parsed(arguments).search.words == words);
}

TEST_CASE("a typing error is named, with what was probably meant") {
  struct Row {
    Words arguments;
    std::string what, remedy;
  };
  const Row rows[] = {
      {{"serach", "tide"}, "there is no command \"serach\"", "Did you mean search?"},
      {{"search", "--limt", "3"}, "there is no option --limt", "Did you mean --limit?"},
      {{"search", "--limt=3"}, "there is no option --limt", "Did you mean --limit?"},
      {{"search", "--sort", "newst"},
       "--sort cannot be \"newst\"",
       "Did you mean newest? It is one of relevance, newest, oldest"},
      {{"search", "tide", "-fleet"},
       "there is no option -fleet",
       "To leave out a word, write the query in quotation marks ('strike -fleet') or behind --"},
      {{"search", "-n", "many"}, "--limit takes a whole number, not \"many\"", ""},
      {{"search", "-n", "-3"}, "--limit takes a whole number, not \"-3\"", ""},
      {{"search", "--from", "2024-02-30"},
       "--from takes a date, not \"2024-02-30\"",
       "Write it as 2024, 2024-04 or 2024-04-11"},
      {{"search", "--group=no"}, "--group takes no value", ""},
      {{"search", "--source"}, "--source needs a value", ""},
      {{"show"}, "show needs ID", ""},
      {{"stats", "now"}, "stats takes no \"now\"", ""},
      {{"--format", "csv", "export"}, "export cannot print csv", "It prints jsonl"},
      {{"show", "x", "--format", "trec"}, "--format cannot be \"trec\"", "It is one of text, json, jsonl, csv"},
      {{"completion", "tcsh"}, "SHELL cannot be \"tcsh\"", "It is one of bash, zsh, fish"},
      {{"index", "x", "--memory", "lots"}, "--memory takes a size such as 512M or 2G, not \"lots\"", ""},
      {{"-q"}, "a command is missing", "`dateline --help` lists them"},
      {{"--", "search"}, "there is no command \"search\"", "Did you mean search?"},
  };
  for (const Row& row : rows) {
    const Refusal refusal = refused(row.arguments);
    CHECK(refusal.what == row.what);
    CHECK(refusal.remedy == row.remedy);
  }
}

TEST_CASE("help and version are asked for anywhere") {
  const std::pair<Words, std::string> rows[] = {{{"--help"}, ""},
                                                {{"-h"}, ""},
                                                {{"help"}, ""},
                                                {{"search", "--help"}, "search"},
                                                {{"--help", "search"}, "search"},
                                                {{"help", "search"}, "search"},
                                                {{"show", "-h"}, "show"}};
  for (const auto& [arguments, command] : rows) {
    const Parsed result = parse(arguments, all_commands());
    REQUIRE(std::holds_alternative<HelpWanted>(result));
    CHECK(std::get<HelpWanted>(result).command == command);
  }
  const Parsed nothing = parse({}, all_commands());
  REQUIRE(std::holds_alternative<HelpWanted>(nothing));
  CHECK_FALSE(std::get<HelpWanted>(nothing).asked);
  CHECK_FALSE(std::get<HelpWanted>(parse({"search", "--help", "--no-pager"}, all_commands())).pager);
  CHECK_FALSE(std::get<HelpWanted>(parse({"help", "search", "--no-pager"}, all_commands())).pager);
  CHECK(std::holds_alternative<VersionWanted>(parse({"--version"}, all_commands())));
}

TEST_CASE("long text goes through a pager unless somebody says no, anywhere") {
  CHECK(parsed({"search", "tide"}).global.pager);
  CHECK_FALSE(parsed({"search", "tide", "--no-pager"}).global.pager);
  CHECK_FALSE(parsed({"--no-pager", "search", "tide"}).global.pager);
}

TEST_CASE("sizes are bytes, thousands of them by powers of two") {
  const std::pair<std::string, std::uint64_t> rows[] = {
      {"0", 0}, {"1000", 1000}, {"4k", 4096}, {"512M", 512ull << 20}, {"2GB", 2ull << 30}, {"1T", 1ull << 40}};
  for (const auto& [text, bytes] : rows) {
    std::uint64_t target = 1;
    OptionSet set;
    set.size("--memory", target, "");
    set.options().front().take(text);
    CHECK(target == bytes);
  }
  for (const char* text : {"", "M", "-1", "1.5G", "99999999999T", "5X"}) {
    std::uint64_t target = 1;
    OptionSet set;
    set.size("--memory", target, "");
    CHECK_THROWS_AS(set.options().front().take(text), UsageError);
  }
}
