#include "indexer/reading/recurring_lines.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "indexer/reading/letters.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

constexpr std::string_view kind = "RECU";
constexpr std::string_view reason = "recurs in the archive";
constexpr std::uint32_t fewest_letters = 25;  // of a line that is cut; shorter ones only between such
constexpr std::size_t fewest_stories = 3;
constexpr std::size_t longest_ending = 16;  // paragraphs
// A line that mostly stands elsewhere is none of the end.
constexpr std::size_t tenths_at_the_end = 9;

// Letters alone, folded, all numbers alike: dates and counts change, blanks are mended. 0 when nothing is left.
std::uint64_t hash_of(std::string_view line) {
  const std::string folded = fold_line(line, line.size());
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next_code_point(folded, at);
    if (u_isdigit(static_cast<UChar32>(c)))
      letters += letters.ends_with('0') ? "" : "0";
    else if (is_letter(c))
      text::append(letters, c);
  }
  return letters.empty() ? 0 : schema::hash64(letters);
}

// Long enough to be known again, and no end of a sentence that was wrapped.
bool may_be_cut(std::string_view line) {
  return weigh(line, fewest_letters) >= fewest_letters && !continues_sentence(line);
}

// The lowest bit says whether the line may be cut.
std::uint64_t key_of(std::string_view line) {
  const std::uint64_t hash = hash_of(line);
  return hash == 0 ? 0 : (hash & ~std::uint64_t{1}) | (may_be_cut(line) ? 1 : 0);
}

std::string_view text_of(const schema::StoredArticle& article, schema::Span span) {
  return std::string_view(article.text).substr(span.begin, span.end - span.begin);
}

std::string text_of(const schema::StoredArticle& article, const schema::Paragraph& paragraph) {
  std::string text;
  for (const schema::Span& span : paragraph) text += text_of(article, span);
  return text;
}

// What is known of a line that recurs.
struct Recurrence {
  std::vector<std::uint64_t> stories;  // the paragraph above the shared end tells them apart; no more than are needed
  std::uint32_t at_the_end = 0;        // articles

  void add_story(std::uint64_t paragraph) {
    if (stories.size() < fewest_stories && std::find(stories.begin(), stories.end(), paragraph) == stories.end())
      stories.push_back(paragraph);
  }
};

}  // namespace

RecurringLines::RecurringLines(std::vector<std::uint64_t> lines) : lines_(std::move(lines)) {
  std::sort(lines_.begin(), lines_.end());
}

bool RecurringLines::has(std::string_view line) const {
  const std::uint64_t key = key_of(line);
  return key != 0 && std::binary_search(lines_.begin(), lines_.end(), key);
}

void RecurringLines::cut(const std::vector<Block>& blocks, std::vector<Fate>& fates) const {
  if (empty()) return;
  const auto is_body = [&](std::size_t at) { return fates[at].kind == Fate::Kind::body; };
  std::size_t end = blocks.size();  // where what is cut begins
  bool keeps_something = false;
  for (std::size_t at = blocks.size(); at-- > 0;) {
    if (!is_body(at)) continue;
    keeps_something = !has(blocks[at].text);
    if (keeps_something) break;
    if (may_be_cut(blocks[at].text)) end = at;
  }
  if (!keeps_something) return;  // nothing but that: it is what the article says
  for (std::size_t at = end; at < blocks.size(); ++at)
    if (is_body(at)) fates[at] = {Fate::Kind::cut, reason};
}

std::string RecurringLines::encode() const {
  std::string payload;
  for (const std::uint64_t line : lines_) payload += schema::fixed64(line);
  return schema::seal(kind, payload);
}

std::optional<RecurringLines> RecurringLines::decode(std::string_view bytes) {
  const auto payload = schema::unseal(kind, bytes);
  if (!payload || payload->size() % 8 != 0) return std::nullopt;
  std::vector<std::uint64_t> lines;
  for (std::size_t at = 0; at < payload->size(); at += 8)
    lines.push_back(*schema::read_fixed64(payload->substr(at, 8)));
  return RecurringLines(std::move(lines));
}

// One that was taken over as it is stored has its cuts already.
void RecurringLinesLearner::add(const schema::StoredArticle& article) {
  if (article.as_given) return;
  Ending ending;
  const auto add_line = [&](std::string_view line) {
    const std::uint64_t key = ending.size() < longest_ending ? key_of(line) : 0;
    if (key != 0) ending.push_back(key);
  };
  for (auto cut = article.removed.rbegin(); cut != article.removed.rend(); ++cut)
    if (cut->reason == reason) add_line(text_of(article, cut->span));
  for (auto paragraph = article.paragraphs.rbegin(); paragraph != article.paragraphs.rend(); ++paragraph)
    add_line(text_of(article, *paragraph));
  std::vector<std::uint64_t> distinct = ending;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const std::uint64_t line : distinct) ++articles_with_[line];
  endings_.push_back(std::move(ending));
}

// How many of the last lines are in enough articles.
std::size_t RecurringLinesLearner::shared_end(const Ending& ending) const {
  std::size_t count = 0;
  while (count < ending.size() && articles_with_.at(ending[count]) >= fewest_stories) ++count;
  return count;
}

RecurringLines RecurringLinesLearner::learn() const {
  std::unordered_map<std::uint64_t, Recurrence> recurring;
  for (const Ending& ending : endings_) {
    const std::size_t shared = shared_end(ending);
    if (shared == ending.size()) continue;  // a copy as a whole, or too much to be an end
    std::vector<std::uint64_t> lines(ending.begin(), ending.begin() + static_cast<std::ptrdiff_t>(shared));
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (const std::uint64_t line : lines) {
      recurring[line].add_story(ending[shared]);
      ++recurring[line].at_the_end;
    }
  }
  std::vector<std::uint64_t> learnt;
  for (const auto& [line, known] : recurring)
    if (known.stories.size() >= fewest_stories && known.at_the_end * 10 >= articles_with_.at(line) * tenths_at_the_end)
      learnt.push_back(line);
  return RecurringLines(std::move(learnt));
}

}  // namespace dateline::indexer
