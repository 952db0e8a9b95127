// Feeds of every kind, well made and not.
#include <chrono>
#include <string>
#include <vector>

#include "indexer/input/formats.hpp"
#include "indexer/input/xml.hpp"
#include "tests/indexer/input/read_inputs.hpp"
#include "tests/support/catch.hpp"

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

const std::string rss =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href='x'?><!-- made by hand -->\n"
    "<rss version=\"2.0\" xmlns:c=\"http://purl.org/rss/1.0/modules/content/\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n"
    "<channel><title>The Harbour Ledger</title><link>https://ledger.example/</link><language>en-gb</language>"
    "<image><title>Logo</title></image><atom:link rel='self' href='https://ledger.example/feed'/>\n"
    "<item><title>Lock &amp;amp; lamp "
    "&lt;b&gt;open&lt;/b&gt;</title><link>https://ledger.example/lock?a=1&amp;b=2</link>"
    "<pubDate>Wed, 02 Oct 2024 10:00:00 +0300</pubDate><dc:creator>Ann Lee</dc:creator><dc:creator>Bo "
    "Ray</dc:creator><category>Harbour</category><category><![CDATA[Europe]]></category>"
    "<description>A teaser.</description><c:encoded><![CDATA[<p>The northern lock opened, the authority said.</p>"
    "<p>It&rsquo;s been shut for weeks.</p><figcaption>A lock</figcaption>]]></c:encoded>"
    "<guid isPermaLink=\"false\">77</guid></item>\n"
    "<item><title>Second</title><author>desk@ledger.example (Cy Dow)</author><guid>https://ledger.example/2</guid>"
    "<description>Only a teaser, with AT&T & an &eacute;clair.</description><source url='https://x.example'>The "
    "Other Paper</source></item>\n"
    "<item><link>https://ledger.example/3</link></item>\n"
    "<item><title>Fourth</title><guid isPermaLink='false'>tag-4</guid><author>a@b.example</author></item>\n"
    "</channel></rss>\n";

const std::string atom =
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title>Hafenblatt</title><updated>2024-12-01T00:00:00Z"
    "</updated><entry><title type='html'>Schleuse &amp;amp; Lampe</title>"
    "<link rel='replies' href='https://blatt.example/c'/><link href='https://blatt.example/1'/>"
    "<id>urn:1</id><published>2024-10-02T10:00:00Z</published><updated>2024-10-05T10:00:00Z</updated>"
    "<author><name>Ann Lee</name><email>a@b.example</email></author><category term='h' label='Hafen'/>"
    "<summary>Kurz.</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Die Schleuse ist "
    "offen &lt; zu.</p><p>Sie war<br/>lange zu.</p></div></content></entry>"
    "<entry><title>Zweite</title><id>urn:2</id><updated>2024-10-03T10:00:00Z</updated>"
    "<source><title>Das Andere Blatt</title><updated>2020-01-01T00:00:00Z</updated></source>"
    "<content type='html'>&lt;p&gt;Text mit &amp;uuml;ber.&lt;/p&gt;</content></entry></feed>";

const std::string rdf =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
    "xmlns:d='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>Le Port</title></channel>"
    "<item rdf:about='https://port.example/1'><title>Ecluse</title><link>https://port.example/1</link>"
    "<d:date>2024-10-02</d:date><d:subject>Port</d:subject><description>L'écluse est ouverte.</description></item>"
    "</rdf:RDF>";

class Ignore final : public XmlHandler {
 public:
  void start(const XmlName&, const XmlAttributes&) override {}
  void end() override {}
  void text(std::string_view text) override { size += text.size(); }
  std::size_t size = 0;
};

}  // namespace

