#include "indexer/reading/body_languages.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "indexer/reading/letters.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

std::vector<std::size_t> body_of(const std::vector<Fate>& fates) {
  std::vector<std::size_t> body;
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i].kind == Fate::Kind::body) body.push_back(i);
  return body;
}

// The language of a paragraph shows in its first sentences; identification is the dearest step of reading.
constexpr std::size_t telling_beginning = 320;  // bytes

// Shares of the whole paragraphs, as only their beginnings were judged.
void weigh_shares(const std::vector<Block>& blocks, const std::vector<std::size_t>& body,
                  text::DocumentLanguages& found) {
  if (found.shares.size() < 2 || found.paragraphs.size() != body.size()) return;
  std::map<std::string, double> weights;
  double all = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto characters = static_cast<double>(text::count_code_points(blocks[body[i]].text));
    if (found.paragraphs[i].empty()) continue;
    weights[found.paragraphs[i]] += characters;
    all += characters;
  }
  found.shares.assign(weights.begin(), weights.end());
  for (auto& [language, share] : found.shares) share /= all;
  std::stable_sort(found.shares.begin(), found.shares.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (!found.shares.empty()) found.language = found.shares.front().first;
}

std::vector<std::string_view> texts_of(const std::vector<Block>& blocks, const std::vector<std::size_t>& body) {
  std::vector<std::string_view> texts;
  texts.reserve(body.size());
  for (const std::size_t i : body) texts.push_back(text::beginning(blocks[i].text, telling_beginning));
  return texts;
}

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

// Words with a capital, the names among them.
void collect_names(std::string_view text, std::unordered_set<std::string_view>& names) {
  bool start = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if (start && is_capital(c)) {
      while (at < text.size()) {
        std::size_t next = at;
        if (!is_letter(text::next_code_point(text, next))) break;
        at = next;
      }
      if (at - begin > 2) names.insert(text.substr(begin, at - begin));
      start = false;
      continue;
    }
    start = !is_letter(c);
  }
}

// The language in which most of the first paragraphs is written: a long foreign tail must not outvote the body.
std::string opening_language(const std::vector<Block>& blocks, const std::vector<std::size_t>& body,
                             const std::vector<std::string>& languages) {
  std::unordered_map<std::string, std::uint32_t> weights;
  std::string best;
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < body.size() && i < 8 && all < 900; ++i) {
    const std::uint32_t weight = blocks[body[i]].weight;
    all += weight;
    if ((weights[languages[i]] += weight) > (best.empty() ? 0 : weights[best])) best = languages[i];
  }
  return best;
}

// The script of most letters at the beginning.
int script_of(std::string_view text) {
  std::map<int, int> counts;
  int all = 0, best = USCRIPT_COMMON;
  for (std::size_t at = 0; at < text.size() && all < 60;) {
    const char32_t c = text::next_code_point(text, at);
    if (!is_letter(c)) continue;
    ++all;
    UErrorCode status = U_ZERO_ERROR;
    const int script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (++counts[script] > counts[best]) best = script;
  }
  return best;
}

bool shares_names(const std::vector<Block>& blocks, const std::vector<std::size_t>& body, std::size_t tail) {
  std::unordered_set<std::string_view> names, foreign;
  for (std::size_t i = 0; i < tail; ++i) collect_names(blocks[body[i]].text, names);
  for (std::size_t i = tail; i < body.size(); ++i) collect_names(blocks[body[i]].text, foreign);
  const auto shared =
      std::count_if(foreign.begin(), foreign.end(), [&](std::string_view name) { return names.contains(name); });
  return static_cast<std::size_t>(shared) * 20 > names.size();
}

// Whether two tags are one language in different scripts: few characters tell zh from zh-Hant.
bool is_same_language(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

// First of the run of foreign blocks at the end; body.size() when there is none.
std::size_t foreign_tail(const std::vector<Block>& blocks, const std::vector<std::size_t>& body,
                         const std::vector<std::string>& languages, const std::string& language) {
  std::size_t tail = body.size();
  std::uint32_t weight = 0;
  while (tail > 1 && !is_same_language(languages[tail - 1], language) && !languages[tail - 1].empty())
    weight += blocks[body[--tail]].weight;
  if (tail == body.size() || tail == 0) return body.size();
  // One short line may be a misjudged one, unless its letters are others.
  if (body.size() - tail == 1 && weight < 100 && script_of(blocks[body[tail]].text) == script_of(blocks[body[0]].text))
    return body.size();
  return shares_names(blocks, body, tail) ? body.size() : tail;
}

}  // namespace

text::DocumentLanguages read_languages(const std::vector<Block>& blocks, std::string_view given, Facts& facts,
                                       std::vector<Fate>& fates) {
  const std::vector<std::size_t> body = body_of(fates);
  text::DocumentLanguages found = text::identify_paragraphs(texts_of(blocks, body), given);
  weigh_shares(blocks, body, found);
  if (body.size() < 2 || found.paragraphs.size() != body.size() || found.shares.size() < 2) return found;
  const std::string language = opening_language(blocks, body, found.paragraphs);
  const std::size_t tail = foreign_tail(blocks, body, found.paragraphs, language);
  if (tail == body.size()) return found;
  for (std::size_t i = tail; i < body.size(); ++i) {
    const std::string_view first = blocks[body[i]].text.substr(0, blocks[body[i]].text.find(' '));
    const auto source = facts.sources.named(first);
    const bool aggregator = source && source->kind == text::SourceKind::aggregator;
    fates[body[i]] = {Fate::Kind::cut, aggregator ? "aggregator" : "other language"};
  }
  const std::vector<std::size_t> rest = body_of(fates);
  found = text::identify_paragraphs(texts_of(blocks, rest), given);
  weigh_shares(blocks, rest, found);
  return found;
}

}  // namespace dateline::indexer
