#include "indexer/input/http_response.hpp"

#include <algorithm>
#include <charconv>

#include "indexer/input/containers/decompression.hpp"
#include "indexer/input/header_fields.hpp"

namespace dateline::indexer {
namespace {

// Pages become a tenth of their size.
constexpr std::size_t most_times = 100;
constexpr std::size_t free_of_charge = 1 << 20;

// Empty when it is not chunked, whatever the head says: crawlers take chunks apart and keep the head.
std::optional<std::string> dechunked(std::string_view bytes) {
  std::string all;
  while (true) {
    std::size_t size = 0;
    const auto [end, failure] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size, 16);
    const std::size_t line = bytes.find('\n');
    if (failure != std::errc() || line == std::string_view::npos) return std::nullopt;
    const char after = end == bytes.data() + bytes.size() ? '\n' : *end;
    if (after != '\r' && after != '\n' && after != ';' && after != ' ') return std::nullopt;
    bytes.remove_prefix(line + 1);
    if (size == 0) return all;
    all += bytes.substr(0, size);
    if (size >= bytes.size()) return all;  // cut off: a browser shows it, too
    bytes.remove_prefix(size);
    bytes.remove_prefix(std::min(bytes.find('\n') + 1, bytes.size()));
  }
}

void unpack(HttpResponse& response, std::string_view encoding, std::size_t longest) {
  if (encoding.empty() || encoding == "identity") return;
  const bool is_gzip = response.body.starts_with("\x1F\x8B");
  if (encoding == "br" || encoding == "zstd") {
    response.unreadable = "the server compressed it by " + std::string(encoding) + ", which is not read";
  } else if (is_gzip || encoding == "deflate") {
    const std::size_t bound = std::max(free_of_charge, response.body.size() * most_times);
    if (std::optional<std::string> body = inflated(response.body, std::min(longest, bound)))
      response.body = std::move(*body);
    else
      response.unreadable = "its compressed body is damaged, or too large";
  }
}

}  // namespace

std::optional<HttpResponse> parse_response(std::string_view bytes, std::size_t longest) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const std::optional<std::size_t> body = behind_head(bytes);
  if (!body) return std::nullopt;
  HttpResponse response;
  const std::string_view head = bytes.substr(0, *body);
  const std::size_t blank = std::min(head.find(' ') + 1, head.size());
  std::from_chars(head.data() + blank, head.data() + head.size(), response.status);
  const HeaderFields fields(head.substr(std::min(head.find('\n') + 1, head.size())));
  response.type = media_type(fields.value("content-type"));
  response.charset = parameter(fields.value("content-type"), "charset");
  response.body = bytes.substr(*body);
  if (ascii_lower(fields.value("transfer-encoding")).find("chunked") != std::string::npos)
    if (std::optional<std::string> whole = dechunked(response.body)) response.body = std::move(*whole);
  unpack(response, ascii_lower(fields.value("content-encoding")), longest);
  return response;
}

}  // namespace dateline::indexer
