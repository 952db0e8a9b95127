#include "indexer/input/warc.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "indexer/input/header_fields.hpp"
#include "indexer/input/http_response.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/pages.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t longest_head = 64 << 10;
// A page as it was sent, with the server's head.
constexpr std::size_t largest_block = largest_page + longest_head;

enum class Kind : std::uint8_t { page, text, other };

Kind kind_of_type(std::string_view type) {
  if (type == "text/html" || type == "application/xhtml+xml") return Kind::page;
  return type == "text/plain" ? Kind::text : Kind::other;
}

class WarcReader {
 public:
  WarcReader(ByteReader& bytes, const Place& place, const InputSink& sink)
      : bytes_(bytes), place_(place), sink_(sink) {}

  void run() {
    while (goes_on()) record();
    if (pages_ == 0 && bytes_.broken().empty()) sink_.rejection(place_.rejected("a crawl without pages"));
  }

 private:
  bool goes_on() {
    while (!bytes_.at_end() && (bytes_.ahead(1).front() == '\r' || bytes_.ahead(1).front() == '\n')) bytes_.skip(1);
    return !bytes_.at_end();
  }

  void record() {
    ++number_;
    const std::string_view beginning = bytes_.ahead(longest_head);
    const std::optional<std::size_t> head = behind_head(beginning.substr(0, longest_head));
    const HeaderFields fields(head ? beginning.substr(0, *head) : std::string_view{});
    std::uint64_t size = 0;
    const std::string_view length = fields.value("content-length");
    const bool has_size =
        !length.empty() && std::from_chars(length.data(), length.data() + length.size(), size).ec == std::errc();
    if (!beginning.starts_with("WARC/") || !has_size) return lose_track();
    bytes_.skip(*head);
    const std::string type = ascii_lower(fields.value("warc-type"));
    if (type == "response")
      response(fields, size);
    else if (type == "resource" || type == "conversion")
      payload(fields, size);
    pass(size);
  }

  // Goes on with the next line that may begin a record.
  void lose_track() {
    if (bytes_.broken().empty()) reject("no WARC record; the next one is looked for");
    bytes_.line(0);
    while (!bytes_.at_end() && !bytes_.ahead(5).starts_with("WARC/")) bytes_.line(0);
  }

  void pass(std::uint64_t size) {
    for (constexpr std::uint64_t step = 1 << 30; size > step; size -= step) bytes_.skip(step);
    bytes_.skip(static_cast<std::size_t>(size));
  }

  void response(const HeaderFields& fields, std::uint64_t size) {
    const std::string_view block = block_of(size);
    std::optional<HttpResponse> response = parse_response(block, largest_page);
    if (!response || response->status / 100 != 2) return;
    Kind kind = kind_of_type(response->type);
    if (response->type.empty() && response->body.find('<') != std::string::npos) kind = Kind::page;
    if (kind == Kind::other) return;
    ++pages_;
    if (is_incomplete(block, size)) return;
    if (!response->unreadable.empty()) return reject(response->unreadable);
    hand_on(fields, kind, response->body, response->charset);
  }

  // What was fetched without a server, and text that was made of pages.
  void payload(const HeaderFields& fields, std::uint64_t size) {
    const Kind kind = kind_of_type(media_type(fields.value("content-type")));
    if (kind == Kind::other) return;
    ++pages_;
    const std::string_view block = block_of(size);
    if (is_incomplete(block, size)) return;
    hand_on(fields, kind, block, parameter(fields.value("content-type"), "charset"));
  }

  // Of a record that is too large, the beginning: enough to see what it is.
  std::string_view block_of(std::uint64_t size) {
    const std::size_t wanted = size > largest_block ? longest_head : static_cast<std::size_t>(size);
    return bytes_.ahead(wanted).substr(0, wanted);
  }

  bool is_incomplete(std::string_view block, std::uint64_t size) {
    if (size > largest_block)
      reject("a page of more than 16 MB; give its text instead");
    else if (block.size() < size && bytes_.broken().empty())
      reject("the crawl breaks off in this record; get the file again");
    return block.size() < size;
  }

  void hand_on(const HeaderFields& fields, Kind kind, std::string_view body, const std::string& charset) {
    const Place place = place_.numbered(number_);
    auto result = kind == Kind::page ? page_of(body, place, charset) : text_of(body, place, charset);
    if (auto* rejection = std::get_if<Rejection>(&result)) return sink_.rejection(std::move(*rejection));
    auto& article = std::get<RawArticle>(result);
    std::string_view address = fields.value("warc-target-uri");
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    if (address.starts_with("http")) article.url = Stated{text::repair(address).text, "WARC-Target-URI"};
    // When it was fetched says nothing of when it was printed.
    if (const std::string_view date = fields.value("warc-date"); is_plain(date))
      article.extra.emplace_back("crawl_date", "\"" + std::string(date) + "\"");
    sink_.article(std::move(article));
  }

  static bool is_plain(std::string_view date) {
    return !date.empty() && date.find_first_not_of("0123456789-:.TZ+") == std::string_view::npos;
  }

  void reject(std::string reason) { sink_.rejection(place_.numbered(number_).rejected(std::move(reason))); }

  ByteReader& bytes_;
  const Place& place_;
  const InputSink& sink_;
  std::size_t number_ = 0;  // of the record
  std::size_t pages_ = 0;   // whatever became of them
};

}  // namespace

void read_warc(ByteReader& bytes, const Place& place, const InputSink& sink) { WarcReader(bytes, place, sink).run(); }

}  // namespace dateline::indexer