TEST_CASE("an item of RSS is an article") {
  const ReadInput read = read_all(rss);
  CHECK(read.places() == std::vector<std::string>{"a:1", "a:2", "a:4"});
  CHECK(read.rejected() == std::vector<std::string>{"a:3"});
  const RawArticle& first = read.articles.at(0);
  CHECK(first.title->value == "Lock & lamp open");
  CHECK(first.url->value == "https://ledger.example/lock?a=1&b=2");
  CHECK_FALSE(first.id);
  CHECK(first.date->value == "Wed, 02 Oct 2024 10:00:00 +0300");
  CHECK(first.date->origin == "feed pubDate");
  CHECK(first.byline->value == "Ann Lee, Bo Ray");
  CHECK(first.language->value == "en-gb");
  CHECK(first.sources.at(0).value == "The Harbour Ledger");
  CHECK(first.tags.size() == 2);
  CHECK(first.tags.at(1).value == "Europe");
  CHECK(first.text == "The northern lock opened, the authority said.\n\nIt’s been shut for weeks.");
  CHECK(first.removed == std::vector<std::string>{"A lock"});
  const RawArticle& second = read.articles.at(1);
  CHECK(second.byline->value == "Cy Dow");
  CHECK(second.url->value == "https://ledger.example/2");
  CHECK(second.text == "Only a teaser, with AT&T & an éclair.");
  CHECK(second.sources.at(0).value == "The Other Paper");
  CHECK_FALSE(second.date);
  const RawArticle& fourth = read.articles.at(2);
  CHECK(fourth.id->value == "tag-4");
  CHECK_FALSE(fourth.byline);
}

TEST_CASE("an entry of Atom is an article") {
  const ReadInput read = read_all(atom);
  REQUIRE(read.articles.size() == 2);
  const RawArticle& first = read.articles[0];
  CHECK(first.title->value == "Schleuse & Lampe");
  CHECK(first.url->value == "https://blatt.example/1");
  CHECK(first.date->value == "2024-10-02T10:00:00Z");
  CHECK(first.byline->value == "Ann Lee");
  CHECK(first.tags.at(0).value == "Hafen");
  CHECK(first.language->value == "de");
  CHECK(first.sources.at(0).value == "Hafenblatt");
  CHECK(first.text == "Die Schleuse ist offen < zu.\n\nSie war\n\nlange zu.");
  const RawArticle& second = read.articles[1];
  CHECK(second.title->value == "Zweite");
  CHECK(second.id->value == "urn:2");
  CHECK(second.date->value == "2024-10-03T10:00:00Z");
  CHECK(second.sources.at(0).value == "Das Andere Blatt");
  CHECK(second.text == "Text mit über.");
  // With prefixes it is the same.
  std::string prefixed = atom;
  for (const std::string name : {"feed", "title", "updated", "entry", "link", "id", "published", "author", "name",
                                 "email", "category", "summary", "content", "source"})
    for (const std::string begin : {"<", "</"})
      for (const char end : {'>', ' ', '/'})
        for (std::size_t at = 0; (at = prefixed.find(begin + name + end, at)) != std::string::npos; at += 5)
          prefixed.insert(at + begin.size(), "a:");
  prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:a=");
  const ReadInput again = read_all(prefixed, "a", InputFormat::rss);
  REQUIRE(again.articles.size() == 2);
  CHECK(again.articles[0].text == first.text);
  CHECK(again.articles[0].title->value == first.title->value);
}

TEST_CASE("an item of RDF is an article") {
  const RawArticle article = only(rdf);
  CHECK(article.title->value == "Ecluse");
  CHECK(article.date->value == "2024-10-02");
  CHECK(article.tags.at(0).value == "Port");
  CHECK(article.sources.at(0).value == "Le Port");
  CHECK(article.text == "L'écluse est ouverte.");
}

TEST_CASE("feeds are known by their root") {
  struct Row {
    std::string bytes;
    InputFormat format;
  };
  const Row row = GENERATE(values<Row>({
      {rss, InputFormat::rss},
      {atom, InputFormat::rss},
      {rdf, InputFormat::rss},
      {"<!DOCTYPE rss PUBLIC \"-//Netscape\" \"rss.dtd\"><rss version='0.91'>", InputFormat::rss},
      {"<?xml version='1.0'?><html><body>rss", InputFormat::html},
      {"<rss is a word in a text", InputFormat::text},
  }));
  CHECK(kind_of(Head(row.bytes, "a"), InputFormat::detect).format == row.format);
}

