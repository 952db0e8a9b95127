#include "indexer/input/mail/mailbox.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/input/header_fields.hpp"
#include "indexer/input/limits.hpp"
#include "indexer/input/mail/message.hpp"

namespace dateline::indexer {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "From ann@paper.example Wed Oct  2 10:00:00 2024": with a time and a year, which prose after "From" has not.
bool is_separator(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > 500) return false;
  bool has_time = false, has_year = false;
  for (std::size_t i = 5; i + 4 < line.size(); ++i) {
    has_time = has_time || (is_digit(line[i]) && line[i + 1] == ':' && is_digit(line[i + 2]));
    has_year = has_year || (line[i] == ' ' && std::all_of(&line[i + 1], &line[i + 1] + 4, is_digit));
  }
  return has_time && has_year;
}

// ">From " is "From ": it was hidden from those who look for separators.
std::string_view unquoted(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
  return marks > 0 && line.substr(marks).starts_with("From ") ? line.substr(1) : line;
}

bool is_blank(std::string_view line) { return line.empty() || line == "\r"; }

class MailReader {
 public:
  MailReader(ByteReader& bytes, const Place& place, const InputSink& sink)
      : bytes_(bytes), place_(place), sink_(sink) {}

  void box() {
    bool after_blank = true;
    while (const std::optional<ByteReader::Line> line = bytes_.line(largest_record)) {
      if (after_blank && is_separator(line->text)) {
        finish();
        ++number_;
      } else {
        append(*line);
      }
      after_blank = !line->too_long && is_blank(line->text);
    }
    // Where the bytes break off nobody knows whether the last message is whole.
    if (bytes_.broken().empty()) finish();
  }

  void one() {
    const std::optional<std::string_view> whole = bytes_.whole(largest_record);
    if (!whole) return sink_.rejection(place_.rejected(too_large));
    if (bytes_.broken().empty()) message(*whole, place_);
  }

 private:
  static constexpr const char* too_large = "a message of more than 64 MB; remove what is attached to it";

  void append(const ByteReader::Line& line) {
    is_too_large_ = is_too_large_ || line.too_long || message_.size() + line.text.size() > largest_record;
    if (is_too_large_) return;
    message_ += unquoted(line.text);
    message_ += '\n';
  }

  void finish() {
    if (is_too_large_)
      sink_.rejection(place_.numbered(number_).rejected(too_large));
    else if (number_ > 0)
      message(message_, place_.numbered(number_));
    message_.clear();
    is_too_large_ = false;
  }

  void message(std::string_view bytes, const Place& place) {
    std::optional<RawArticle> article = article_of_message(bytes);
    if (!article) return sink_.rejection(place.rejected("a message without subject and text"));
    place.put_into(*article);
    sink_.article(std::move(*article));
  }

  ByteReader& bytes_;
  const Place& place_;
  const InputSink& sink_;
  std::string message_;
  bool is_too_large_ = false;
  std::size_t number_ = 0;
};

bool is_field_line(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) return true;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; });
}

// Lines of fields only, up to the empty one or the end of what is seen.
bool is_all_fields(std::string_view head) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (is_blank(line)) return true;
    if (end < head.size() && !is_field_line(line)) return false;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return true;
}

}  // namespace

bool is_mail(const Head& head) {
  std::string_view text = head.text;
  const std::string_view first = text.substr(0, std::min(text.find('\n'), text.size()));
  if (is_separator(first)) {
    text.remove_prefix(std::min(first.size() + 1, text.size()));
    return is_field_line(text.substr(0, text.find('\n')));
  }
  if (!is_field_line(first) || !is_all_fields(text)) return false;
  const HeaderFields fields(text.substr(0, behind_head(text).value_or(text.size())));
  if (!fields.has("from")) return false;
  if (head.is_named({".eml"})) return true;
  // A text may begin with "From:" and "Date:"; what only programs write it has not.
  const bool was_sent = fields.has("message-id") || fields.has("mime-version") || fields.has("received") ||
                        fields.has("return-path") || fields.has("delivered-to");
  return was_sent && (fields.has("date") || fields.has("subject"));
}

void read_mail(ByteReader& bytes, const Place& place, const InputSink& sink) {
  MailReader reader(bytes, place, sink);
  const std::string_view head = bytes.ahead(512);
  if (is_separator(head.substr(0, std::min(head.find('\n'), head.size()))))
    reader.box();
  else
    reader.one();
}

}  // namespace dateline::indexer
