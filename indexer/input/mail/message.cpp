#include "indexer/input/mail/message.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/input/decode.hpp"
#include "indexer/input/header_fields.hpp"
#include "indexer/input/html_fragment.hpp"
#include "indexer/input/html_page.hpp"
#include "indexer/input/json.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/mail/transfer.hpp"
#include "schema/stored_article.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr int deepest = 10;
constexpr std::size_t most_parts = 200;  // of the whole message

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

struct Part {
  HeaderFields fields;
  std::string_view body;
};

Part part_of(std::string_view bytes) {
  const std::size_t body = behind_head(bytes).value_or(bytes.size());
  return {HeaderFields(bytes.substr(0, body)), bytes.substr(body)};
}

// What stands between the lines of the boundary.
std::vector<std::string_view> parts_between(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at + mark.size())) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (begin != std::string_view::npos) parts.push_back(body.substr(begin, at - begin));
    begin = std::min(body.find('\n', at), body.size() - 1) + 1;
    if (body.substr(at + mark.size()).starts_with("--") || parts.size() > most_parts) return parts;
  }
  if (begin < body.size()) parts.push_back(body.substr(begin));  // the end was forgotten
  return parts;
}

// Whether the lines, of a paragraph, were broken at a width as mail programs do: all but the last nearly full.
bool is_wrapped(const std::vector<std::string_view>& lines) {
  constexpr std::size_t nearly_full = 55, full = 80;
  return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
           const std::size_t width = text::count_code_points(line);
           return width <= full && (width >= nearly_full || line.data() == lines.back().data());
         });
}

std::string unwrapped(std::string_view text) {
  std::string joined;
  std::vector<std::string_view> paragraph;
  const auto finish = [&] {
    const bool wrapped = is_wrapped(paragraph);
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      joined += paragraph[i];
      joined += wrapped && i + 1 < paragraph.size() ? ' ' : '\n';
    }
    paragraph.clear();
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (trim(line).empty() || line == "-- ") {
      finish();
      joined.append(line).append("\n");
    } else {
      paragraph.push_back(line);
    }
    begin = end + 1;
  }
  finish();
  return joined;
}

// The first plain text and the first page among the parts, carried over into UTF-8.
class BodyFinder {
 public:
  void look_into(const Part& part, int depth = 0) {
    const std::string_view content_type = part.fields.value("content-type");
    const std::string type = media_type(content_type);
    if (depth > deepest || ++parts_ > most_parts) return;
    if (ascii_lower(part.fields.value("content-disposition")).starts_with("attachment")) return;
    if (type.starts_with("multipart/")) {
      const std::string boundary = parameter(content_type, "boundary");
      if (boundary.empty()) return;
      for (const std::string_view inner : parts_between(part.body, boundary)) look_into(part_of(inner), depth + 1);
    } else if (type == "text/html") {
      if (!page) page = in_utf8(part, parameter(content_type, "charset"));
    } else if (type == "text/plain" || type.empty()) {
      if (!text) text = flowing(in_utf8(part, parameter(content_type, "charset")), content_type);
    }
  }

  std::optional<std::string> text, page;

 private:
  static std::string in_utf8(const Part& part, std::string charset) {
    const std::string encoding = ascii_lower(part.fields.value("content-transfer-encoding"));
    const std::string bytes = encoding == "base64"             ? from_base64(part.body)
                              : encoding == "quoted-printable" ? from_quoted_printable(part.body)
                                                               : std::string(part.body);
    if (charset.empty()) charset = declared_encoding(bytes);
    std::optional<Decoded> decoded = decode(bytes, charset);
    return decoded ? std::move(decoded->text) : std::string();
  }

  // format=flowed: a blank at the end of a line means that the next one goes on.
  static std::string flowing(std::string text, std::string_view content_type) {
    if (ascii_lower(parameter(content_type, "format")) != "flowed") return unwrapped(text);
    std::string joined;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = std::string_view(text).substr(begin, end - begin);
      joined += line;
      if (!line.ends_with(' ') || line == "-- ") joined += '\n';
      begin = end + 1;
    }
    return joined;
  }

  std::size_t parts_ = 0;
};

// What the sender puts below a line of two dashes is not the message.
void cut_signature(RawArticle& article) {
  const std::size_t at = article.text.rfind("\n-- \n");
  if (at == std::string::npos) return;
  article.removed.push_back(article.text.substr(at + 5));
  article.text.resize(at);
}

// The plain text, where it says as much as the page.
void take_body(RawArticle& article, BodyFinder& found) {
  Fragment page;
  if (found.page && found.page->size() <= largest_page) page = read_fragment(*found.page);
  if (found.text && trim(*found.text).size() * 2 >= page.text.size()) {
    article.text = std::move(*found.text);
    cut_signature(article);
  } else {
    article.text = std::move(page.text);
    article.removed = std::move(page.removed);
  }
}

// "Ann Lee" of `"Ann Lee" <ann@paper.example>`, "" where there is only an address.
std::string name_of(std::string_view from) {
  std::string_view name = trim(from.substr(0, from.find('<')));
  if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) name = trim(name.substr(1, name.size() - 2));
  return name.find('@') == std::string_view::npos ? std::string(name) : std::string();
}

std::optional<Stated> stated(std::string value, std::string_view origin) {
  const std::string_view trimmed = trim(value);
  if (trimmed.empty()) return std::nullopt;
  return Stated{text::repair(trimmed).text, std::string(origin)};
}

std::string as_json(std::string text) {
  Json value;
  value.kind = Json::Kind::string;
  value.text = text::repair(text).text;
  return to_text(value);
}

}  // namespace

std::optional<RawArticle> article_of_message(std::string_view message) {
  const Part whole = part_of(message);
  BodyFinder found;
  found.look_into(whole);
  RawArticle article;
  take_body(article, found);
  const std::string from = header_text(whole.fields.value("from"));
  article.title = stated(header_text(whole.fields.value("subject")), "header Subject");
  article.date = stated(std::string(whole.fields.value("date")), "header Date");
  article.byline = stated(name_of(from), "header From");
  std::string_view id = whole.fields.value("message-id");
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  article.id = stated(std::string(id), "header Message-ID");
  if (!from.empty()) article.extra.emplace_back("from", as_json(from));
  article.content_hash = schema::hash64(message);
  if (trim(article.text).empty() && !article.title) return std::nullopt;
  return article;
}

}  // namespace dateline::indexer
