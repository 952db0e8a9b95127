// What reading costs, step by step: processor time of this thread a megabyte of text.
//
//   bench_reading RECORDS.jsonl
//
// "records": JSON becomes raw articles. "reading": those are read, with the facts that the records give, without
// speech. "plain text": the same texts as pages without any facts, the title above. "language": the part of reading
// that tells languages, alone. "dates": what it asks of the first and last lines of each text. "speech": quotations and
// speakers.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "bench/processor_time.hpp"
#include "indexer/input/inputs.hpp"
#include "indexer/input_bytes.hpp"
#include "indexer/reading/dates/line.hpp"
#include "indexer/reading/read.hpp"
#include "indexer/speech/speech.hpp"
#include "schema/stored_article.hpp"
#include "text/identify.hpp"

namespace dateline::bench {
namespace {

using indexer::RawArticle;
using indexer::ReadingContext;

template <class Work>
double measured(Work&& work) {
  const double start = cpu_milliseconds();
  work();
  return cpu_milliseconds() - start;
}

std::vector<RawArticle> records_of(std::string_view bytes) {
  std::vector<RawArticle> articles;
  indexer::read_input(bytes, "records.jsonl", InputFormat::jsonl,
                      {[&](RawArticle article) { articles.push_back(std::move(article)); },
                       [](const indexer::Rejection& rejection) {
                         std::fprintf(stderr, "%s: %s\n", rejection.input.c_str(), rejection.reason.c_str());
                       }});
  return articles;
}

RawArticle as_page(const RawArticle& record) {
  RawArticle page;
  page.input = record.input + record.member;
  if (record.title) page.text = record.title->value + "\n\n";
  page.text += record.text;
  return page;
}

std::vector<schema::StoredArticle> read_all(std::vector<RawArticle> articles, bool with_speech) {
  ReadingContext context;
  context.today = 30000;  // later than any article
  context.with_speech = with_speech;
  std::vector<schema::StoredArticle> read;
  for (RawArticle& article : articles) {
    auto result = indexer::read(std::move(article), context);
    if (auto* stored = std::get_if<schema::StoredArticle>(&result)) read.push_back(std::move(*stored));
  }
  return read;
}

void identify_all(const std::vector<schema::StoredArticle>& articles) {
  for (const schema::StoredArticle& article : articles) {
    const std::string body = schema::body_of(article);
    std::vector<std::string_view> paragraphs;
    for (const schema::Span& range : schema::paragraph_ranges(article))
      paragraphs.push_back(std::string_view(body).substr(range.begin, range.end - range.begin));
    (void)text::identify_paragraphs(paragraphs);
  }
}

constexpr std::size_t lines_at_an_end = 6;

// The first lines of `text`, those that are too long for a date line left out.
std::size_t count_dates(std::string_view text, const indexer::DateContext& context) {
  constexpr std::size_t longest_line = 400;
  std::size_t dates = 0;
  for (std::size_t line = 0; line < lines_at_an_end && !text.empty(); ++line) {
    const std::string_view one = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    if (one.size() <= longest_line) dates += indexer::read_date_line(one, context).dates.size();
  }
  return dates;
}

std::string_view last_lines(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t line = 0; line < lines_at_an_end && begin > 0; ++line) {
    const std::size_t end_of_line = text.rfind('\n', begin - 1);
    begin = end_of_line == std::string_view::npos ? 0 : end_of_line;
  }
  return text.substr(begin);
}

void find_all_dates(const std::vector<schema::StoredArticle>& articles) {
  for (const schema::StoredArticle& article : articles) {
    const indexer::DateContext context{article.language, 0};
    (void)count_dates(article.text, context);
    (void)count_dates(last_lines(article.text), context);
  }
}

std::vector<std::string> bodies_of(const std::vector<schema::StoredArticle>& articles) {
  std::vector<std::string> bodies;
  for (const schema::StoredArticle& article : articles) bodies.push_back(schema::body_of(article));
  return bodies;
}

void find_all_speech(const std::vector<schema::StoredArticle>& articles, const std::vector<std::string>& bodies) {
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto paragraphs = schema::paragraph_ranges(articles[i]);
    (void)indexer::find_speech(bodies[i], paragraphs, std::vector<std::string>(paragraphs.size(), articles[i].language),
                               articles[i].title.value_or(""), text::AliasTable::built_in());
  }
}

void print(const char* step, double milliseconds, double megabytes) {
  std::printf("%-12s %8.2f ms/MB %10.0f ms\n", step, milliseconds / megabytes, milliseconds);
}

int run(const char* file) {
  const indexer::InputBytes bytes = indexer::InputBytes::of_file(file);
  std::vector<RawArticle> records;
  const double parsing = measured([&] { records = records_of(bytes.view()); });
  std::vector<RawArticle> pages;
  double megabytes = 0;
  for (const RawArticle& record : records) {
    pages.push_back(as_page(record));
    megabytes += static_cast<double>(record.text.size()) / 1e6;
  }
  std::printf("%zu articles, %.1f MB of text\n", records.size(), megabytes);
  std::vector<schema::StoredArticle> read;
  read_all(records, false);  // the word lists are read at first use
  print("records", parsing, megabytes);
  const double reading = measured([&] { read = read_all(records, false); });
  print("reading", reading, megabytes);
  print("plain text", measured([&] { read_all(pages, false); }), megabytes);
  print("language", measured([&] { identify_all(read); }), megabytes);
  print("dates", measured([&] { find_all_dates(read); }), megabytes);
  const auto bodies = bodies_of(read);
  find_all_speech(read, bodies);  // its word lists, too, are read at first use
  print("speech", measured([&] { find_all_speech(read, bodies); }), megabytes);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s RECORDS.jsonl\n", arguments[0]);
    return 2;
  }
  try {
    return dateline::bench::run(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
