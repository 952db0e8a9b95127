#include "indexer/recorded_options.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace dateline;
using namespace dateline::indexer;

TEST_CASE("recorded options come back as they were") {
  IndexOptions options;
  CHECK(record_options(options).empty());

  options.input = InputFormat::jsonl;
  options.source = "Le Phare = 100 %";
  options.language = "fr";
  options.collection = "port";
  options.as_given = true;
  const std::string line = record_options(options);
  CHECK(line == "input=jsonl source=Le%20Phare%20%3d%20100%20%25 language=fr collection=port as-given=1");

  const IndexOptions restored = restore_options(line, {});
  CHECK(restored.input == InputFormat::jsonl);
  CHECK(restored.source == options.source);
  CHECK(restored.language == options.language);
  CHECK(restored.collection == options.collection);
  CHECK(restored.as_given);
}

TEST_CASE("what is not recorded stays as the caller has it") {
  IndexOptions base;
  base.threads = 3;
  base.source = "somebody";
  const IndexOptions restored = restore_options("", base);
  CHECK(restored.threads == 3);
  CHECK_FALSE(restored.source.has_value());
}

}  // namespace
