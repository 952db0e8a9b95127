#include "app/print/table.hpp"
#include "app/print/width.hpp"
#include "app/print/wrap.hpp"
#include "tests/support/catch.hpp"

using namespace dateline::app;

namespace {

std::vector<std::string> lines(std::string_view text, std::size_t width) {
  std::vector<std::string> result;
  for (const Line& line : wrap(text, width)) result.emplace_back(text.substr(line.begin, line.end - line.begin));
  return result;
}

}  // namespace

TEST_CASE("wide characters take two columns, combining ones none") {
  const std::pair<std::string, std::size_t> rows[] = {
      {"tide", 4}, {"海峡", 4}, {"é", 1},    {"e\u0301", 1}, {"해협", 4},     {"ｗ", 2}, {"⛴", 1},
      {"🚢", 2},    {"نَص", 2},   {"ทะเล", 4}, {"ที่", 1},       {"a\u200bb", 2}, {"", 0}};
  for (const auto& [text, width] : rows) {
    CAPTURE(text);
    CHECK(width_of(text) == width);
  }
}

TEST_CASE("padding and shortening count columns") {
  CHECK(padded("海峡", 6) == "海峡  ");
  CHECK(padded_left("12", 4) == "  12");
  CHECK(shortened("海峡新聞", 8) == "海峡新聞");
  CHECK(shortened("海峡新聞", 7) == "海峡新…");
  CHECK(shortened("harbour", 4) == "har…");
  CHECK(shortened("harbour", 0) == "harbour");
}

TEST_CASE("lines break where scripts let them") {
  using Lines = std::vector<std::string>;
  CHECK(lines("the tide waits for nobody", 10) == Lines{"the tide", "waits for", "nobody"});
  CHECK(lines("海峡の閉鎖について、", 8) == Lines{"海峡の閉", "鎖につい", "て、"});
  CHECK(lines("aaaaaaaaaaaa bb", 5) == Lines{"aaaaa", "aaaaa", "aa bb"});
  CHECK(lines("", 10) == Lines{""});
  CHECK(lines("one line however long it may be", 0) == Lines{"one line however long it may be"});
}

TEST_CASE("no line is wider than asked, and nothing but blanks is lost") {
  const std::string text =
      "The envoy – Мара Линдквист – asked 海運大臣 and ทะเลและท่าเรือ for “maximum restraint”, "
      "verylongwordwithoutanyblank!";
  const auto without_blanks = [](std::string_view s) {
    std::string result;
    for (const char c : s) {
      if (c != ' ') result += c;
    }
    return result;
  };
  for (std::size_t width = 2; width < 90; ++width) {
    std::string together;
    for (const std::string& line : lines(text, width)) {
      CHECK(width_of(line) <= width);
      together += line;
    }
    CHECK(without_blanks(together) == without_blanks(text));
  }
}

TEST_CASE("highlights are painted across line ends, and not at all without colour") {
  const Paragraph paragraph{"asked for maximum restraint now", {{10, 27}}, Paragraph::Look::plain};
  CHECK(laid_out(paragraph, {22, true}, 2) ==
        "\x1b[2m  \x1b[0masked for \x1b[1;31mmaximum\x1b[0m\n  \x1b[1;31mrestraint\x1b[0m now\n");
  CHECK(laid_out(paragraph, {22, false}, 2) == "  asked for maximum\n  restraint now\n");
}

TEST_CASE("highlights count code points and may be nonsense") {
  const Paragraph paragraph{"海峡 tide", {{0, 2}, {1, 2}, {5, 99}, {7, 3}}, Paragraph::Look::plain};
  CHECK(laid_out(paragraph, {0, true}, 0) == "\x1b[1;31m海峡\x1b[0m ti\x1b[1;31mde\x1b[0m\n");
}

TEST_CASE("facts stay whole where they fit, and no line begins with what divides them") {
  CHECK(facts_in_a_row({"2024-10-02", "Harbour Ledger", "en", "9f3e"}, {24, false}, 2) ==
        "  2024-10-02\n  Harbour Ledger · en\n  9f3e\n");
  CHECK(facts_in_a_row({"2024", "a fact that is longer than the line", "en"}, {24, false}, 0) ==
        "2024 · a fact that is\nlonger than the line\nen\n");
  CHECK(facts_in_a_row({"2024", "海峡新聞"}, {0, false}, 1) == " 2024 · 海峡新聞\n");
  CHECK(facts_in_a_row({}, {80, false}, 4).empty());
}

TEST_CASE("on a wide terminal paragraphs stay readable") {
  const Paragraph paragraph{std::string(300, 'a'), {}, Paragraph::Look::plain};
  CHECK(laid_out(paragraph, {200, false}, 0).find('\n') == widest_paragraph);
}

TEST_CASE("a table cuts what may be cut, and leaves out what has no room") {
  Table table({{"speaker"}, {"quotes", Table::Align::right}, {"from..to", Table::Align::left, true}, {"as written"}});
  table.add({"The Grand Harbour Authority of Selm", "12", "2024-01-01..2024-10-02", "Harbour Authority, 海運大臣"});
  table.add({"海運大臣", "3", "2024", ""});
  CHECK("\n" + table.as_text({60, false}) == R"(
speaker        quotes  from..to                as written
The Grand Ha…      12  2024-01-01..2024-10-02  Harbour Auth…
海運大臣            3  2024
)");
  CHECK("\n" + table.as_text({40, false}) == R"(
speaker   quotes  from..to
The Gra…      12  2024-01-01..2024-10-02
海運大臣       3  2024
)");
  CHECK("\n" + table.as_text({8, false}) == R"(
speaker
The Gra…
海運大臣
)");
  for (std::size_t width = 8; width < 120; ++width) {
    const std::string text = table.as_text({width, false});
    for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
      CHECK(width_of(text.substr(begin, end - begin)) <= width);
  }
}

TEST_CASE("an article cannot send commands to the terminal") {
  CHECK(printable("a\x1b[31mb\nc\td") == "a [31mb c d");
  CHECK(printable("x\xc2\x9by") == "x y");
  CHECK(printable("caf\xe9") == "caf\xef\xbf\xbd");
}
