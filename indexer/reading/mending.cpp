#include "indexer/reading/mending.hpp"

#include <algorithm>

#include "indexer/reading/letters.hpp"

namespace dateline::indexer {
namespace {

using schema::Paragraph;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool ends_clause(std::string_view text, std::size_t behind) {
  return behind >= text.size() || is_space(text[behind]) || text[behind] == '"' || text[behind] == '\'' ||
         text[behind] == ')' || static_cast<unsigned char>(text[behind]) >= 0x80;
}

// The blank at `begin`..`end` stands before a mark that clings to the word before it. French and others put
// blanks before ; : ! ? so those stay.
bool clings(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin == 0 || end >= text.size()) return false;
  if (text[end] == ')') return true;
  if (text[begin - 1] == '(') return true;
  if (text[end] == ',' || text[end] == '.') return ends_clause(text, end + 1) && !is_space(text[begin - 1]);
  // ` . "` at the very end: the mark closes what the full stop ended
  return text[end] == '"' && end + 1 == text.size() && (text[begin - 1] == '.' || text[begin - 1] == ',');
}

class SpanWriter {
 public:
  SpanWriter(Paragraph& spans, std::uint32_t base) : spans_(spans), base_(base) {}

  void keep(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const auto from = static_cast<std::uint32_t>(base_ + begin), to = static_cast<std::uint32_t>(base_ + end);
    if (!spans_.empty() && spans_.back().end == from)
      spans_.back().end = to;
    else
      spans_.push_back({from, to});
  }

 private:
  Paragraph& spans_;
  std::uint32_t base_;
};

bool is_url_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

std::size_t url_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_url_character(text[at])) ++at;
  return at;
}

// The rest of a line reads as the rest of an address: no blanks, and a mark that words do not have.
bool continues_url(std::string_view rest) {
  if (rest.empty() || url_end(rest, 0) != rest.size()) return false;
  return rest.find_first_of("-/_0123456789") != std::string_view::npos && !rest.starts_with("http");
}

}  // namespace

Paragraph mend(std::string_view text, const Block& block) {
  Paragraph spans;
  const std::uint32_t base = block.begin();
  const std::string_view all = text.substr(base, block.end() - base);
  SpanWriter writer(spans, base);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < all.size();) {
    if (!is_space(all[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < all.size() && is_space(all[at])) ++at;
    if (clings(all, begin, at)) {
      writer.keep(kept, begin);
      kept = at;
    } else if (at - begin > 1 || all[begin] == '\t') {
      // one blank stays: the line break where there is one
      const std::size_t newline = all.substr(begin, at - begin).find('\n');
      const std::size_t one = begin + (newline == std::string_view::npos ? 0 : newline);
      writer.keep(kept, begin);
      writer.keep(one, one + 1);
      kept = at;
    }
  }
  writer.keep(kept, all.size());
  return spans;
}

std::string shown(std::string_view text, const Paragraph& paragraph) {
  std::string out;
  for (const schema::Span& span : paragraph) out += text.substr(span.begin, span.end - span.begin);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string find_url(std::string_view line) {
  const std::size_t begin = std::min(line.find("http://"), line.find("https://"));
  if (begin == std::string_view::npos) return {};
  const std::size_t end = url_end(line, begin);
  std::string url(line.substr(begin, end - begin));
  const std::string_view rest = trim(line.substr(end));
  if (continues_url(rest)) url += rest;
  while (!url.empty() && std::string_view(".,;:!?)'").find(url.back()) != std::string_view::npos) url.pop_back();
  return url;
}

}  // namespace dateline::indexer
