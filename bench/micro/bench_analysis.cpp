// What analysis costs, language by language, beside plain ICU: processor time of this thread a megabyte of text.
//
//   bench_analysis RECORDS.jsonl [LANGUAGE]
//
// "segments": where words begin and end. "analysis": all terms of all families. "ICU": its word iterator, and each word
// through its NFKC case folding; no stems, no families, no positions. The languages are those that the records state; a
// LANGUAGE given stands for all. The median of five rounds in which the three alternate.
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>

#include <array>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "bench/median.hpp"
#include "bench/processor_time.hpp"
#include "indexer/input/inputs.hpp"
#include "indexer/input_bytes.hpp"
#include "text/analyzer.hpp"
#include "text/segmenter.hpp"
#include "text/utf16.hpp"

namespace dateline::bench {
namespace {

constexpr std::size_t kRounds = 5;
constexpr double kLeastMegabytes = 0.1;  // of less the time is noise

using Texts = std::vector<std::string>;

std::map<std::string, Texts> texts_by_language(const char* file, const std::string& language) {
  std::map<std::string, Texts> texts;
  const indexer::InputBytes bytes = indexer::InputBytes::of_file(file);
  indexer::read_input(bytes.view(), "records.jsonl", InputFormat::jsonl,
                      {[&](indexer::RawArticle article) {
                         const std::string stated = article.language ? article.language->value : "";
                         texts[language.empty() ? stated : language].push_back(std::move(article.text));
                       },
                       [](const indexer::Rejection& rejection) {
                         std::fprintf(stderr, "%s: %s\n", rejection.input.c_str(), rejection.reason.c_str());
                       }});
  return texts;
}

std::size_t count_segments(const Texts& texts) {
  std::size_t segments = 0;
  for (const std::string& text : texts) {
    text::Segmenter segmenter(text);
    for (text::Segment segment; segmenter.next(segment);) ++segments;
  }
  return segments;
}

std::size_t count_terms(const Texts& texts, const std::string& language, text::Analyzer& analyzer) {
  std::size_t terms = 0;
  for (const std::string& text : texts) {
    const text::Analysis& analysis = analyzer.analyze(text, language);
    terms += analysis.tokens.size() + analysis.spans.size() + analysis.grams.size();
  }
  return terms;
}

class PlainIcu {
 public:
  PlainIcu()
      : words_(ubrk_open(UBRK_WORD, "", nullptr, 0, &status_)), folding_(unorm2_getNFKCCasefoldInstance(&status_)) {}
  ~PlainIcu() { ubrk_close(words_); }
  PlainIcu(const PlainIcu&) = delete;
  PlainIcu& operator=(const PlainIcu&) = delete;

  std::size_t count_words(const std::string& text) {
    text_.assign(text);
    ubrk_setText(words_, text_.units.data(), static_cast<std::int32_t>(text_.units.size()), &status_);
    std::size_t words = 0;
    std::int32_t begin = ubrk_first(words_);
    for (std::int32_t end = ubrk_next(words_); end != UBRK_DONE; begin = end, end = ubrk_next(words_))
      if (ubrk_getRuleStatus(words_) != UBRK_WORD_NONE) words += fold(begin, end);
    return words;
  }

 private:
  bool fold(std::int32_t begin, std::int32_t end) {
    UErrorCode status = U_ZERO_ERROR;  // a word that does not fit is cut
    return unorm2_normalize(folding_, text_.units.data() + begin, end - begin, folded_.data(),
                            static_cast<std::int32_t>(folded_.size()), &status) > 0;
  }

  UErrorCode status_ = U_ZERO_ERROR;
  UBreakIterator* words_;
  const UNormalizer2* folding_;
  text::Utf16 text_;
  std::array<char16_t, 1024> folded_{};
};

template <class Work>
double measured(Work&& work) {
  const double start = cpu_milliseconds();
  work();
  return cpu_milliseconds() - start;
}

double megabytes_of(const Texts& texts) {
  double bytes = 0;
  for (const std::string& text : texts) bytes += static_cast<double>(text.size());
  return bytes / 1e6;
}

void measure(const std::string& language, const Texts& texts) {
  const double megabytes = megabytes_of(texts);
  if (megabytes < kLeastMegabytes) return;
  text::Analyzer analyzer;
  PlainIcu icu;
  count_terms(texts, language, analyzer);  // words are learnt once, at the start of an archive
  std::vector<double> segments(kRounds), analysis(kRounds), plain(kRounds);
  std::size_t counted = 0;  // so that no work can be left out
  for (std::size_t round = 0; round < kRounds; ++round) {
    segments[round] = measured([&] { counted += count_segments(texts); });
    analysis[round] = measured([&] { counted += count_terms(texts, language, analyzer); });
    plain[round] = measured([&] {
      for (const std::string& text : texts) counted += icu.count_words(text);
    });
  }
  std::printf("%-8s %8.1f %10.1f %10.1f %8.1f   %zu\n", language.c_str(), megabytes, median(segments) / megabytes,
              median(analysis) / megabytes, median(plain) / megabytes, counted);
}

void run(const char* file, const std::string& language) {
  std::printf("language       MB   segments   analysis      ICU   ms/MB; counted\n");
  for (const auto& [name, texts] : texts_by_language(file, language)) measure(name, texts);
}

}  // namespace
}  // namespace dateline::bench

int main(int count, char** arguments) {
  if (count != 2 && count != 3) {
    std::fprintf(stderr, "usage: %s RECORDS.jsonl [LANGUAGE]\n", arguments[0]);
    return 2;
  }
  try {
    dateline::bench::run(arguments[1], count == 3 ? arguments[2] : "");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
