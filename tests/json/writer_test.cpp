#include "json/writer.hpp"

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace dateline;
using dateline::json::Layout;
using dateline::json::Writer;

namespace {

template <class Value>
std::string written(const Value& value) {
  Writer json(Layout::compact);
  json.value(value);
  return json.take();
}

std::string as_the_library_writes(const nlohmann::ordered_json& value, Layout layout = Layout::compact) {
  return value.dump(layout == Layout::indented ? 2 : -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

TEST_CASE("text is written as the JSON library would write it, whatever its bytes are") {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  for (const std::string& text : {std::string(), std::string("plain"), std::string("a \"b\" \\ c"),
                                  std::string("\b\f\n\r\t\x01\x1f\x7f"), std::string("zero \0 inside", 13),
                                  std::string("Ölpreis 海峡 🚢 \u2028"), std::string("broken \xff\xc3"), every_byte})
    CHECK(written(text) == as_the_library_writes(text));
}

TEST_CASE("numbers are written as the JSON library would write them") {
  for (const double number : {0.0, -0.0, 1.0, 7.25, 0.821, 1e-5, 123456.0, 100000.0, 1e15, 1e16, 1e300, 1.0 / 3, -2.5,
                              std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    CHECK(written(number) == as_the_library_writes(number));
  CHECK(written(std::numeric_limits<std::uint64_t>::max()) == std::string("18446744073709551615"));
  CHECK(written(-3) == "-3");
}

TEST_CASE("objects and arrays, empty and nested, are laid out in both ways") {
  const nlohmann::ordered_json same = {{"none", nullptr},
                                       {"yes", true},
                                       {"empty", nlohmann::ordered_json::array()},
                                       {"nothing", nlohmann::ordered_json::object()},
                                       {"ranges", {{0, 4}, {7, 9}}},
                                       {"deep", {{"a", {{"b", "c"}}}, {"d", 1}}},
                                       {"last", "x"}};
  for (const Layout layout : {Layout::compact, Layout::indented}) {
    Writer json(layout);
    json.object([&] {
      json.member("none", std::optional<std::string>());
      json.member("yes", true);
      json.member("empty", std::vector<std::string>());
      json.object("nothing", [] {});
      json.member("ranges", std::vector<std::pair<std::size_t, std::size_t>>{{0, 4}, {7, 9}});
      json.object("deep", [&] {
        json.object("a", [&] { json.member("b", "c"); });
        json.member("d", 1);
      });
      json.member("last", std::string_view("x"));
    });
    CHECK(json.take() == as_the_library_writes(same, layout));
  }
}
