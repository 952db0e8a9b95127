// Any bytes are an input of any kind: reading ends, what comes out is text, and a stream of pieces gives what the whole
// gives. FORMAT is what the bytes are said to be: a name of --input, or auto.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/input/formats.hpp"
#include "indexer/input/inputs.hpp"
#include "text/utf8.hpp"

using namespace dateline;
using namespace dateline::indexer;

namespace {

struct ReadInput {
  std::vector<std::pair<std::string, std::uint64_t>> articles;  // place and content
  std::size_t rejections = 0;
};

[[noreturn]] void fail(const char* what, const std::string& detail) {
  std::fprintf(stderr, "%s: %s\n", what, detail.c_str());
  std::abort();
}

void check_text(const std::string& text, const std::string& place) {
  if (!text::is_utf8(text)) fail("no UTF-8", place);
}

void check(const RawArticle& article) {
  const std::string place = article.input + article.member;
  check_text(article.text, place);
  for (const auto* fact : {&article.id, &article.url, &article.title, &article.subtitle, &article.byline, &article.date,
                           &article.language, &article.page_title})
    if (*fact) check_text((*fact)->value, place);
  for (const auto* list : {&article.sources, &article.tags, &article.speakers})
    for (const Stated& fact : *list) check_text(fact.value, place);
  for (const auto& [name, json] : article.extra) check_text(name + json, place);
  for (const std::string& removed : article.removed) check_text(removed, place);
  if (article.text.empty() && !article.title && !article.exported) fail("an article of nothing", place);
}

InputFormat format() {
  for (const InputKind& kind : input_kinds())
    if (kind.format && kind.name == std::string_view(FORMAT)) return *kind.format;
  return InputFormat::detect;
}

ReadInput read(ByteReader& bytes) {
  ReadInput outcome;
  read_input(bytes, "name", format(),
             {[&](RawArticle article) {
                check(article);
                outcome.articles.emplace_back(article.input + article.member, article.content_hash);
              },
              [&](Rejection rejection) {
                if (rejection.reason.empty() || rejection.input.substr(0, 4) != "name")
                  fail("a rejection of nobody", rejection.input);
                ++outcome.rejections;
              }});
  return outcome;
}

class Pieces final : public ByteSource {
 public:
  Pieces(std::string_view bytes, std::size_t size) : bytes_(bytes), size_(size) {}
  std::string_view next() override {
    piece_ = bytes_.substr(0, size_);
    bytes_.remove_prefix(piece_.size());
    return piece_;
  }

 private:
  std::string_view bytes_;
  std::string piece_;  // what was shown before is gone
  std::size_t size_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // What is packed is for the target that is told nothing.
  if (format() != InputFormat::detect && kind_of(Head(bytes, "name"), format()).format != format()) return 0;
  ByteReader whole(bytes);
  const ReadInput expected = read(whole);
  Pieces source(bytes, 1 + size % 61);
  ByteReader pieces(source);
  const ReadInput found = read(pieces);
  // What libarchive shows of damaged data before it sees the damage depends on how it is given.
  if (found.articles != expected.articles && expected.rejections == 0) fail("in pieces it is another", "");
  return 0;
}
