// Scores find_speech() against articles in which people marked who said what.
//
//   bench_quotes DIR [--errors] [--speed]
//
// DIR holds text/ and attributions/ (English, brat), or *.json (German Wikinews). What is counted:
//   direct    quotations of four words or more whose words the gold ties to a source: right when the words that we took
//             for the speaker overlap the gold source, or have the same surname, or are the same pronoun
//   indirect  (where the gold says which are) sentences of reported speech: right when our reported clause overlaps the
//             gold content and our speaker the gold source
//             The words that we took, not who they mean: "she" for the gold's "Finch" is counted as wrong.
//   speakers  named speakers of each article; recall over gold attributions whose cue holds a reporting verb of ours.
//             Media, groups, documents and states, which are no speakers by design, count as missed; how many of the
//             missed these are is printed as well.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "bench/quotes/gold.hpp"
#include "bench/quotes/surnames.hpp"
#include "indexer/speech/mentions.hpp"
#include "indexer/speech/reading.hpp"
#include "indexer/speech/speech.hpp"

namespace dateline::bench {
namespace {

using indexer::speech::Attribution;

struct Score {
  std::size_t gold = 0, predicted = 0, right = 0;
  double precision() const {
    return predicted ? 100.0 * static_cast<double>(right) / static_cast<double>(predicted) : 0;
  }
  double recall() const { return gold ? 100.0 * static_cast<double>(right) / static_cast<double>(gold) : 0; }
};

struct Scores {
  Score direct, indirect, speakers;
  std::size_t found = 0;
  std::size_t same_words = 0;   // of the false: names of pronouns and roles that the gold has as well, without a name
  std::size_t no_speakers = 0;  // of the missed: media, groups, documents and states, which are none by design
  std::size_t unmarked = 0;     // words between marks that the gold ties to nobody, and we to somebody
};

void print(const char* what, const Score& score) {
  std::printf("%-10s gold %5zu  predicted %5zu  right %5zu  P %.1f  R %.1f\n", what, score.gold, score.predicted,
              score.right, score.precision(), score.recall());
}

std::vector<schema::Span> paragraphs_of(const std::string& text) {
  std::vector<schema::Span> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return paragraphs;
}

// What stands between marks, found with nothing but the marks.
std::vector<Range> marked_ranges(const std::string& text) {
  std::vector<Range> ranges;
  for (const auto& paragraph : paragraphs_of(text)) {
    std::size_t open = std::string::npos;
    for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
      const std::string_view at = std::string_view(text).substr(i, 3);
      const bool straight = at[0] == '"', curly_open = at == "“", low = at == "„", curly_close = at == "”";
      if (open == std::string::npos) {
        if (straight || curly_open || low) open = i + (straight ? 1 : 3);
      } else if (straight || curly_close || curly_open) {
        if (i > open) ranges.emplace_back(static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(i));
        open = std::string::npos;
      }
    }
    if (open != std::string::npos && open < paragraph.end)
      ranges.emplace_back(static_cast<std::uint32_t>(open), paragraph.end);
  }
  return ranges;
}

bool overlaps(Range a, Range b) { return a.first < b.second && b.first < a.second; }
bool overlaps(Range a, const std::vector<Range>& many) {
  return std::any_of(many.begin(), many.end(), [&](Range b) { return overlaps(a, b); });
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

class ArticleScorer {
 public:
  ArticleScorer(const GoldArticle& article, const std::string& language, bool errors, Scores& scores)
      : article_(article),
        text_(article.text),
        german_(language == "de"),
        errors_(errors),
        scores_(scores),
        paragraphs_(paragraphs_of(article.text)),
        reading_(indexer::speech::take_apart(text_, paragraphs_, std::vector<std::string>(paragraphs_.size(), language),
                                             text::AliasTable::built_in())),
        attributions_(indexer::speech::attribute(reading_)),
        speech_(indexer::find_speech(text_, paragraphs_, std::vector<std::string>(paragraphs_.size(), language), "",
                                     text::AliasTable::built_in())) {}

  void score() {
    for (const Range& marked : marked_ranges(text_)) score_direct(marked);
    for (const GoldAttribution& gold : article_.attributions) score_indirect(gold);
    score_speakers();
  }

 private:
  Range range_of(const indexer::speech::Place& place) const {
    const auto& tokens = reading_.paragraphs[place.paragraph].tokens;
    return {tokens[place.tokens.first].begin, tokens[place.tokens.last - 1].end};
  }
  std::string_view text(Range range) const {
    return std::string_view(text_).substr(range.first, range.second - range.first);
  }
  std::string text(const std::vector<Range>& ranges) const {
    std::string joined;
    for (const Range& range : ranges) joined += (joined.empty() ? "" : " ... ") + std::string(text(range));
    return joined;
  }

  const GoldAttribution* gold_of(Range marked) const {
    const std::uint32_t middle = (marked.first + marked.second) / 2;
    const GoldAttribution* best = nullptr;
    for (const GoldAttribution& gold : article_.attributions)
      if (!gold.source.empty() && overlaps({middle, middle + 1}, gold.content)) {
        if (!best || gold.content.front().first < best->content.front().first) best = &gold;
      }
    return best;
  }

  bool same_speaker(Range predicted, const std::vector<Range>& source) const {
    if (overlaps(predicted, source)) return true;
    const std::string ours(text(predicted)), theirs = text(source);
    const std::string our_surname = surname(ours);
    if (!our_surname.empty() && our_surname == surname(theirs)) return true;
    return lower(ours) == lower(theirs);
  }

  bool same_to_anyone(Range predicted, Range marked) const {
    const std::uint32_t middle = (marked.first + marked.second) / 2;
    return std::any_of(article_.attributions.begin(), article_.attributions.end(), [&](const GoldAttribution& gold) {
      return !gold.source.empty() && overlaps({middle, middle + 1}, gold.content) &&
             same_speaker(predicted, gold.source);
    });
  }

  void score_direct(Range marked) {
    if (words_of(text(marked)).size() < 4) return;
    const GoldAttribution* gold = gold_of(marked);
    const auto ours = std::find_if(attributions_.begin(), attributions_.end(), [&](const Attribution& attribution) {
      return attribution.direct && overlaps({attribution.begin, attribution.end}, marked);
    });
    if (!gold) {
      scores_.unmarked += ours != attributions_.end() && ours->speaker;
      return;
    }
    ++scores_.direct.gold;
    scores_.found += ours != attributions_.end();
    if (ours == attributions_.end() || !ours->speaker) {
      report("MISS", marked, *gold, ours == attributions_.end() ? "not found" : "nobody");
      return;
    }
    ++scores_.direct.predicted;
    const bool right = same_to_anyone(range_of(*ours->speaker), marked);
    scores_.direct.right += right;
    if (!right)
      report("WRONG", marked, *gold, std::string(text(range_of(*ours->speaker))) + " / " + std::string(ours->rule));
  }

  void score_indirect(const GoldAttribution& gold) {
    if (gold.direct || gold.content.empty() || gold.source.empty()) return;
    if (has_marks(gold)) return;
    ++scores_.indirect.gold;
    const auto ours = std::find_if(attributions_.begin(), attributions_.end(), [&](const Attribution& attribution) {
      return !attribution.direct && attribution.speaker && overlaps({attribution.begin, attribution.end}, gold.content);
    });
    if (ours == attributions_.end()) {
      if (errors_ && has_reporting_verb(gold))
        std::printf("MISSED INDIRECT [%s] %s (cue: %s): %s\n", article_.name.c_str(), text(gold.source).c_str(),
                    text(gold.cue).c_str(), around(gold.content.front()).c_str());
      return;
    }
    ++scores_.indirect.predicted;
    const bool right = same_speaker(range_of(*ours->speaker), gold.source);
    scores_.indirect.right += right;
    if (!right) report("INDIRECT", gold.content.front(), gold, std::string(text(range_of(*ours->speaker))));
  }

  bool has_marks(const GoldAttribution& gold) const {
    const std::string content = text(gold.content);
    return content.find('"') != std::string::npos || content.find("“") != std::string::npos ||
           content.find("„") != std::string::npos;
  }

  std::string name_of(std::string_view phrase) const { return german_ ? german_surname(phrase) : surname(phrase); }

  // A body's name may end in a small word ("the Finch campaign"): then the gold source must hold it as written.
  bool is_marked(const std::string& spelling, const std::set<std::string>& gold_names) const {
    const std::string name = name_of(spelling);
    if (!name.empty()) return gold_names.count(name) != 0;
    return std::any_of(article_.attributions.begin(), article_.attributions.end(), [&](const GoldAttribution& gold) {
      return !gold.source.empty() && text(gold.source.front()).find(spelling) != std::string_view::npos;
    });
  }

  void score_speakers() {
    std::set<std::string> gold_all, gold_speech, predicted;
    for (const GoldAttribution& gold : article_.attributions) {
      if (gold.source.empty()) continue;
      const std::string name = name_of(text(gold.source.front()));
      if (german_)  // Der Regierungssprecher, Karl Brandt
        for (std::string_view rest = text(gold.source.front()); rest.find(',') != std::string_view::npos;) {
          rest.remove_prefix(rest.find(',') + 1);
          gold_all.insert(name_of(rest));
        }
      if (name.empty()) continue;
      gold_all.insert(name);
      if (has_reporting_verb(gold)) gold_speech.insert(name);
    }
    std::set<std::string> recalled;
    for (const auto& speaker : speech_.speakers) {
      predicted.insert(speaker.as_written.front());
      for (const std::string& spelling : speaker.as_written) recalled.insert(name_of(spelling));
    }
    scores_.speakers.gold += gold_speech.size();
    scores_.speakers.predicted += predicted.size();
    for (const std::string& name : predicted) {
      if (is_marked(name, gold_all))
        ++scores_.speakers.right;
      else {
        const bool same_words = has_words_of_gold(name);
        scores_.same_words += same_words;
        if (errors_) report_false(name, same_words);
      }
    }
    for (const std::string& name : gold_speech) {
      if (recalled.count(name) != 0) {
        ++recalled_;
        continue;
      }
      const bool by_design = is_no_speaker(name);
      scores_.no_speakers += by_design;
      if (errors_) report_missed(name, by_design);
    }
  }

  // Whether the gold ties all that we tied to the speaker to the same words, a pronoun or a role: it does not say whom
  // they mean.
  bool has_words_of_gold(const std::string& name) const {
    return std::all_of(speech_.quotes.begin(), speech_.quotes.end(), [&](const schema::StoredQuote& quote) {
      if (!quote.speaker || speech_.speakers[*quote.speaker].as_written.front() != name) return true;
      return std::any_of(attributions_.begin(), attributions_.end(), [&](const Attribution& ours) {
        if (ours.begin != quote.begin || ours.end != quote.end || !ours.speaker) return false;
        return std::any_of(article_.attributions.begin(), article_.attributions.end(),
                           [&](const GoldAttribution& gold) {
                             return !gold.source.empty() && overlaps({ours.begin, ours.end}, gold.content) &&
                                    same_speaker(range_of(*ours.speaker), gold.source);
                           });
      });
    });
  }

  // What was tied to a speaker whom the gold does not have.
  void report_false(const std::string& name, bool same_words) const {
    std::printf("FALSE SPEAKER [%s] %s%s\n", article_.name.c_str(), name.c_str(), same_words ? " (same words)" : "");
    for (const schema::StoredQuote& quote : speech_.quotes)
      if (quote.speaker && speech_.speakers[*quote.speaker].as_written.front() == name)
        std::printf("  %s, \"%s\": %s\n", quote.evidence.c_str(), quote.verb.c_str(),
                    around({quote.begin, quote.end}).c_str());
  }

  // Whether the rules read every phrase that the gold has for the name as a medium, a group, a document or a state.
  bool is_no_speaker(const std::string& name) const {
    return std::all_of(article_.attributions.begin(), article_.attributions.end(), [&](const GoldAttribution& gold) {
      if (gold.source.empty() || name_of(text(gold.source.front())) != name || !has_reporting_verb(gold)) return true;
      using indexer::speech::MentionKind;
      const Range source = gold.source.front();
      const std::size_t comma = text(source).find(',');  // behind it stands who that is
      const MentionKind kind = kind_of(comma == std::string_view::npos
                                           ? source
                                           : Range{source.first, source.first + static_cast<std::uint32_t>(comma)});
      return kind == MentionKind::media || kind == MentionKind::group || kind == MentionKind::document ||
             kind == MentionKind::place;
    });
  }

  indexer::speech::MentionKind kind_of(Range source) const {
    for (const auto& paragraph : reading_.paragraphs) {
      const auto& tokens = paragraph.tokens;
      indexer::speech::TokenRange phrase;
      for (std::uint32_t i = 0; i < tokens.size(); ++i)
        if (overlaps({tokens[i].begin, tokens[i].end}, source)) {
          if (phrase.empty()) phrase.first = i;
          phrase.last = i + 1;
        }
      if (!phrase.empty())
        return indexer::speech::MentionReader(text_, text::AliasTable::built_in()).read(paragraph, phrase).kind;
    }
    return indexer::speech::MentionKind::nobody;
  }

  // Where the gold has a speaker whom we do not have, and what we took there.
  void report_missed(const std::string& name, bool by_design) const {
    std::printf("MISSED SPEAKER [%s] %s%s\n", article_.name.c_str(), name.c_str(),
                by_design ? " (none by design)" : "");
    for (const GoldAttribution& gold : article_.attributions) {
      if (gold.source.empty() || name_of(text(gold.source.front())) != name || !has_reporting_verb(gold)) continue;
      std::printf("  %s (cue: %s): %s\n", text(gold.source).c_str(), text(gold.cue).c_str(),
                  around(gold.content.empty() ? gold.source.front() : gold.content.front()).c_str());
      for (const schema::StoredQuote& quote : speech_.quotes)
        if (overlaps({quote.begin, quote.end}, gold.content))
          std::printf("    ours: %s, \"%s\" %s\n", quote.evidence.c_str(), quote.verb.c_str(),
                      quote.speaker ? speech_.speakers[*quote.speaker].name.c_str() : "nobody");
    }
  }

  std::string around(Range range) const {
    constexpr std::uint32_t before = 160, longest = 400;
    const std::uint32_t from = range.first > before ? range.first - before : 0;
    return text_.substr(from, std::min<std::size_t>(range.second - from + 100, longest));
  }

  bool has_reporting_verb(const GoldAttribution& gold) const {
    for (const auto& paragraph : reading_.paragraphs) {
      std::vector<const indexer::speech::Word*> words;
      for (const auto& token : paragraph.tokens)
        if (overlaps({token.begin, token.end}, gold.cue)) words.push_back(token.word);
      if (std::any_of(words.begin(), words.end(), [&](const auto* word) { return may_report(*word, words); }))
        return true;
    }
    return false;
  }

  // Alone, or as the first of several words that stand in the cue: teilte ... mit.
  static bool may_report(const indexer::speech::Word& word, const std::vector<const indexer::speech::Word*>& cue) {
    return word.cue || std::any_of(word.phrases.begin(), word.phrases.end(), [&](const auto& phrase) {
             return phrase.cue && std::all_of(phrase.rest.begin(), phrase.rest.end(), [&](const auto* part) {
                      return std::find(cue.begin(), cue.end(), part) != cue.end();
                    });
           });
  }

  void report(const char* what, Range marked, const GoldAttribution& gold, const std::string& ours) const {
    if (!errors_) return;
    const std::uint32_t from = marked.first > 160 ? marked.first - 160 : 0;
    std::printf("%s [%s]\n  ours: %s\n  gold: %s (cue: %s)\n  text: %s\n", what, article_.name.c_str(), ours.c_str(),
                text(gold.source).c_str(), text(gold.cue).c_str(),
                text_.substr(from, std::min<std::size_t>(marked.second - from + 140, 600)).c_str());
  }

  const GoldArticle& article_;
  const std::string& text_;
  bool german_;
  bool errors_;
  Scores& scores_;
  std::vector<schema::Span> paragraphs_;
  indexer::speech::Reading reading_;
  std::vector<Attribution> attributions_;
  indexer::Speech speech_;

 public:
  std::size_t recalled_ = 0;
};

void measure_speed(const std::vector<GoldArticle>& articles, const std::string& language) {
  std::size_t bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int round = 0; round < 5; ++round)
    for (const GoldArticle& article : articles) {
      const auto paragraphs = paragraphs_of(article.text);
      bytes += article.text.size();
      (void)indexer::find_speech(article.text, paragraphs, std::vector<std::string>(paragraphs.size(), language), "",
                                 text::AliasTable::built_in());
    }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("speed      %.1f MB/s (%.1f ms a MB)\n", static_cast<double>(bytes) / 1e6 / took.count(),
              took.count() * 1e9 / static_cast<double>(bytes));
}

int run(const std::filesystem::path& folder, bool errors, bool speed) {
  const bool brat = std::filesystem::exists(folder / "attributions");
  const std::string language = brat ? "en" : "de";
  const auto articles = brat ? read_brat(folder) : read_wikinews(folder);
  Scores scores;
  std::size_t recalled = 0;
  for (const GoldArticle& article : articles) {
    ArticleScorer scorer(article, language, errors, scores);
    scorer.score();
    recalled += scorer.recalled_;
  }
  std::printf("articles   %zu (%s)\n", articles.size(), language.c_str());
  print("direct", scores.direct);
  std::printf("           found %zu, tied to somebody where nobody is marked %zu\n", scores.found, scores.unmarked);
  print("indirect", scores.indirect);
  std::printf(
      "speakers   gold %5zu  predicted %5zu  P %.1f  R %.1f\n", scores.speakers.gold, scores.speakers.predicted,
      scores.speakers.precision(),
      scores.speakers.gold ? 100.0 * static_cast<double>(recalled) / static_cast<double>(scores.speakers.gold) : 0);
  std::printf("           false %zu, of them pronouns and roles that the gold gives without a name %zu\n",
              scores.speakers.predicted - scores.speakers.right, scores.same_words);
  std::printf("           missed %zu, of them media, groups, documents or states %zu\n",
              scores.speakers.gold - recalled, scores.no_speakers);
  if (speed) measure_speed(articles, language);
  return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
  std::string folder;
  bool errors = false, speed = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors")
      errors = true;
    else if (argument == "--speed")
      speed = true;
    else
      folder = argument;
  }
  if (folder.empty()) {
    std::fprintf(stderr, "usage: bench_quotes DIR [--errors] [--speed]\n");
    return 2;
  }
  return dateline::bench::run(folder, errors, speed);
}
