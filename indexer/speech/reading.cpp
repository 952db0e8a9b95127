#include "indexer/speech/reading.hpp"

#include <algorithm>

#include "indexer/speech/caseless_names.hpp"

namespace dateline::indexer::speech {
namespace {

bool opens_cue(const Word& word) {
  return std::any_of(word.phrases.begin(), word.phrases.end(),
                     [](const Phrase& entry) { return entry.cue != nullptr; });
}

bool worth_reading(const Paragraph& paragraph) {
  return !paragraph.quotations.empty() ||
         std::any_of(paragraph.tokens.begin(), paragraph.tokens.end(),
                     [](const Token& token) { return token.word->cue || opens_cue(*token.word); });
}

}  // namespace

Reading take_apart(std::string_view body, const std::vector<schema::Span>& paragraphs,
                   const std::vector<std::string>& languages, const text::AliasTable& aliases) {
  Reading reading;
  reading.body = body;
  reading.aliases = &aliases;
  reading.reports.resize(paragraphs.size());
  reading.paragraphs.reserve(paragraphs.size());
  CaselessNames caseless_names(aliases);
  const Lexicon* known = nullptr;  // of the paragraph before: most articles have one language
  std::string_view language;
  bool left_open = false;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const auto size = static_cast<std::uint32_t>(body.size());
    const std::uint32_t begin = std::min(paragraphs[p].begin, size), end = std::clamp(paragraphs[p].end, begin, size);
    const std::string_view code = p < languages.size() ? std::string_view(languages[p]) : std::string_view();
    if (!known || code != language) known = &Lexicon::of(language = code);
    const Lexicon& lexicon = *known;
    Paragraph& paragraph = reading.paragraphs.emplace_back(split_words(body, begin, end, lexicon));
    if (!lexicon.grammar().capitals && lexicon.grammar().divided) caseless_names.mark(body, paragraph);
    find_quotations(body, paragraph, left_open);
    split_sentences(body, paragraph);
    if (!lexicon.grammar().divided || !worth_reading(paragraph)) continue;
    for (const Sentence& sentence : paragraph.sentences)
      find_reports(body, paragraph, {sentence.first, sentence.last}, nowhere, reading.reports[p]);
  }
  return reading;
}

}  // namespace dateline::indexer::speech
