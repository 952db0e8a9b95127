#include "searcher/query/written.hpp"

#include "tests/support/catch.hpp"

using namespace dateline::searcher;

namespace {

// "t:word s:name -o:paper": the words, by kind, and which are excluded.
std::string shown(const char* query) {
  const WrittenQuery written = written_words(query);
  std::string text;
  for (const WrittenWords& words : written.words) {
    text += text.empty() ? "" : " ";
    text += words.excluded ? "-" : "";
    text += words.kind == WrittenKind::text ? "t:" : words.kind == WrittenKind::speaker ? "s:" : "o:";
    text += written.text.substr(words.begin, words.end - words.begin);
  }
  return text;
}

}  // namespace

TEST_CASE("the words of a query where they stand") {
  struct Row {
    const char* query;
    const char* words;
  };
  const Row rows[] = {
      {"", ""},
      {"restraint israel", "t:restraint t:israel"},
      {"(truce OR ceasefire) AND talks", "t:truce t:ceasefire t:talks"},
      {"\"maximum restraint\" «à la retenue»", "t:maximum restraint t:à la retenue"},
      {"\"a b\"~5 c", "t:a b t:c"},
      {"truce NEAR/5 talks /s sea", "t:truce t:talks t:sea"},
      {"escal* Nebenzya~ =Strikes * plain", "t:plain"},
      {"-truce talks NOT (sea land) --harbour", "-t:truce t:talks -t:sea -t:land t:harbour"},
      {"-(truce (talks)) sea", "-t:truce -t:talks t:sea"},
      {"title:truce body:(a b) said:\"c d\" by:weir tag:ports", "t:truce t:a t:b t:c d"},
      {"speaker:peskof source:ruters", "s:peskof o:ruters"},
      {"speaker:\"Dmitri Peskof\" speaker:=Peskof -speaker:weir", "s:Dmitri Peskof -s:weir"},
      {"source:(Moscow Times OR AFP) talks", "o:Moscow o:Times o:AFP t:talks"},
      {"lang:ru site:example.com id:x path:y date:2024 since:7d talks", "t:talks"},
      {"title:-truce foo:bar", "-t:truce t:foo t:bar"},
      {"a) b (c", "t:a t:b t:c"},
      {"speaker:", "t:speaker"},
  };
  for (const Row& row : rows) {
    INFO(row.query);
    CHECK(shown(row.query) == row.words);
  }
}

TEST_CASE("what nobody sees is not part of the text") {
  CHECK(written_words("tru\xE2\x80\x8E"
                      "ce")
            .text == "truce");
}