TEST_CASE("feeds with mistakes are read as far as they go") {
  const auto item = [](const std::string& inside) {
    return "<rss><channel><item>" + inside + "</item></channel></rss>";
  };
  struct Row {
    std::string xml, title, text;
  };
  const Row row = GENERATE_COPY(values<Row>({
      {item("<title>R&D</title><description>a & b &nbsp;&unknown; c</description>"), "R&D",
       "a & b \xC2\xA0&unknown; c"},
      {item("<title>One\x02 two</title><description>x</description>"), "One two", "x"},
      {item("<title>One</title><description><p>Not escaped.</p> <b>Bold</b></description>"), "One",
       "Not escaped.\n\nBold"},
      {item("<title>One</title><nope:x>y</nope:x><description>&lt;p&gt;Undeclared prefix&lt;/p&gt;</description>"),
       "One", "Undeclared prefix"},
      {"<?xml version='1.0' encoding='windows-1251'?>" + item("<title>Порт</title><description>Всё</description>"),
       "Порт", "Всё"},
      {"<?xml version='1.0' encoding='windows-1251'?>" +
           item("<title>\xCF\xEE\xF0\xF2</title><description>\xC2\xF1\xB8</description>"),
       "Порт", "Всё"},
      {item("<title><![CDATA[A & B]]></title><content>x &lt; y</content>"), "A & B", "x < y"},
  }));
  CAPTURE(row.xml);
  const RawArticle article = only(row.xml);
  CHECK(article.title->value == row.title);
  CHECK(article.text == row.text);
}

TEST_CASE("a feed that breaks off gives the items before the break") {
  for (std::size_t size = rss.find("</item>") + 7; size + 7 < rss.size(); size += 13) {
    CAPTURE(size);
    const ReadInput read = read_all(rss.substr(0, size));
    CHECK(read.articles.at(0).title->value == "Lock & lamp open");
    REQUIRE_FALSE(read.rejections.empty());
    CHECK(read.rejections.back().input == "a");
    CHECK(read.rejections.back().reason.find("line") != std::string::npos);
  }
  CHECK(read_all("<rss><channel></channel></rss>").rejections.at(0).reason == "a feed without items");
}

TEST_CASE("entities are refused, and nothing is fetched") {
  std::string lines = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 60; ++i)
    lines += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  const std::string laughs = lines + "]><rss><channel><item><title>&a59;</title></item></channel></rss>";
  for (const std::string& xml :
       {laughs, std::string("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&x;"
                            "</title></item></channel></rss>")}) {
    const ReadInput read = read_all(xml);
    CHECK(read.articles.empty());
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].reason.find("declares entities") != std::string::npos);
  }
  CHECK(only("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><item><title>T</title></item></channel></rss>")
            .title->value == "T");
}

TEST_CASE("XML that is no feed is named as what it is") {
  for (const std::string xml : {"<?xml version='1.0'?><urlset><url>x</url></urlset>",
                                "<!DOCTYPE lolz [<!ENTITY lol 'lol'>]><lolz>&lol;</lolz>"}) {
    CHECK(read_all(xml).rejections.at(0).reason.find("neither a feed nor a page") != std::string::npos);
    CHECK(read_all(xml, "a", InputFormat::text).articles.size() == 1);
  }
}

TEST_CASE("XML of any shape ends, in time and memory that its size bounds") {
  std::string xml;
  SECTION("tags 200,000 deep") { xml = "<rss>" + repeated("<a>", 200'000); }
  SECTION("items in items") { xml = "<rss><channel>" + repeated("<item><title>x", 50'000); }
  SECTION("attributes") {
    xml = "<rss ";
    for (int i = 0; i < 50'000; ++i) xml += "a" + std::to_string(i) + "='x' ";
    xml += ">";
  }
  SECTION("namespaces") {
    xml = "<rss>";
    for (int i = 0; i < 20'000; ++i) xml += "<x xmlns:a" + std::to_string(i) + "='u'>";
  }
  SECTION("a tag without end") { xml = "<rss " + std::string(4 << 20, 'x'); }
  SECTION("a comment without end") { xml = "<rss><!--" + std::string(4 << 20, '-'); }
  SECTION("text of megabytes") { xml = "<rss>" + std::string(20 << 20, 'x') + "</rss>"; }
  SECTION("ampersands") { xml = "<rss>" + repeated("&", 4 << 20) + "</rss>"; }
  SECTION("angles") { xml = "<rss>" + repeated("<", 1 << 20); }
  Ignore handler;
  parse_xml(xml, handler);
  CHECK(handler.size <= xml.size());
  const ReadInput read = read_all(xml, "a", InputFormat::rss);
  CHECK(read.articles.size() + read.rejections.size() > 0);
}
